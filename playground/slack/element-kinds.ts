/** What each type of element holds, and under which names Block Kit keeps it (docs.slack.dev/reference/block-kit/block-elements). */
import type { Json } from './json.js';

export interface Holding {
  readonly what: 'option' | 'suggested option' | 'date' | 'time' | 'instant' | 'rich text' | 'file' | 'text';
  /** Its name in the state. */
  readonly key: string;
  /** Its name in the element as the bot drew it. */
  readonly initial: string;
  /** Whether it is a list. */
  readonly several: boolean;
}

function one(what: Holding['what'], name: string): Holding {
  return { what, key: `selected_${name}`, initial: `initial_${name}`, several: false };
}

function many(what: Holding['what'], name: string): Holding {
  return { ...one(what, name), several: true };
}

const holdings: Readonly<Record<string, Holding>> = {
  static_select: one('option', 'option'),
  radio_buttons: one('option', 'option'),
  external_select: one('suggested option', 'option'),
  multi_static_select: many('option', 'options'),
  checkboxes: many('option', 'options'),
  multi_external_select: many('suggested option', 'options'),
  datepicker: one('date', 'date'),
  timepicker: one('time', 'time'),
  datetimepicker: one('instant', 'date_time'),
  rich_text_input: { what: 'rich text', key: 'rich_text_value', initial: 'initial_value', several: false },
  file_input: { what: 'file', key: 'files', initial: 'initial_files', several: true },
};

const text: Holding = { what: 'text', key: 'value', initial: 'initial_value', several: false };

export function holdingOf(element: Json): Holding {
  return holdings[String(element.type)] ?? text;
}

/** The state value of this element with this in it; null and the empty list stand for nothing. */
export function stateWith(element: Json, content: unknown): Json {
  const { what, key } = holdingOf(element);
  const type = String(element.type);
  // The one element that leaves its key out instead of sending null.
  if (what === 'rich text' && content === null) return { type };
  const zone = what === 'time' && element.timezone !== undefined ? { timezone: element.timezone } : {};
  return { type, [key]: content, ...zone };
}

/** The state of an untouched element, with the nulls and empty lists that Slack sends. */
export function initialState(element: Json): Json {
  const { initial, several } = holdingOf(element);
  const content = element[initial];
  return stateWith(element, several ? (Array.isArray(content) ? content : []) : (content ?? null));
}
