/** Takes the date and time, in Japan's time, to which the clock is to be moved. */
import { type FormEvent, useId, useState } from 'react';
import { fromJapanLocal, toJapanLocal } from '../japan-time.js';
import { useWords } from '../language.js';
import { useStore } from '../store.js';
import { countOn } from './clock.js';
import { shellWords } from './words.js';

interface JumpFormProps {
  readonly busy: boolean;
  readonly onJump: (at: Date) => void;
}

export function JumpForm({ busy, onJump }: JumpFormProps) {
  const words = useWords(shellWords).clock;
  const clock = useStore((state) => state.clock);
  // Null until something is typed, and again after a jump: the next full hour then stands there.
  const [typed, setTyped] = useState<string | null>(null);
  const now = clock === null ? null : countOn(clock, performance.now());
  const shown = typed ?? (now === null ? '' : toJapanLocal(nextHour(now)));
  const [fault, setFault] = useState<'past' | 'unreadable' | null>(null);
  const id = useId();

  function submit(event: FormEvent): void {
    event.preventDefault();
    const at = fromJapanLocal(shown);
    const past = at !== null && now !== null && at < now;
    setFault(at === null ? 'unreadable' : past ? 'past' : null);
    if (at === null || past) return;
    onJump(at);
    setTyped(null);
  }

  return (
    <form className="shell-jump-form" onSubmit={submit} noValidate>
      <h2>{words.to}</h2>
      <div className="shell-jump-when">
        <label htmlFor={id}>{words.toLabel}</label>
        <input
          id={id}
          type="datetime-local"
          className="shell-field"
          value={shown}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="shell-button" aria-disabled={busy}>
          {words.go}
        </button>
      </div>
      {fault !== null && (
        <p id={`${id}-fault`} className="shell-fault" role="alert">
          {words[fault]}
        </p>
      )}
    </form>
  );
}

function nextHour(now: Date): Date {
  const hour = 3_600_000;
  return new Date((Math.floor(now.getTime() / hour) + 1) * hour);
}
