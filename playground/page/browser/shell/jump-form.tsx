/** Takes the date and time, in Japan's time, to which the clock is to be moved. */
import { type FormEvent, useId, useState } from 'react';
import { useWords } from '../language.js';
import { useStore } from '../store.js';
import { countOn, fromJapanLocal, toJapanLocal } from './clock.js';
import { shellWords } from './words.js';

interface JumpFormProps {
  readonly disabled: boolean;
  readonly onJump: (at: Date) => void;
}

export function JumpForm({ disabled, onJump }: JumpFormProps) {
  const words = useWords(shellWords).clock;
  const clock = useStore((state) => state.clock);
  const [typed, setTyped] = useState(() =>
    clock === null ? '' : toJapanLocal(new Date(countOn(clock, performance.now()).getTime() + 3_600_000)),
  );
  const [fault, setFault] = useState<'past' | 'unreadable' | null>(null);
  const id = useId();

  function submit(event: FormEvent): void {
    event.preventDefault();
    const at = fromJapanLocal(typed);
    const past = at !== null && clock !== null && at < countOn(clock, performance.now());
    setFault(at === null ? 'unreadable' : past ? 'past' : null);
    if (at !== null && !past) onJump(at);
  }

  return (
    <form className="shell-jump-form" onSubmit={submit} noValidate>
      <h3>{words.to}</h3>
      <div className="shell-jump-when">
        <label htmlFor={id}>{words.toLabel}</label>
        <input
          id={id}
          type="datetime-local"
          className="shell-field"
          value={typed}
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button type="submit" className="shell-button" disabled={disabled}>
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
