/** Moves the programme's clock: by an hour, by a day, to what is coming up, or to a date. */
import { type ReactNode, useState } from 'react';
import type { Ahead } from '../../ahead.js';
import type { JumpTo } from '../../command.js';
import { carryOut } from '../connection.js';
import { useLanguage, useWords } from '../language.js';
import { currentState, type State, useStore } from '../store.js';
import { formatAhead, formatNear } from './clock.js';
import { Icon, type IconName } from './icons.js';
import { JumpForm } from './jump-form.js';
import { countSent, JumpOutcome } from './jump-outcome.js';
import { useTellFailure } from './notices.js';
import { useProgrammeTime } from './use-programme-time.js';
import { shellWords } from './words.js';

type ClockState = NonNullable<State['clock']>;

export function JumpPanel() {
  const { language } = useLanguage();
  const words = useWords(shellWords).clock;
  const clock = useStore((state) => state.clock);
  const tellFailure = useTellFailure();
  const [jumping, setJumping] = useState(false);
  const [jumped, setJumped] = useState<Jumped | null>(null);
  const now = useProgrammeTime();
  const ahead = clock?.ahead ?? [];
  const [next] = ahead;
  // The same for several people need not be listed for each.
  const distinct = new Map(ahead.map((one) => [`${one.at} ${one.what} ${one.subject.en}`, one]));
  // The answer to the command may come before the new time does.
  const arrived = jumped !== null && clock !== jumped.from;

  async function jump(to: JumpTo): Promise<void> {
    if (jumping) return;
    setJumping(true);
    setJumped(null);
    const sentBefore = countSent(currentState());
    const done = await carryOut({ jump: to });
    setJumping(false);
    if (tellFailure(done)) setJumped({ from: clock, passed: done.passed ?? [], sentBefore });
  }

  return (
    <>
      <div className="shell-jump-steps">
        <JumpButton busy={jumping} onClick={() => jump({ by: 'hour' })}>
          {words.hour}
        </JumpButton>
        <JumpButton busy={jumping} onClick={() => jump({ by: 'day' })}>
          {words.day}
        </JumpButton>
        <JumpButton busy={jumping} disabled={next === undefined} onClick={() => jump({ by: 'next' })}>
          <span className="shell-jump-next">
            <span>
              <Icon name="forward" /> {words.next}
            </span>
            <small>
              {next === undefined ? words.nothingAhead : `${next.subject[language]} · ${words.what[next.what]}`}
            </small>
          </span>
        </JumpButton>
      </div>
      <p className="visually-hidden" role="status">
        {jumping ? words.jumping : ''}
      </p>
      {arrived && now !== null && <JumpOutcome arrivedAt={now} {...jumped} />}
      <h2>{words.ahead}</h2>
      {ahead.length === 0 ? (
        <p className="shell-soft">{words.nothingAhead}</p>
      ) : (
        <ol className="shell-ahead">
          {[...distinct].map(([key, one]) => (
            <AheadItem key={key} ahead={one} now={now} busy={jumping} onJump={() => jump({ at: one.at })} />
          ))}
        </ol>
      )}
      <JumpForm busy={jumping} onJump={(at) => jump({ at: at.toISOString() })} />
    </>
  );
}

interface Jumped {
  /** The clock as it was told before the jump. */
  readonly from: ClockState | null;
  readonly passed: readonly Ahead[];
  readonly sentBefore: number;
}

interface JumpButtonProps {
  readonly busy: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function JumpButton({ busy, disabled, onClick, children }: JumpButtonProps) {
  // Busy and not disabled: the keyboard's focus would be lost.
  return (
    <button type="button" className="shell-button" aria-disabled={busy} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

const icons: Readonly<Record<Ahead['what'], IconName>> = {
  'registration deadline': 'deadline',
  'session starts': 'begins',
  'session ends': 'ends',
  'consultation starts': 'begins',
  announcement: 'bell',
  notification: 'bell',
};

interface AheadItemProps {
  readonly ahead: Ahead;
  readonly now: Date | null;
  readonly busy: boolean;
  readonly onJump: () => void;
}

function AheadItem({ ahead: { at, what, subject }, now, busy, onJump }: AheadItemProps) {
  const { language } = useLanguage();
  const words = useWords(shellWords).clock;
  const instant = new Date(at);
  const time = formatNear(instant, language);
  return (
    <li>
      <Icon name={icons[what]} />
      <div className="shell-ahead-what">
        <strong title={subject[language]}>{subject[language]}</strong>
        <span className="shell-soft">
          {words.what[what]} · <time dateTime={at}>{time}</time>
          {now !== null && ` · ${formatAhead(instant, now, language)}`}
        </span>
      </div>
      <button
        type="button"
        className="shell-button shell-button-small"
        aria-label={words.jumpTo(subject[language], time)}
        aria-disabled={busy}
        onClick={onJump}
      >
        {words.jump}
      </button>
    </li>
  );
}
