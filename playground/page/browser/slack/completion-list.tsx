/** The list over the composer: commands with their hints, or names to mention. */
import type { RefObject } from 'react';
import type { Completion } from './completion.js';
import { Popup } from './popup.js';

export function CompletionList({
  id,
  anchor,
  label,
  offered,
  active,
  onTake,
  onDismiss,
}: {
  readonly id: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly offered: readonly Completion[];
  readonly active: number;
  readonly onTake: (completion: Completion) => void;
  readonly onDismiss: () => void;
}) {
  return (
    <Popup anchor={anchor} wide above onOutside={onDismiss}>
      <p className="slack-popup-title" aria-hidden="true">
        {label}
      </p>
      <div className="slack-options" id={`${id}list`} role="listbox" aria-label={label}>
        {offered.map((completion, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text's own keys take one.
          <div
            key={completion.key}
            id={`${id}option${index}`}
            role="option"
            aria-selected={index === active}
            className={`slack-option${index === active ? ' slack-active' : ''}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(completion)}
          >
            <span>
              <b>{completion.label}</b>
              {completion.hint !== '' && <span className="slack-command-hint"> [{completion.hint}]</span>}
            </span>
            {completion.description !== '' && <span className="slack-menu-description">{completion.description}</span>}
          </div>
        ))}
      </div>
    </Popup>
  );
}
