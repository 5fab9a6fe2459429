/** What the contract suite asks of a platform's renderer, the same for both. */
import type { Payload } from '../../../bot/payload.js';
import type { Form, Message, Values } from '../../../programme/messages/message.js';
import type { Language } from '../../../programme/requests/context.js';

/** One drawing of a message or form, as the platform would get it. */
export interface Drawing {
  /** Where it is shown, e.g. `slack modal`. */
  readonly surface: string;
  /** What the stand-in's validator has against it. */
  readonly problems: readonly string[];
  /** Every text as a person reads it, markup gone and escapes undone. */
  readonly texts: readonly string[];
  /** Texts that the platform would interpret in a way nobody meant: mentions, links, formatting, odd characters. */
  readonly live: readonly string[];
  /** What its buttons carry, read back by the platform's own reader; of link buttons the address. */
  readonly carried: readonly (Payload | string | null)[];
}

/** The most characters of a text that one place shows whole. */
export interface Room {
  readonly heading: number;
  readonly text: number;
  readonly note: number;
  /** Of a fact's value; its label may have five. */
  readonly fact: number;
  readonly itemTitle: number;
  readonly revision: number;
  readonly revisionLabel: number;
  readonly cell: number;
  readonly button: number;
  readonly fieldLabel: number;
  readonly hint: number;
  readonly choice: number;
  readonly problem: number;
}

export interface Platform {
  readonly name: 'slack' | 'teams';
  readonly room: Room;
  drawMessage(message: Message, language: Language): readonly Drawing[];
  drawForm(
    form: Form,
    language: Language,
    errors?: Readonly<Record<string, string>>,
    problem?: string | null,
  ): readonly Drawing[];
  /**
   * Draws the form, puts the values in as the platform's client would hold them, and reads the submission back. What
   * `entered` does not name stays as it was drawn; null empties a field.
   */
  submit(form: Form, language: Language, entered: Values): readonly (Payload | null)[];
}

/** Every object within, itself included. */
export function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (!isRecord(value)) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Characters that hide or disguise what is written. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
export const disguises = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/;
