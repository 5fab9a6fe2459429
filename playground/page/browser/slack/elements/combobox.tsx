/** A menu that is searched by typing, for one choice or several (www.w3.org/WAI/ARIA/apg/patterns/combobox). */
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../language.js';
import { CrossIcon, DownIcon } from '../icons.js';
import { errorWords } from '../known-sentences.js';
import { Popup } from '../popup.js';
import { slackWords } from '../words.js';
import { attributesOf, type Field } from './field.js';
import { OptionList } from './option-list.js';
import type { Offered, Source } from './option-source.js';
import { useOffers } from './use-offers.js';

export type { Offered } from './option-source.js';

export function Combobox({
  field,
  placeholder,
  source,
  chosen,
  several,
  most,
  onChange,
}: {
  readonly field: Field;
  readonly placeholder: string;
  readonly source: Source;
  readonly chosen: readonly Offered[];
  readonly several: boolean;
  readonly most: number | undefined;
  readonly onChange: (after: readonly Offered[]) => void;
}) {
  const words = useWords(slackWords);
  const { language } = useLanguage();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const { offered, searching, error } = useOffers(source, typed, open);
  const single = several ? undefined : chosen[0];
  const isFull = several && most !== undefined && chosen.length >= most;
  const at = Math.min(active, offered.length - 1);
  const isChosen = (option: Offered) => chosen.some(({ value }) => value === option.value);

  const show = () => {
    setOpen(true);
    setActive(0);
  };
  const close = () => {
    setOpen(false);
    setTyped('');
  };
  const choose = (option: Offered) => {
    if (!several) {
      onChange([option]);
      close();
    } else if (isChosen(option)) onChange(chosen.filter(({ value }) => value !== option.value));
    else if (!isFull) onChange([...chosen, option]);
  };
  const remove = (value: string) => {
    onChange(chosen.filter((one) => one.value !== value));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and the arrows belong to the input method while it converts.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const current = offered[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) show();
      else setActive(Math.max(0, Math.min(offered.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (open && current !== undefined) choose(current);
      else show();
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      event.preventDefault();
      close();
    } else if (event.key === 'Backspace' && typed === '' && several && chosen.length > 0) {
      onChange(chosen.slice(0, -1));
    } else if (event.key === 'Tab') close();
  };
  return (
    <div ref={box} className={`slack-combobox${open ? ' slack-open' : ''}${field.invalid ? ' slack-invalid' : ''}`}>
      {several &&
        chosen.map((option) => (
          <span key={option.value} className="slack-chip">
            {option.label}
            <button type="button" aria-label={words.remove(option.label)} onClick={() => remove(option.value)}>
              <CrossIcon />
            </button>
          </span>
        ))}
      <input
        {...attributesOf(field)}
        ref={input}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={open ? `${id}list` : undefined}
        aria-activedescendant={open && at >= 0 ? `${id}option${at}` : undefined}
        placeholder={several && chosen.length > 0 ? '' : (single?.label ?? placeholder)}
        className={single === undefined ? undefined : 'slack-chosen'}
        // While nothing is typed, the choice stands where it was typed.
        value={open ? typed : (single?.label ?? '')}
        onChange={({ target }) => {
          setTyped(target.value);
          setActive(0);
          setOpen(true);
        }}
        onClick={() => (open ? undefined : show())}
        onBlur={(event) => {
          if (!box.current?.contains(event.relatedTarget)) close();
        }}
        onKeyDown={onKeyDown}
      />
      {single !== undefined && !field.required && (
        <button
          type="button"
          className="slack-clear"
          aria-label={words.clear(single.label)}
          onClick={() => {
            onChange([]);
            input.current?.focus();
          }}
        >
          <CrossIcon />
        </button>
      )}
      <DownIcon />
      {open && (
        <Popup anchor={box} wide onOutside={close}>
          <OptionList
            id={id}
            label={field.label ?? placeholder}
            labelledBy={field.labelledBy}
            several={several}
            offered={offered}
            active={at}
            isChosen={isChosen}
            onChoose={choose}
          />
          <p className="slack-menu-empty" role="status">
            {typed.length < source.least
              ? words.typeMore(source.least)
              : searching
                ? words.searching
                : (errorWords(error, language) ?? (offered.length === 0 ? words.noOptions : ''))}
          </p>
        </Popup>
      )}
    </div>
  );
}
