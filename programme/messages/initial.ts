/** What a form may show as entered before: words and buttons may bring anything, and a platform refuses what its field cannot hold. */
import { instantOf, isDate } from './dates.js';
import type { Choice, Value } from './message.js';

interface InitialText {
  readonly initial?: string;
}

export function initialText(value: Value, most: number): InitialText {
  return typeof value === 'string' && value !== '' ? { initial: value.slice(0, most) } : {};
}

/** '2024-11-07'. */
export function initialDate(value: Value): InitialText {
  return typeof value === 'string' && isDate(value) ? { initial: value } : {};
}

/** '15:30'. */
export function initialTime(value: Value): InitialText {
  const isTime = (text: string) => /^\d{2}:\d{2}$/.test(text) && instantOf('2024-01-01', text, 'UTC') !== null;
  return typeof value === 'string' && isTime(value) ? { initial: value } : {};
}

/** One of the choices. */
export function initialChoice(value: Value, choices: readonly Choice[]): InitialText {
  return choices.some((choice) => choice.value === value) && typeof value === 'string' ? { initial: value } : {};
}

/** Those of the choices that are among the values. */
export function initialChoices(value: Value, choices: readonly Choice[]): readonly string[] {
  const entered = typeof value === 'object' && value !== null ? value : [];
  return choices.map((choice) => choice.value).filter((one) => entered.includes(one));
}
