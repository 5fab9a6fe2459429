/** A switch with its name and what one will see of it. */
import './switch-row.css';
import { useId } from 'react';
import { useWords } from '../language.js';
import { inspectorWords } from './words.js';

interface SwitchRowProps {
  readonly on: boolean;
  readonly word: string;
  readonly see: string;
  /** Whether it makes trouble, which is coloured so. */
  readonly troubles?: boolean;
  readonly onSwitch: () => void;
}

export function SwitchRow({ on, word, see, troubles = false, onSwitch }: SwitchRowProps) {
  const words = useWords(inspectorWords).troubles;
  const id = useId();
  return (
    <div className="inspector-switch-row">
      <button
        type="button"
        role="switch"
        className={troubles ? 'inspector-switch inspector-switch-troubles' : 'inspector-switch'}
        aria-checked={on}
        aria-labelledby={`${id}-word`}
        aria-describedby={`${id}-see`}
        onClick={onSwitch}
      >
        <span aria-hidden="true" className="inspector-switch-track" />
        <span aria-hidden="true" className="inspector-switch-word">
          {on ? words.on : words.off}
        </span>
      </button>
      <div>
        <p id={`${id}-word`} className="inspector-switch-name">
          {word}
        </p>
        <p id={`${id}-see`} className="inspector-hint">
          {see}
        </p>
      </div>
    </div>
  );
}
