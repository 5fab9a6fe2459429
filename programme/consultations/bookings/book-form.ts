/** The form that books an hour: which company and hour, what it is about, who will come, and what is sent along. */
import { findPeople } from '../../members/find-people.js';
import { findCompanies } from '../../members/queries.js';
import { pick } from '../../messages/bilingual.js';
import { initialChoices } from '../../messages/initial.js';
import type { Choice, Field, Form, Introduction, Value, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { readAvailable } from '../entitlement/ledger.js';
import { hourFor } from '../hour-words.js';
import { fileFields } from './booking-files.js';
import { companyTexts } from './company-texts.js';
import { adviserOf, modeField } from './hour-choices.js';
import { readTerms } from './queries.js';
import { refuseBooking } from './refuse-booking.js';
import { bookingTexts } from './texts.js';
import { type WantedHour, wantedHour } from './wanted-hour.js';

export const LONGEST_WORDS = 2_000;
export const LONGEST_REASON = 500;

const MOST_COMPANIES = 50;

export async function companyChoices(context: Context, typed: string): Promise<readonly Choice[]> {
  const { transaction, membership, language } = context;
  const found = await findCompanies(transaction, membership.programmeId, { typed, most: MOST_COMPANIES });
  return found.map(({ id, name }) => ({ value: id, label: pick(language, name) }));
}

/** Not opened where the company has nothing left, or nothing is free. The secretariat says first for which company. */
export async function bookForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership } = context;
  const isStaff = membership.role !== 'participant';
  const companyId = isStaff ? given.company : membership.companyId;
  if (!isId(companyId)) return await companyForm(context, given);
  if (((await readAvailable(transaction, companyId)) ?? 0) < 1) {
    const { contact } = await readTerms(transaction, membership.programmeId);
    return refuseBooking('not_entitled', { contact });
  }
  const wanted = await wantedHour(context, {
    companyId,
    slotId: isId(given.slot) ? given.slot : null,
    isSent: given.topics !== undefined || given.attendees !== undefined,
    filter: {},
  });
  if (isRefusal(wanted)) return wanted;
  return await wholeForm(context, given, { companyId, wanted });
}

async function companyForm(context: Context, given: Values): Promise<Form> {
  const { book, actions } = companyTexts[context.language];
  return {
    action: 'consultation.book',
    title: actions['consultation.book'].title,
    introduction: [],
    fields: [
      {
        ...{ kind: 'choice', name: 'company', label: book.company, search: true },
        choices: await companyChoices(context, ''),
      },
    ],
    known: { ...knownOf(given) },
    submit: book.next,
    cancel: chatTexts[context.language].close,
  };
}

function knownOf({ slot, files }: Values): Values {
  return { ...(isId(slot) && { slot }), ...(Array.isArray(files) && { files }) };
}

interface Whole {
  readonly companyId: string;
  readonly wanted: WantedHour;
}

async function wholeForm(context: Context, given: Values, { companyId, wanted }: Whole): Promise<Form> {
  const { book, actions } = companyTexts[context.language];
  const { hour } = wanted;
  const isStaff = context.membership.role !== 'participant';
  const files = await fileFields(context, given.files, { optional: true });
  return {
    action: 'consultation.book',
    title: actions['consultation.book'].title,
    introduction: [...(hour === null ? [] : hourFacts(context, hour)), ...wanted.introduction],
    fields: [
      ...wanted.fields,
      ...(hour === null || hour.method === 'mixed' ? [modeField(context, given.mode, hour === null)] : []),
      longText('topics', book.topics, given.topics),
      { ...longText('questions', book.questions, given.questions), optional: true },
      await attendeesField(context, companyId, given.attendees),
      ...(isStaff ? [{ ...longText('reason', book.reason, given.reason), optional: true }] : []),
      ...files,
    ],
    known: { ...(hour !== null && { slot: hour.id }), ...(isStaff && { company: companyId }) },
    submit: book.submit,
    cancel: chatTexts[context.language].close,
  };
}

function hourFacts(context: Context, hour: NonNullable<WantedHour['hour']>): readonly Introduction[] {
  const { labels } = bookingTexts[context.language];
  const { find } = companyTexts[context.language];
  return [
    {
      kind: 'facts',
      facts: [
        { label: labels.when, value: hourFor(context, hour) },
        { label: labels.adviser, value: adviserOf(context, hour) },
        { label: labels.how, value: find.methods[hour.method] },
        ...(hour.place === '' || hour.method === 'online' ? [] : [{ label: labels.where, value: hour.place }]),
      ],
    },
  ];
}

function longText(name: string, label: string, initial: unknown): Extract<Field, { kind: 'long text' }> {
  const maximum = name === 'reason' ? LONGEST_REASON : LONGEST_WORDS;
  return {
    ...{ kind: 'long text', name, label, maximum },
    ...(typeof initial === 'string' && { initial: initial.slice(0, maximum) }),
  };
}

/** Who books it comes, unless told otherwise. */
async function attendeesField(context: Context, companyId: string, given: Value): Promise<Field> {
  const choices = await findPeople(context, { typed: '', companyId, roles: ['participant'] });
  const own = choices.some(({ value }) => value === context.person.id) ? [context.person.id] : [];
  return {
    ...{ kind: 'several choices', name: 'attendees', label: companyTexts[context.language].book.attendees, choices },
    initial: given === undefined ? own : initialChoices(given, choices),
  };
}
