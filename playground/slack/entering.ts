/** Turning what a person enters into the state value that Slack's client would hold. */

import type { FieldValue } from '../client.js';
import { taken, typings } from '../typing.js';
import { type Place, suggest } from './interactions.js';
import { asText, type Json } from './json.js';
import { fileObject } from './messages.js';
import { storeFile } from './methods/files.js';
import { readText } from './reading.js';
import { type Fillable, optionsOf } from './screen.js';
import type { SlackUser, Workspace, World } from './world.js';

export interface Person {
  readonly world: World;
  readonly workspace: Workspace;
  readonly user: SlackUser;
}

/** The state for this value. Throws, saying what there is, when the element does not take it. */
export async function enter(person: Person, place: Place, field: Fillable, value: FieldValue): Promise<Json> {
  const { element } = field.placed;
  const type = String(element.type);
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return {
        type,
        selected_option: value === '' ? null : pick(person, field, optionsOf(element), one(field, value)),
      };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: pickSeveral(person, field, value) };
    case 'external_select':
      return { type, selected_option: await pickSuggested(person, place, field, one(field, value)) };
    case 'multi_external_select': {
      const selected: Json[] = [];
      for (const label of many(field, value)) selected.push(await pickSuggested(person, place, field, label));
      return { type, selected_options: selected };
    }
    case 'users_select':
      return { type, selected_user: findPerson(person, field, one(field, value)) };
    case 'multi_users_select':
      return { type, selected_users: many(field, value).map((name) => findPerson(person, field, name)) };
    case 'conversations_select':
      return { type, selected_conversation: findRoom(person, field, one(field, value)) };
    case 'multi_conversations_select':
      return { type, selected_conversations: many(field, value).map((name) => findRoom(person, field, name)) };
    case 'channels_select':
      return { type, selected_channel: findRoom(person, field, one(field, value)) };
    case 'multi_channels_select':
      return { type, selected_channels: many(field, value).map((name) => findRoom(person, field, name)) };
    case 'datepicker':
      return {
        type,
        selected_date: matching(field, one(field, value), /^\d{4}-\d\d-\d\d$/, 'a date such as 2024-11-07'),
      };
    case 'timepicker':
      return {
        type,
        selected_time: matching(field, one(field, value), /^\d\d:\d\d$/, 'a time such as 15:30'),
        ...(element.timezone === undefined ? {} : { timezone: element.timezone }),
      };
    case 'datetimepicker':
      return {
        type,
        selected_date_time: Math.floor(
          new Date(
            matching(field, one(field, value), /^\d{4}-\d\d-\d\dT/, 'an instant such as 2024-11-07T15:30:00Z'),
          ).valueOf() / 1000,
        ),
      };
    case 'rich_text_input':
      return {
        type,
        rich_text_value: {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: one(field, value) }] }],
        },
      };
    case 'file_input':
      return { type, files: [attach(person, field, value)] };
    default:
      return { type, value: one(field, value) === '' ? null : one(field, value) };
  }
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
  if (!Array.isArray(value)) throw wrong(field, 'a list of labels', value);
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
    const answer = await suggest(person.world, person.workspace, person.user, place, field.placed, typed);
    if (answer.error !== undefined)
      throw new Error(`The menu "${field.label}" could not load its options: ${answer.error}`);
    offered = answer.options;
    const option = taken(offered, ({ text }) => readText(person.workspace, text), label, typed);
    if (option !== undefined) return option;
  }
  return pick(person, field, offered, label);
}

function findPerson(person: Person, field: Fillable, name: string): string {
  for (const user of person.workspace.users.values()) {
    if (!user.deleted && (user.id === name || user.realName === name || user.name === name)) return user.id;
  }
  throw wrong(
    field,
    `a person of the workspace (${[...person.workspace.users.values()]
      .map((user) => user.realName)
      .slice(0, 20)
      .join(', ')})`,
    name,
  );
}

function findRoom(person: Person, field: Fillable, name: string): string {
  for (const room of person.workspace.rooms)
    if (room.id === name || room.name === name.replace(/^#/, '')) return room.id;
  throw wrong(field, 'a channel', name);
}

function attach(person: Person, field: Fillable, value: FieldValue): Json {
  if (typeof value !== 'object' || !('content' in value)) throw wrong(field, 'a file', value);
  const types = field.placed.element.filetypes;
  const ending = value.name.split('.').pop()?.toLowerCase() ?? '';
  if (Array.isArray(types) && !types.some((type) => asText(type)?.toLowerCase() === ending))
    throw wrong(field, `files of the types ${types.join(', ')}`, value.name);
  return fileObject(
    person.world,
    person.workspace,
    storeFile(person.world, person.workspace, { ...value, user: person.user.id }),
  );
}
