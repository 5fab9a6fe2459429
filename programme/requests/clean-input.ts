/** The one place where what came from outside is bounded and cleaned, before anything is made of it. */
import type { Value, Values } from '../messages/message.js';

/** The longest text that any form takes is a session's agenda of 3,000 characters; beyond this nothing that people type goes. */
const LONGEST_TEXT = 20_000;

/** More than any list of choices holds. */
const MOST_ENTRIES = 200;

/** PostgreSQL takes no NUL, and none of the others means anything in what people write; line breaks and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Without control characters and halves of surrogates, and cut where it is longer than anything that is asked for. */
export function cleanText(text: string): string {
  return text.slice(0, LONGEST_TEXT).toWellFormed().replace(controls, '');
}

/** The same for every text of an input. */
export function cleanInput(input: Values): Values {
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, cleanValue(value)]));
}

function cleanValue(value: Value): Value {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  return value.slice(0, MOST_ENTRIES).map(cleanText);
}
