/** Asks the secretariat for a person who is to be on the roster. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { languages } from '../members/languages.js';
import { findCompanies } from '../members/queries.js';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { type Choice, elements, type Field, type Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal } from '../requests/refusal.js';
import { addPerson } from './add-person.js';
import { rosterTexts } from './texts.js';
import { inviteButton, step } from './words.js';

const MOST_COMPANIES = 50;
const LONGEST_NAME = 100;

const roles = ['participant', 'adviser', 'speaker', 'secretariat'] as const;
const levels = ['working', 'management'] as const;

const name = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(LONGEST_NAME, { error: 'too_long' });

const input = z.object({
  nameJa: name,
  nameEn: z.string().trim().max(LONGEST_NAME, { error: 'too_long' }).default(''),
  furigana: name,
  email: z
    .string()
    .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
    .pipe(z.union([z.literal(''), z.email()], { error: 'invalid' }))
    .default(''),
  role: z.enum(roles),
  level: z.enum(levels).default('working'),
  company: perhapsChosen,
  language: z.enum(languages).default('ja'),
  another: z.boolean().default(false),
});

export const addPersonAction = memberAction({
  name: 'member.add',
  texts: rosterTexts,
  command: 'add-person',
  who: secretariat,
  input,
  offered: 'help',
  ask: async (context, given) =>
    step(context, 'member.add', {
      introduction: [{ kind: 'text', text: rosterTexts[context.language].addIntroduction }],
      fields: await personFields(context, given),
      submit: rosterTexts[context.language].add,
    }),
  search: (context, _field, typed) => companyChoices(context, typed),
  confirm: {
    when: 'words',
    show: async ({ language }) => ({ does: rosterTexts[language].addIntroduction, elements: [] }),
  },
  run: async (context, { email, company, another, ...person }) => {
    const { transaction, now, language } = context;
    const added = await addPerson(transaction, {
      ...{ ...person, email: email === '' ? null : email, companyId: company ?? null, isAnother: another },
      ...{ by: actingMember(context), now },
    });
    if (isRefusal(added)) return added;
    const text = rosterTexts[language].added(pick(language, added.name));
    return {
      message: {
        summary: text,
        elements: elements(
          { kind: 'text', text },
          { kind: 'buttons', buttons: [inviteButton(language, added.personId)] },
        ),
      },
    };
  },
});

async function personFields(context: Context, given: Values): Promise<readonly Field[]> {
  const { language } = context;
  const { labels, hints, levels: levelNames, yes, no } = rosterTexts[language];
  const members = memberTexts[language];
  const text = (name: 'nameJa' | 'nameEn' | 'furigana' | 'email', more: { hint?: string; optional?: boolean } = {}) => {
    const initial = given[name];
    return {
      ...{ kind: 'text' as const, name, label: labels[name], maximum: LONGEST_NAME, ...more },
      ...(typeof initial === 'string' && { initial }),
    };
  };
  return [
    text('nameJa'),
    text('nameEn', { hint: hints.nameEn, optional: true }),
    text('furigana'),
    text('email', { optional: true }),
    {
      ...{ kind: 'choice', name: 'role', label: labels.role, initial: 'participant' },
      choices: roles.map((value) => ({ value, label: members.roles[value] })),
    },
    {
      ...{ kind: 'choice', name: 'company', label: labels.company, hint: hints.company, search: true, optional: true },
      choices: await companyChoices(context, ''),
    },
    {
      ...{ kind: 'choice', name: 'level', label: labels.level, initial: 'working' },
      choices: levels.map((value) => ({ value, label: levelNames[value] })),
    },
    {
      ...{ kind: 'choice', name: 'language', label: members.language, initial: 'ja' },
      choices: languages.map((value) => ({ value, label: memberTexts[value].thisLanguage })),
    },
    { kind: 'yes/no', name: 'another', label: labels.another, yes, no, initial: false },
  ];
}

async function companyChoices(context: Context, typed: string): Promise<readonly Choice[]> {
  const { transaction, membership, language } = context;
  const companies = await findCompanies(transaction, membership.programmeId, { typed, most: MOST_COMPANIES });
  return companies.map(({ id, name }) => ({ value: id, label: pick(language, name) }));
}
