/** Turning what a person enters into the state value that Slack's client would hold. */
import type { FieldFile, FieldValue } from '../client.js';
import { taken, typings } from '../typing.js';
import { holdingOf, stateWith } from './element-kinds.js';
import { type Place, suggest } from './interactions.js';
import type { Json } from './json.js';
import { fileObject } from './messages.js';
import { storeFile } from './methods/files.js';
import { readText } from './reading.js';
import { type Fillable, optionsOf } from './screen.js';
import type { SlackStore, SlackUser, Workspace } from './store.js';

export interface Person {
  readonly store: SlackStore;
  readonly workspace: Workspace;
  readonly user: SlackUser;
}

/** The state for this value. Throws, saying what there is, when the element does not take it. */
export async function enter(person: Person, place: Place, field: Fillable, value: FieldValue): Promise<Json> {
  const { element } = field.placed;
  const { what, several } = holdingOf(element);
  switch (what) {
    case 'option':
      if (several) return stateWith(element, pickSeveral(person, field, value));
      return stateWith(element, value === '' ? null : pick(person, field, optionsOf(element), one(field, value)));
    case 'suggested option': {
      if (!several) return stateWith(element, await pickSuggested(person, place, field, one(field, value)));
      const selected: Json[] = [];
      for (const label of many(field, value)) selected.push(await pickSuggested(person, place, field, label));
      return stateWith(element, selected);
    }
    case 'date':
      return stateWith(element, matching(field, one(field, value), /^\d{4}-\d\d-\d\d$/, 'a date such as 2024-11-07'));
    case 'time':
      return stateWith(element, matching(field, one(field, value), /^\d\d:\d\d$/, 'a time such as 15:30'));
    case 'instant': {
      const wanted = 'an instant such as 2024-11-07T15:30:00Z';
      const instant = matching(field, one(field, value), /^\d{4}-\d\d-\d\dT/, wanted);
      return stateWith(element, Math.floor(new Date(instant).valueOf() / 1000));
    }
    case 'rich text':
      return stateWith(element, richText(one(field, value)));
    case 'file':
      return stateWith(element, attach(person, field, value));
    case 'text':
      return stateWith(element, one(field, value) === '' ? null : one(field, value));
  }
}

/** Text without any format, as the client's editor keeps it. */
export function richText(text: string): Json {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}

function wrong(field: Fillable, wanted: string, value: unknown): Error {
  return new Error(`The field "${field.label}" takes ${wanted}, not ${JSON.stringify(value)}`);
}

function one(field: Fillable, value: FieldValue): string {
  if (typeof value !== 'string') throw wrong(field, 'one text', value);
  return value;
}

function many(field: Fillable, value: FieldValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (!isList(value)) throw wrong(field, 'a list of labels', value);
  return value.map(String);
}

function matching(field: Fillable, value: string, pattern: RegExp, wanted: string): string {
  if (!pattern.test(value)) throw wrong(field, wanted, value);
  return value;
}

function pick(person: Person, field: Fillable, options: readonly Json[], label: string): Json {
  const found = options.find((option) => readText(person.workspace, option.text) === label);
  if (found === undefined) {
    throw new Error(
      `"${field.label}" has no option "${label}"; there are: ${options.map((option) => readText(person.workspace, option.text)).join(', ')}`,
    );
  }
  return found;
}

function pickSeveral(person: Person, field: Fillable, value: FieldValue): readonly Json[] {
  const options = optionsOf(field.placed.element);
  if (typeof value === 'boolean') {
    if (options.length !== 1) throw wrong(field, 'a list of labels', value);
    return value ? options : [];
  }
  const most = field.placed.element.max_selected_items;
  const labels = many(field, value);
  if (typeof most === 'number' && labels.length > most) throw wrong(field, `at most ${most} choices`, value);
  return labels.map((label) => pick(person, field, options, label));
}

/** Types the label, or a part of it, into the menu and takes the option meant from what the bot offers. */
async function pickSuggested(person: Person, place: Place, field: Fillable, label: string): Promise<Json> {
  let offered: readonly Json[] = [];
  for (const typed of typings(label)) {
    const answer = await suggest(person.store, person.workspace, person.user, place, field.placed, typed);
    if (answer.error !== undefined)
      throw new Error(`The menu "${field.label}" could not load its options: ${answer.error}`);
    offered = answer.options;
    const option = taken(offered, ({ text }) => readText(person.workspace, text), label, typed);
    if (option !== undefined) return option;
  }
  return pick(person, field, offered, label);
}

function attach({ store, workspace, user }: Person, field: Fillable, value: FieldValue): readonly Json[] {
  const files = isList(value) ? value : [value];
  const { max_files: most } = field.placed.element;
  if (files.length > (typeof most === 'number' ? most : 10)) throw wrong(field, `at most ${most} files`, files.length);
  const types = fileTypes(field.placed.element);
  return files.map((file) => {
    if (!isFile(file)) throw wrong(field, 'a file', file);
    if (file.content.byteLength > largestFile) throw wrong(field, 'files of at most 10 MB', file.name);
    if (!takesFile(types, file.name)) throw wrong(field, `files of the types ${types.join(', ')}`, file.name);
    return fileObject(store, workspace, storeFile(store, workspace, { ...file, user: user.id }));
  });
}

function isList(value: FieldValue): value is Extract<FieldValue, readonly unknown[]> {
  return Array.isArray(value);
}

function isFile(value: FieldValue | undefined): value is FieldFile {
  return typeof value === 'object' && 'content' in value;
}

/** In bytes: of a file that a form takes (docs.slack.dev/reference/block-kit/block-elements/file-input-element). */
export const largestFile = 10 * 1_048_576;

/** The endings of names that a file_input takes, in lower case; none for any. */
export function fileTypes(element: Json): readonly string[] {
  return Array.isArray(element.filetypes) ? element.filetypes.map((type) => String(type).toLowerCase()) : [];
}

export function takesFile(types: readonly string[], name: string): boolean {
  return types.length === 0 || types.includes(name.split('.').pop()?.toLowerCase() ?? '');
}
