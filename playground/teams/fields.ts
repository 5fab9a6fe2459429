/** The inputs of a card as a person meets them: what can be put in, what the client refuses before sending, and what is sent. */
import type { FieldValue, SeenField, SeenFieldKind } from '../client.js';
import { isDate, timePattern } from './card-values.js';
import type { Choice } from './invoke-answers.js';
import type { Item } from './screen.js';
import { type Fields, fieldsOf, listOf, textOf } from './wire.js';

/** What the person has put into a card so far, by input id. */
export interface Filled {
  readonly values: Map<string, string>;
  /** The client's own errors after a refused submission. */
  readonly errors: Map<string, string>;
  /** Choices that a search of the bot's data brought, by input id. */
  readonly found: Map<string, readonly Choice[]>;
}

export const emptyForm = (): Filled => ({ values: new Map(), errors: new Map(), found: new Map() });

const idOf = (input: Fields): string => textOf(input.id) ?? '';

export function labelOf(input: Fields): string {
  return textOf(input.label) ?? textOf(input.title) ?? textOf(input.placeholder) ?? idOf(input);
}

function kindOf(input: Fields): SeenFieldKind {
  switch (input.type) {
    case 'Input.ChoiceSet':
      if (textOf(fieldsOf(input['choices.data']).dataset)?.startsWith('graph.microsoft.com/')) {
        return 'person';
      }
      return input.isMultiSelect === true ? 'several choices' : 'choice';
    case 'Input.Date':
      return 'date';
    case 'Input.Time':
      return 'time';
    case 'Input.Toggle':
      return 'yes/no';
    default:
      return input.isMultiline === true ? 'long text' : 'text';
  }
}

export function choicesOf(input: Fields, filled: Filled): readonly Choice[] {
  const own = listOf(input.choices).map((choice) => ({
    title: textOf(fieldsOf(choice).title) ?? '',
    value: textOf(fieldsOf(choice).value) ?? '',
  }));
  const more = (filled.found.get(idOf(input)) ?? []).filter(
    ({ value }) => !own.some((choice) => choice.value === value),
  );
  return [...own, ...more];
}

/** What would be sent for this input now. */
function rawValue(input: Fields, filled: Filled): string | undefined {
  const own = filled.values.get(idOf(input));
  if (own !== undefined) {
    return own;
  }
  if (input.type === 'Input.Toggle') {
    return textOf(input.value) ?? textOf(input.valueOff) ?? 'false';
  }
  return typeof input.value === 'number' ? String(input.value) : textOf(input.value);
}

function seenValue(input: Fields, filled: Filled): SeenField['value'] {
  const raw = rawValue(input, filled);
  if (input.type === 'Input.Toggle') {
    return raw === (textOf(input.valueOn) ?? 'true');
  }
  if (input.type !== 'Input.ChoiceSet') {
    return raw;
  }
  const choices = choicesOf(input, filled);
  const titleOf = (value: string) => choices.find((choice) => choice.value === value)?.title ?? value;
  if (input.isMultiSelect === true) {
    return raw ? raw.split(',').map(titleOf) : [];
  }
  return raw ? titleOf(raw) : undefined;
}

/**
 * Adaptive Cards have no errors of the server, so a bot writes one in the colour "attention" beside the input.
 * A text between two inputs belongs to the one above it, unless that one has another directly above itself.
 */
function drawnError(items: readonly Item[], input: Item): string | undefined {
  const parent = input.place.slice(0, -1).join();
  const at = input.place.at(-1) ?? 0;
  const beside = (place: readonly number[], offset: number) =>
    place.slice(0, -1).join() === parent && place.at(-1) === at + offset;
  const errorAt = (offset: number) =>
    items.find((item) => item.kind === 'text' && item.attention && beside(item.place, offset));
  const fieldAt = (offset: number) => items.find((item) => item.kind === 'field' && beside(item.place, offset));
  const above = errorAt(-1);
  const below = errorAt(1);
  const aboveIsTaken = fieldAt(-2) !== undefined && errorAt(-3) === undefined;
  const own = above && !aboveIsTaken ? above : (below ?? (aboveIsTaken ? undefined : above));
  return own?.kind === 'text' ? own.text : undefined;
}

export function seenFields(items: readonly Item[], filled: Filled): readonly SeenField[] {
  return items.flatMap((item) =>
    item.kind === 'field'
      ? {
          name: idOf(item.input),
          label: labelOf(item.input),
          kind: kindOf(item.input),
          value: seenValue(item.input, filled),
          options: choicesOf(item.input, filled).map(({ title }) => title),
          required: item.input.isRequired === true,
          error: filled.errors.get(idOf(item.input)) ?? drawnError(items, item),
        }
      : [],
  );
}

function complain(input: Fields, why: string): Error {
  return new Error(`The field "${labelOf(input)}" cannot take this: ${why}`);
}

function choose(input: Fields, filled: Filled, label: string): string {
  const choice = choicesOf(input, filled).find(({ title }) => title === label);
  if (!choice) {
    const titles = choicesOf(input, filled).map(({ title }) => title);
    throw complain(input, `there is no option "${label}" among: ${titles.join(', ')}`);
  }
  return choice.value;
}

/** What the control would hold after the person put this value in. Throws where a real control would not let them. */
export function enteredValue(input: Fields, filled: Filled, value: FieldValue): string {
  switch (input.type) {
    case 'Input.Toggle':
      if (typeof value !== 'boolean') {
        throw complain(input, 'it is a yes/no field');
      }
      return value ? (textOf(input.valueOn) ?? 'true') : (textOf(input.valueOff) ?? 'false');
    case 'Input.ChoiceSet': {
      const labels = typeof value === 'string' ? [value] : Array.isArray(value) ? value : undefined;
      if (!labels || (labels.length > 1 && input.isMultiSelect !== true)) {
        throw complain(input, 'it takes the label of an option');
      }
      return labels.map((label: string) => choose(input, filled, label)).join(',');
    }
    default:
      if (typeof value !== 'string') {
        throw complain(input, 'it takes text; Teams has no fields for files in cards');
      }
  }
  if (value !== '' && input.type === 'Input.Date' && !isDate(value)) {
    throw complain(input, `"${value}" is not a date such as 2024-11-07`);
  }
  if (value !== '' && input.type === 'Input.Time' && !timePattern.test(value)) {
    throw complain(input, `"${value}" is not a time such as 15:30`);
  }
  if (value !== '' && input.type === 'Input.Number' && !Number.isFinite(Number(value))) {
    throw complain(input, `"${value}" is not a number`);
  }
  if (typeof input.maxLength === 'number' && value.length > input.maxLength) {
    throw complain(input, `only ${input.maxLength} characters fit, not ${value.length}`);
  }
  return value;
}

function isInvalid(input: Fields, raw: string | undefined): boolean {
  const empty = raw === undefined || raw === '';
  const unticked = input.type === 'Input.Toggle' && raw !== (textOf(input.valueOn) ?? 'true');
  if (input.isRequired === true && (empty || unticked)) {
    return true;
  }
  if (empty) {
    return false;
  }
  if (input.type === 'Input.Text') {
    const regex = textOf(input.regex);
    return regex !== undefined && !new RegExp(regex).test(raw);
  }
  const value = input.type === 'Input.Number' ? Number(raw) : raw;
  const before = (limit: unknown) => limit !== undefined && typeof limit === typeof value && String(limit) !== raw;
  const below =
    before(input.min) && (typeof value === 'number' ? value < Number(input.min) : value < String(input.min));
  const above =
    before(input.max) && (typeof value === 'number' ? value > Number(input.max) : value > String(input.max));
  return ['Input.Number', 'Input.Date', 'Input.Time'].includes(String(input.type)) && (below || above);
}

/** The client's own check before it sends: errors by input id, none when the form may go. */
export function clientErrors(inputs: readonly Fields[], filled: Filled): ReadonlyMap<string, string> {
  return new Map(
    inputs
      .filter((input) => isInvalid(input, rawValue(input, filled)))
      .map((input) => [idOf(input), textOf(input.errorMessage) ?? 'This field is not filled in correctly.']),
  );
}

/** What the client adds to the action's data: always strings, and nothing for what is empty. */
export function submittedValues(inputs: readonly Fields[], filled: Filled): Fields {
  const pairs = inputs.map((input) => [idOf(input), rawValue(input, filled)] as const);
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined && value !== ''));
}
