/** Inputs of text, numbers and addresses. What is typed stays here until it is submitted, or told where the bot wants to know. */
import type { ChangeEvent, KeyboardEvent } from 'react';
import { useWords } from '../../language.js';
import { asJson, asNumber, asText, plainWords } from '../json.js';
import { useInput } from '../surface.js';
import type { Placed } from '../values.js';
import { slackWords } from '../words.js';
import { attributesOf, type Field } from './field.js';
import { useTellLater } from './tell-later.js';

const inputModes = {
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
} as const;

function inputMode(type: unknown): 'email' | 'url' | 'decimal' | 'text' {
  return type === 'email_text_input' || type === 'url_text_input' || type === 'number_input'
    ? inputModes[type]
    : 'text';
}

/** Slack's own limit where the bot names none. */
const longest = 3_000;

/** How many characters before the limit its nearness is said. */
const nearly = 100;

export function TextInput({ placed, field }: { readonly placed: Placed; readonly field: Field }) {
  const words = useWords(slackWords);
  const { value, keep, tell, dispatches } = useInput(placed);
  const { element } = placed;
  const triggers = asJson(element.dispatch_action_config).trigger_actions_on;
  const asTyped = Array.isArray(triggers) && triggers.includes('on_character_entered');
  const later = useTellLater(tell, dispatches ? (asTyped ? 500 : 60_000) : null);
  const text = typeof value === 'string' ? value : '';
  const maximum = asNumber(element.max_length) ?? longest;
  const left = maximum - text.length;
  const isLong = element.multiline === true || element.type === 'rich_text_input';
  const shared = {
    ...attributesOf(field),
    className: 'slack-text-input',
    value: text,
    placeholder: plainWords(element.placeholder),
    maxLength: maximum,
    minLength: asNumber(element.min_length),
    'data-autofocus': element.focus_on_load === true || undefined,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      keep(target.value === '' ? null : target.value);
      later.start();
    },
    onBlur: later.now,
  };
  return (
    <div className="slack-text-field">
      {isLong ? (
        <textarea {...shared} rows={4} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={inputMode(element.type)}
          autoComplete="off"
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing && dispatches) {
              event.preventDefault();
              later.now();
            }
          }}
        />
      )}
      {left <= Math.min(nearly, maximum / 2) && <span className="slack-left">{words.left(left)}</span>}
      {asText(element.type) === 'number_input' && <NumberRange placed={placed} />}
    </div>
  );
}

function NumberRange({ placed: { element } }: { readonly placed: Placed }) {
  const least = asText(element.min_value);
  const most = asText(element.max_value);
  if (least === undefined && most === undefined) return null;
  return (
    <span className="slack-hint">
      {least ?? ''} – {most ?? ''}
    </span>
  );
}
