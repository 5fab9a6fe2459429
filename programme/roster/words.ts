/** People and choices of people in words, as the forms about the roster need them. */
import { findPeople } from '../members/find-people.js';
import { readName } from '../members/queries.js';
import { pick } from '../messages/bilingual.js';
import type { ActionButton, Field, Form, Introduction, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Context, Language } from '../requests/context.js';
import { rosterTexts } from './texts.js';

type RosterAction = keyof (typeof rosterTexts)['ja']['actions'];

/** The name of a person whom the guard has let through. */
export async function nameWords({ transaction, language }: Context, personId: string): Promise<string> {
  const name = await readName(transaction, personId);
  return name === null ? '' : pick(language, name);
}

/** Leads to the code by which somebody who was just added gets in. */
export function inviteButton(language: Language, personId: string): ActionButton {
  const label = rosterTexts[language].invite;
  return { label, action: 'member.invite', input: { person: personId }, emphasis: 'primary' };
}

/** Asks for a member of the programme. */
export async function memberField(
  context: Context,
  name: string,
  label: string,
  given: Values,
  more: { readonly hint?: string; readonly optional?: boolean } = {},
): Promise<Field> {
  const initial = given[name];
  return {
    ...{ kind: 'person', name, label, search: true, ...more },
    choices: await findPeople(context, { typed: '' }),
    ...(typeof initial === 'string' && { initial }),
  };
}

/** A step of a form: what it asks and what is known, under the action's title. */
export function step(
  { language }: Context,
  action: RosterAction,
  {
    introduction = [],
    fields = [],
    known = {},
    submit = rosterTexts[language].next,
  }: {
    readonly introduction?: readonly Introduction[];
    readonly fields?: readonly Field[];
    readonly known?: Values;
    readonly submit?: string;
  },
): Form {
  const { title } = rosterTexts[language].actions[action];
  return { action, title, introduction, fields, known, submit, cancel: chatTexts[language].close };
}
