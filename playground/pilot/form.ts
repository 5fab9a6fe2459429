/** Fills in whatever form the bot asks with: in a dialog, behind a button, or inside a message; in one step or several. */
import type { Mode } from '../../programme/requests/context.js';
import type { FieldValue, SeenField } from '../client.js';
import type { PilotSession } from './plan.js';
import { type Actor, answered, ask, press, type Screen, submitDialog } from './screen.js';

/** What goes into the field of this label; null where the field does not offer it, so that the form is given up. */
export interface Entry {
  readonly label: string;
  readonly value: (field: SeenField) => FieldValue | null;
}

export interface Manner {
  /** Fields of which no entry speaks are left as the form shows them, also those that must be filled in. */
  readonly keepsRest?: boolean;
}

/** More steps than any form has. */
const MOST_STEPS = 4;

/** What asks for something, or has the button that opens it; a welcome beside it does not. */
export function isForm({ texts }: Actor): (screen: Screen) => boolean {
  return ({ fields, buttons }) => fields.length > 0 || buttons.includes(texts.chat.fillIn);
}

/** Says the words; the form that comes of them is filled in. Returns what is shown at last; null where no form came. */
export async function askAndFill(
  actor: Actor,
  words: string,
  entries: readonly Entry[],
  how: Manner & { readonly slash?: boolean } = {},
): Promise<Screen | null> {
  // Something else may be told at the same moment, which is no answer.
  return await fillForms(actor, await ask(actor, words, isForm(actor), how), entries, how);
}

/** Null where a form cannot be filled in with these entries or does not take them. */
export async function fillForms(
  actor: Actor,
  shown: Screen | null,
  entries: readonly Entry[],
  { keepsRest = false }: Manner = {},
): Promise<Screen | null> {
  let screen = shown;
  for (let step = 1; screen !== null && step <= MOST_STEPS; step += 1) {
    screen = (await press(actor, screen, actor.texts.chat.fillIn)) ?? screen;
    if (screen.fields.length === 0) return screen;
    if (screen.fields.some(({ error }) => error !== undefined)) return null;
    if (!(await fill(actor, screen, entries, keepsRest))) return null;
    const { message } = screen;
    const [send = ''] = screen.buttons;
    screen =
      message === undefined
        ? await submitDialog(actor)
        : await answered(
            actor,
            () => true,
            () => actor.client.press(send, message),
          );
  }
  return null;
}

async function fill(actor: Actor, screen: Screen, entries: readonly Entry[], keepsRest: boolean): Promise<boolean> {
  for (const field of screen.fields) {
    const entry = entries.find(({ label }) => [label, actor.texts.chat.optional(label)].includes(field.label));
    const value = entry?.value(field);
    if (value === null || (value === undefined && field.required && !keepsRest)) return false;
    if (value !== undefined) await actor.client.fill(field.label, value);
  }
  return true;
}

export function sessionEntry({ texts }: Actor, { code }: PilotSession): Entry {
  return {
    label: texts.sessions.labels.session,
    value: ({ options }) => options.find((option) => option.includes(`(${code})`)) ?? null,
  };
}

export function modeEntry({ texts }: Actor, mode: Mode): Entry {
  const label = texts.sessions.modes[mode];
  return { label: texts.sessions.labels.mode, value: ({ options }) => (options.includes(label) ? label : null) };
}

export function textEntry(label: string, typed: string): Entry {
  return { label, value: () => typed };
}
