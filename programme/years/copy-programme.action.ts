/** Asks the secretariat for what a further year of its programme is to be, and shows all of it before it is made. */
import { z } from 'zod';
import type { Programme } from '../../prisma/client.js';
import { dayText } from '../calendar/business-days.js';
import { findCompanies, nameIn } from '../members/queries.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { identifierText } from '../messages/canonical.js';
import { isDate } from '../messages/dates.js';
import { elements, type Field, type Form, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { takenBack } from '../requests/taking-back.sql.js';
import { longestTitle } from '../sessions/details.js';
import { type CopiedProgramme, copyProgramme } from './copy-programme.js';
import { copyElements, doesOf } from './describe-copy.js';
import { copyRecogniser } from './recognisers.js';
import { refuseYear } from './refuse-year.js';
import { nextYearIn, sameWeekdayNextYear } from './shift.js';
import { staffChoices } from './staff-choices.js';
import { yearTexts } from './texts.js';

const MOST_COMPANIES = 100;
/** What was chosen travels with the form that asks for agreement, which holds no more on Slack. */
const MOST_CHOSEN = 25;
const LONGEST_CODE = 32;

const wishes = ['all', 'chosen', 'none'] as const;

const name = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(longestTitle, { error: 'too_long' });

const wished = z.object({
  nameJa: name,
  nameEn: name,
  code: z
    .string({ error: 'required' })
    .transform(identifierText)
    .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9._-]{0,31}$/i, { error: 'invalid' })),
  startsOn: z.string({ error: 'required' }).refine(isDate, { error: 'not_a_date' }),
  which: z.enum(wishes),
  companies: z
    .array(z.uuid({ error: 'not_a_choice' }))
    .max(MOST_CHOSEN, { error: 'too_many' })
    .default([]),
  staff: z.enum(wishes).default('all'),
  people: z
    .array(z.uuid({ error: 'not_a_choice' }))
    .max(MOST_CHOSEN, { error: 'too_many' })
    .default([]),
});

type Wish = z.infer<typeof wished>;

export const copyProgrammeAction = memberAction({
  name: 'programme.copy',
  texts: yearTexts,
  command: 'copy-programme',
  recognise: copyRecogniser,
  who: secretariat,
  input: wished.extend({ agreed: z.literal(true) }),
  offered: 'help',
  ask: copyForm,
  confirm: 'always',
  run: async (context, { agreed: _agreed, ...wish }) => {
    const copied = await copy(context, wish);
    if (isRefusal(copied)) return copied;
    const { look, ...texts } = yearTexts[context.language];
    const summary = texts.copied(named(context, wish));
    const choose = { label: look, action: 'programme.choose', input: { programme: copied.programmeId } };
    return {
      message: {
        summary,
        elements: elements({ kind: 'text', text: summary }, { kind: 'buttons', buttons: [choose] }),
      },
    };
  },
  conflicts: {
    // Two who make the same programme at the same instant make one.
    programme_code_key: (_context, { code }) => refuseYear('programme_code_taken', { code }, { field: 'code' }),
  },
});

function named({ language }: Context, { nameJa, nameEn }: Wish): string {
  return pick(language, { ja: nameJa, en: nameEn });
}

async function copy(context: Context, wish: Wish): Promise<CopiedProgramme | Refusal> {
  const { transaction, membership, person, now } = context;
  const { which, companies, staff, people, ...about } = wish;
  const [companyIds, personIds] = [continuing(which, companies), continuing(staff, people)];
  // Chosen ones without anybody chosen are a field that was overlooked.
  if (which === 'chosen' && companies.length === 0) {
    return refuseYear('continuing_companies_needed', {}, { field: 'companies' });
  }
  if (staff === 'chosen' && people.length === 0) {
    return refuseYear('continuing_staff_needed', {}, { field: 'people' });
  }
  return await copyProgramme(transaction, {
    ...{ ...about, fromId: membership.programmeId, companyIds, personIds, byId: person.id, now },
  });
}

/** Null: all. */
function continuing(wish: (typeof wishes)[number], chosen: readonly string[]): readonly string[] | null {
  return wish === 'all' ? null : wish === 'none' ? [] : chosen;
}

async function copyForm(context: Context, given: Values): Promise<Form> {
  const wish = wished.safeParse(given);
  if (!wish.success) return await wishForm(context, given, null);
  const copied = await takenBack(context.transaction, () => copy(context, wish.data));
  return isRefusal(copied)
    ? await wishForm(context, given, copied.words[context.language])
    : agreementForm(context, wish.data, copied);
}

/** @param wrong why what was entered cannot be */
async function wishForm(context: Context, given: Values, wrong: string | null): Promise<Form> {
  const { transaction, membership, language } = context;
  const first = await transaction.programme.findUniqueOrThrow({ where: { id: membership.programmeId } });
  const { introduction, next } = yearTexts[language];
  const text = introduction(pick(language, nameIn(first)));
  return {
    ...formOf(context, next, {}),
    introduction: [...(wrong === null ? [] : [{ kind: 'note' as const, text: wrong }]), { kind: 'text', text }],
    fields: [...aboutFields(context, first, given), ...(await whoFields(context, given))],
  };
}

/** It says first what is made and that nobody is told. */
function agreementForm(context: Context, wish: Wish, copied: CopiedProgramme): Form {
  // No client brings back an empty list.
  const { companies, people, ...rest } = wish;
  const chosen = { ...(companies.length > 0 && { companies }), ...(people.length > 0 && { people }) };
  const does = doesOf(context, named(context, wish), copied);
  return {
    ...formOf(context, yearTexts[context.language].create, { ...rest, ...chosen, agreed: true }),
    introduction: [{ kind: 'text', text: does }, ...copyElements(context, copied)],
    fields: [],
  };
}

function formOf({ language }: Context, submit: string, known: Values) {
  const action = 'programme.copy';
  const { title } = yearTexts[language].actions[action];
  return { action, title, submit, cancel: chatTexts[language].close, known };
}

/** A name or code that names a year begins with the next one. */
function aboutFields({ language }: Context, first: Programme, given: Values): readonly Field[] {
  const { labels, hints } = yearTexts[language];
  const begun = (field: string, otherwise: string | null) => {
    const typed = given[field];
    const initial = typeof typed === 'string' ? typed : otherwise;
    return initial === null ? {} : { initial };
  };
  const text = (field: 'nameJa' | 'nameEn') => ({
    ...{ kind: 'text' as const, name: field, label: labels[field], maximum: longestTitle },
    ...begun(field, nextYearIn(first[field])),
  });
  return [
    text('nameJa'),
    text('nameEn'),
    {
      ...{ kind: 'text', name: 'code', label: labels.code, hint: hints.code, maximum: LONGEST_CODE },
      ...begun('code', nextYearIn(first.code)),
    },
    {
      ...{ kind: 'date', name: 'startsOn', label: labels.startsOn, hint: hints.startsOn },
      ...begun('startsOn', sameWeekdayNextYear(dayText(first.startsOn))),
    },
  ];
}

async function whoFields(context: Context, given: Values): Promise<readonly Field[]> {
  const { transaction, membership, language } = context;
  const { labels, hints, which, whichStaff } = yearTexts[language];
  const companies = await findCompanies(transaction, membership.programmeId, { typed: '', most: MOST_COMPANIES });
  const companyChoices = companies.map(({ id, name: of }) => ({ value: id, label: pick(language, of) }));
  const staff = await staffChoices(context);
  const begun = (field: string) => {
    const chosen = given[field];
    return Array.isArray(chosen) && chosen.length > 0 ? { initial: chosen } : {};
  };
  return [
    {
      ...{ kind: 'choice', name: 'which', label: labels.which },
      choices: wishes.map((value) => ({ value, label: which[value] })),
      initial: wishes.find((value) => value === given.which) ?? 'all',
    },
    ...(companyChoices.length === 0
      ? []
      : [
          {
            ...{ kind: 'several choices' as const, name: 'companies', label: labels.companies, optional: true },
            ...{ choices: companyChoices, ...begun('companies') },
          },
        ]),
    ...(staff.length === 0
      ? []
      : [
          {
            ...{ kind: 'choice' as const, name: 'staff', label: labels.staff, hint: hints.staff },
            choices: wishes.map((value) => ({ value, label: whichStaff[value] })),
            initial: wishes.find((value) => value === given.staff) ?? 'all',
          },
          {
            ...{ kind: 'several choices' as const, name: 'people', label: labels.people, optional: true },
            ...{ choices: staff, ...begun('people') },
          },
        ]),
  ];
}
