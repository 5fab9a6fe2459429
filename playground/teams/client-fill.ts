/** Puts a value into a field of the open dialog or of the newest message that has it, searching the bot's data where the field does. */
import type { FieldValue } from '../client.js';
import { taken, typings } from '../typing.js';
import { invoke } from './client-press.js';
import { dialogItems, nothingSent, outcomeOf, type Session } from './client-session.js';
import type { Pressed } from './client-types.js';
import type { Delivery } from './delivery.js';
import { choicesOf, enteredValue, labelOf, submittedValues } from './fields.js';
import type { Choice } from './invoke-answers.js';
import { inputsOf } from './press.js';
import type { Item } from './screen.js';
import { type Fields, fieldsOf, textOf } from './wire.js';

interface Found {
  readonly input: Fields;
  readonly pressed: Pressed;
  readonly card: unknown;
}

function fieldsIn(items: readonly Item[]): readonly Fields[] {
  return items.flatMap((item) => (item.kind === 'field' ? [item.input] : []));
}

function locate(session: Session, label: string): Found {
  const { dialog } = session;
  if (dialog) {
    const inputs = fieldsIn(dialogItems(dialog));
    const input = inputs.find((found) => labelOf(found) === label);
    if (!input) {
      throw new Error(
        `The dialog "${dialog.title}" has no field "${label}"; it has: ${inputs.map(labelOf).join(', ')}`,
      );
    }
    return { input, pressed: { where: 'dialog', dialog }, card: dialog.card };
  }
  const labels: string[] = [];
  for (const message of session.teams.store.visibleTo(session.user).toReversed()) {
    const inputs = fieldsIn(session.itemsOf(message));
    labels.push(...inputs.map(labelOf));
    const input = inputs.find((found) => labelOf(found) === label);
    if (input) {
      const pressed = session.pressedOn(message);
      return { input, pressed, card: pressed.payload };
    }
  }
  throw new Error(`No message has a field "${label}"; there are: ${labels.join(', ')}`);
}

/** Types the label, or a part of it, and returns the label of the option that the person takes. */
async function find(session: Session, found: Found, label: string): Promise<string> {
  for (const typed of typings(label)) {
    const option = taken(await search(session, found, typed), ({ title }) => title, label, typed);
    if (option !== undefined) return option.title;
  }
  return label;
}

async function search(session: Session, found: Found, typed: string): Promise<readonly Choice[]> {
  const delivery = await searchChoices(session, found, typed);
  if (delivery.answer?.kind !== 'choices') {
    throw new Error(
      `The search for "${typed}" failed: ${outcomeOf(delivery).error ?? nothingSent.error ?? 'no choices'}`,
    );
  }
  return delivery.answer.choices;
}

/** Asks the bot for choices as a person types: an application/search invoke, whose answer the field then offers. */
export async function searchChoices(
  session: Session,
  { input, pressed, card }: Found,
  queryText: string,
): Promise<Delivery> {
  const query = fieldsOf(input['choices.data']);
  const { filled } = pressed.where === 'dialog' ? pressed.dialog : pressed.surface;
  const value = {
    queryText,
    queryOptions: { skip: Number(query.skip ?? 0), top: Number(query.count ?? 15) },
    dataset: query.dataset,
    ...(query.associatedInputs === 'auto' ? { data: submittedValues(inputsOf(card), filled) } : {}),
  };
  const delivery = await invoke(session, 'application/search', value, pressed);
  if (delivery.answer?.kind === 'choices') {
    const id = textOf(input.id) ?? '';
    const known = filled.found.get(id) ?? [];
    const more = delivery.answer.choices.filter(
      ({ value: chosen }) => !known.some((choice) => choice.value === chosen),
    );
    filled.found.set(id, [...known, ...more]);
  }
  return delivery;
}

/** Throws where a real control would not take the value, naming what it would take. */
export async function fillField(session: Session, label: string, value: FieldValue): Promise<void> {
  const found = locate(session, label);
  const { filled } = found.pressed.where === 'dialog' ? found.pressed.dialog : found.pressed.surface;
  const offered = (words: string) => choicesOf(found.input, filled).some(({ title }) => title === words);
  let entered = value;
  if (found.input['choices.data'] !== undefined) {
    const meant = (words: string) => (offered(words) ? words : find(session, found, words));
    if (typeof value === 'string') entered = await meant(value);
    if (Array.isArray(value)) entered = await Promise.all(value.map((words) => meant(String(words))));
  }
  const id = textOf(found.input.id) ?? '';
  filled.values.set(id, enteredValue(found.input, filled, entered));
  filled.errors.delete(id);
}
