/** Moves the programme's clock: by an hour, by a day, to what is coming up, or to a date. */
import { type ReactNode, useState } from 'react';
import type { Ahead, JumpTo } from '../../protocol.js';
import { carryOut } from '../connection.js';
import { useLanguage, useWords } from '../language.js';
import { useStore } from '../store.js';
import { formatAhead, formatDateTime } from './clock.js';
import { Icon, type IconName } from './icons.js';
import { JumpForm } from './jump-form.js';
import { useTellFailure } from './notices.js';
import { useProgrammeTime } from './use-programme-time.js';
import { shellWords } from './words.js';

export function JumpPanel() {
  const { language } = useLanguage();
  const words = useWords(shellWords).clock;
  const clock = useStore((state) => state.clock);
  const tellFailure = useTellFailure();
  const [jumping, setJumping] = useState(false);
  // The clock as it was told before the jump that succeeded last.
  const [jumpedFrom, setJumpedFrom] = useState<typeof clock>(null);
  const now = useProgrammeTime();
  const ahead = clock?.ahead ?? [];
  const [next] = ahead;
  // The same for several people need not be listed for each.
  const distinct = new Map(ahead.map((one) => [`${one.at} ${one.what} ${one.subject.en}`, one]));
  // The answer to the deed may come before the new time does.
  const arrived = jumpedFrom !== null && clock !== jumpedFrom;

  async function jump(to: JumpTo): Promise<void> {
    setJumping(true);
    setJumpedFrom(null);
    const done = await carryOut({ jump: to });
    setJumping(false);
    if (tellFailure(done)) setJumpedFrom(clock);
  }

  return (
    <>
      <div className="shell-jump-steps">
        <JumpButton disabled={jumping} onClick={() => jump({ by: 'hour' })}>
          {words.hour}
        </JumpButton>
        <JumpButton disabled={jumping} onClick={() => jump({ by: 'day' })}>
          {words.day}
        </JumpButton>
        <JumpButton disabled={jumping || next === undefined} onClick={() => jump({ by: 'next' })}>
          <span className="shell-jump-next">
            <span>
              <Icon name="forward" /> {words.next}
            </span>
            <small>{next === undefined ? words.nothingAhead : next.subject[language]}</small>
          </span>
        </JumpButton>
      </div>
      <p className="shell-jump-outcome" role="status">
        {jumping ? words.jumping : arrived && now !== null ? <Arrival at={formatDateTime(now, language)} /> : ''}
      </p>
      <h3>{words.ahead}</h3>
      {ahead.length === 0 ? (
        <p className="shell-soft">{words.nothingAhead}</p>
      ) : (
        <ol className="shell-ahead">
          {[...distinct].map(([key, one]) => (
            <AheadItem key={key} ahead={one} now={now} disabled={jumping} onJump={() => jump({ at: one.at })} />
          ))}
        </ol>
      )}
      <JumpForm disabled={jumping} onJump={(at) => jump({ at: at.toISOString() })} />
    </>
  );
}

/** Says the time of the arrival once, although the clock goes on. */
function Arrival({ at }: { readonly at: string }) {
  const words = useWords(shellWords).clock;
  const [first] = useState(at);
  return words.arrived(first);
}

interface JumpButtonProps {
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function JumpButton({ disabled, onClick, children }: JumpButtonProps) {
  return (
    <button type="button" className="shell-button" disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

const icons: Readonly<Record<Ahead['what'], IconName>> = {
  'registration deadline': 'deadline',
  'session starts': 'begins',
  'session ends': 'ends',
  notification: 'bell',
};

interface AheadItemProps {
  readonly ahead: Ahead;
  readonly now: Date | null;
  readonly disabled: boolean;
  readonly onJump: () => void;
}

function AheadItem({ ahead: { at, what, subject }, now, disabled, onJump }: AheadItemProps) {
  const { language } = useLanguage();
  const words = useWords(shellWords).clock;
  const instant = new Date(at);
  const time = formatDateTime(instant, language);
  return (
    <li>
      <Icon name={icons[what]} />
      <div className="shell-ahead-what">
        <strong>{subject[language]}</strong>
        <span className="shell-soft">
          {words.what[what]} · <time dateTime={at}>{time}</time>
          {now !== null && ` · ${formatAhead(instant, now, language)}`}
        </span>
      </div>
      <button
        type="button"
        className="shell-button shell-button-small"
        aria-label={words.jumpTo(subject[language], time)}
        disabled={disabled}
        onClick={onJump}
      >
        {words.jump}
      </button>
    </li>
  );
}
