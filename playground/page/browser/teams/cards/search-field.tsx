/** A field of a card that searches while one types: a combobox as the ARIA Authoring Practices describe it. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../language.js';
import { teamsWords } from '../words.js';
import type { SearchChoice, SearchPort } from './search-input.js';

interface SearchFieldProps {
  readonly port: SearchPort;
  /** Asks the bot; never rejects. */
  readonly ask: (typed: string) => Promise<readonly SearchChoice[]>;
}

/** Long enough for a word to be typed on. */
const pauseMilliseconds = 250;

/** By then a button that was pressed in leaving has been let go: the remark must not move it away from under the pointer. */
const remarkMilliseconds = 300;

export function SearchField({ port, ask }: SearchFieldProps) {
  const words = useWords(teamsWords);
  const id = useId();
  const [text, setText] = useState(port.initial?.title ?? '');
  const [chosen, setChosen] = useState(port.initial);
  const [found, setFound] = useState<readonly SearchChoice[]>([]);
  const [searching, setSearching] = useState(false);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const [left, setLeft] = useState(false);
  const asked = useRef(0);
  const timer = useRef<number | undefined>(undefined);
  const leaving = useRef<number | undefined>(undefined);
  const list = useRef<HTMLDivElement>(null);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      clearTimeout(leaving.current);
    },
    [],
  );
  useEffect(() => {
    if (open) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [open, active]);

  const typed = chosen?.title === text ? '' : text.trim().toLowerCase();
  const own = port.choices.filter(({ title }) => title.toLowerCase().includes(typed));
  const options = [...own, ...found.filter(({ value }) => !own.some((choice) => choice.value === value))];

  function search(wanted: string, delay: number): void {
    setOpen(true);
    setActive(0);
    clearTimeout(timer.current);
    if (!port.asks) return;
    asked.current += 1;
    const number = asked.current;
    setSearching(true);
    timer.current = window.setTimeout(async () => {
      const answer = await ask(wanted);
      // An answer to what has been typed since is on its way.
      if (number !== asked.current) return;
      setFound(answer);
      setSearching(false);
    }, delay);
  }

  function choose(choice: SearchChoice): void {
    asked.current += 1;
    clearTimeout(timer.current);
    setSearching(false);
    setChosen(choice);
    setText(choice.title);
    setOpen(false);
    port.choose(choice, choice.title);
  }

  function leave(): void {
    setOpen(false);
    leaving.current = window.setTimeout(() => setLeft(true), remarkMilliseconds);
    const same = options.find(({ title }) => title.toLowerCase() === text.trim().toLowerCase());
    if (chosen === null && same) choose(same);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = options[active];
    if (move !== undefined) {
      event.preventDefault();
      if (!open) search(typed, 0);
      else if (options.length > 0) setActive((active + move + options.length) % options.length);
    } else if (event.key === 'Enter' && open && option) {
      event.preventDefault();
      choose(option);
    } else if (event.key === 'Escape' && open) {
      // The dialog around it stays.
      event.stopPropagation();
      setOpen(false);
    }
  }

  const astray = left && !open && chosen === null && text.trim() !== '';
  const status = searching ? words.searching : options.length === 0 ? words.noMatch : words.matches(options.length);
  return (
    <>
      <input
        id={id}
        className="ac-input ac-textInput teams-search-input"
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && options[active] ? `${id}-${active}` : undefined}
        aria-required={port.required || undefined}
        placeholder={port.placeholder}
        value={text}
        onChange={(event) => {
          const { value } = event.target;
          setText(value);
          setChosen(null);
          port.choose(null, value);
          search(value.trim(), pauseMilliseconds);
        }}
        onClick={() => {
          if (!open) search(typed, 0);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          clearTimeout(leaving.current);
          setLeft(false);
        }}
        onBlur={leave}
      />
      <div id={`${id}-list`} ref={list} className="teams-options" role="listbox" aria-label={port.label} hidden={!open}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are pressed in the field, which keeps the focus.
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
            onMouseMove={() => setActive(index)}
          >
            {option.title}
          </div>
        ))}
        {(searching || options.length === 0) && (
          <div className="teams-options-note" role="presentation">
            {status}
          </div>
        )}
      </div>
      {astray && <p className="teams-search-note">{words.chooseOne}</p>}
      <output className="teams-hidden">{open ? status : ''}</output>
    </>
  );
}
