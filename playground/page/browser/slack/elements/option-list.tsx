/** The options under a combobox, in their groups. */
import { useEffect, useRef } from 'react';
import type { Offered } from './option-source.js';

export function OptionList({
  id,
  label,
  labelledBy,
  several,
  offered,
  active,
  isChosen,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly labelledBy: string | undefined;
  readonly several: boolean;
  readonly offered: readonly Offered[];
  readonly active: number;
  readonly isChosen: (option: Offered) => boolean;
  readonly onChoose: (option: Offered) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelectorAll('[role=option]')[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      className="slack-options"
      id={`${id}list`}
      role="listbox"
      aria-label={labelledBy === undefined ? label : undefined}
      aria-labelledby={labelledBy}
      aria-multiselectable={several || undefined}
    >
      {offered.map((option, index) => {
        const begins = option.group !== undefined && option.group !== offered[index - 1]?.group;
        return [
          begins && (
            <div key={`group ${option.group}`} className="slack-option-group" role="presentation">
              {option.group}
            </div>
          ),
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input's own keys choose.
          <div
            key={option.value}
            id={`${id}option${index}`}
            role="option"
            aria-selected={several ? isChosen(option) : index === active}
            className={`slack-option${index === active ? ' slack-active' : ''}${isChosen(option) ? ' slack-chosen' : ''}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            <span>{option.label}</span>
            {option.description !== undefined && <span className="slack-menu-description">{option.description}</span>}
          </div>,
        ];
      })}
    </div>
  );
}
