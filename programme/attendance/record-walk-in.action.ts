/** Asks the secretariat who came without registering. */

import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { findCompanyByName } from '../members/guest-company.js';
import { findCompanies, findCompany, readParticipants } from '../members/queries.js';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { type Choice, elements, type Fact, type Field, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction, type Preview } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { findSession, sessionState } from '../sessions/find-session.js';
import { refuseSession } from '../sessions/refuse-session.js';
import { refuseBeforeCheckIn } from '../sessions/rules.js';
import { absentChoices, modeChoices, sessionChoices, sessionField } from '../sessions/session-choices.js';
import { sessionTexts } from '../sessions/texts.js';
import { recordWalkIn } from './record-walk-in.js';
import { refuseAttendance } from './refuse-attendance.js';
import { attendanceTexts } from './texts.js';

/** As many companies as a form shows at once. */
const MOST_COMPANIES = 50;

const input = z
  .object({
    session: chosen,
    mode: z.enum(['onsite', 'online']),
    person: perhapsChosen,
    name: z.string().trim().max(100, { error: 'too_long' }).optional(),
    company: perhapsChosen,
    /** The company as it is typed, where it is not among the programme's. */
    guestCompany: z.string().trim().max(200, { error: 'too_long' }).optional(),
    another: z.boolean().default(false),
  })
  .refine(({ person, name }) => person !== undefined || name, { path: ['person'], error: 'required' })
  .refine(({ person, company, guestCompany }) => person !== undefined || company !== undefined || guestCompany, {
    path: ['company'],
    error: 'required',
  });

export const recordWalkInAction = memberAction({
  name: 'session.walk-in',
  texts: attendanceTexts,
  command: 'walk-in',
  who: secretariat,
  input,
  offered: 'help',
  search: async (context, field, typed, given) =>
    field === 'company'
      ? await companyChoices(context, typed)
      : await absentChoices(context, await findSession(context, given.session), typed),
  ask: async (context, given) => {
    const { language } = context;
    const session = await findSession(context, given.session);
    const early = session && refuseBeforeCheckIn(session, context.now);
    if (early) return early;
    const sessions = session ? [] : await sessionChoices(context, {});
    if (session === null && sessions.length === 0) return refuseSession('no_open_session', {});
    return {
      action: 'session.walk-in',
      title: attendanceTexts[language].actions['session.walk-in'].title,
      introduction: session ? [{ kind: 'text', text: sessionTitle(context, session) }] : [],
      fields: [...(session ? [] : [sessionField(context, sessions)]), ...(await walkInFields(context, session, given))],
      known: session ? { session: session.id } : {},
      submit: attendanceTexts[language].record,
      cancel: chatTexts[language].close,
    };
  },
  confirm: {
    when: 'words',
    show: preview,
    state: async (context, { session }) => await sessionState(context, session),
  },
  run: async (
    context,
    { session: sessionId, mode: came, person: personId, name = '', company, guestCompany, another },
  ) => {
    const { transaction, now, language } = context;
    const named = { name, companyId: company ?? null, guestCompany, isAnother: another };
    const who = personId === undefined ? named : { personId };
    const recorded = await recordWalkIn(transaction, { sessionId, who, came, by: actingMember(context), now });
    if (isRefusal(recorded)) return recorded;
    const { walkedIn, walkedInGuest, nextWalkIn, came: cameAs } = attendanceTexts[language];
    const person = pick(language, recorded.name);
    const text =
      recorded.guestOf === null
        ? walkedIn(person, cameAs[came])
        : walkedInGuest(person, pick(language, recorded.guestOf), cameAs[came]);
    const next = sessionButton(context, 'session.walk-in', recorded.session, { label: nextWalkIn, form: true });
    return {
      message: { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [next] }) },
    };
  },
});

async function walkInFields(context: Context, session: Session | null, given: Values): Promise<readonly Field[]> {
  const typedCompany = given.guestCompany;
  const { labels, hints } = sessionTexts[context.language];
  const { another, yes, no } = attendanceTexts[context.language];
  return [
    { kind: 'choice', name: 'mode', label: labels.mode, choices: modeChoices(context, ['onsite', 'online']) },
    {
      kind: 'person',
      name: 'person',
      label: labels.attendee,
      search: true,
      optional: true,
      choices: await absentChoices(context, session, ''),
    },
    { kind: 'text', name: 'name', label: labels.name, hint: hints.newPerson, optional: true, maximum: 100 },
    {
      kind: 'choice',
      name: 'company',
      label: labels.company,
      hint: hints.newPersonsCompany,
      search: true,
      optional: true,
      choices: await companyChoices(context, ''),
    },
    {
      ...{ kind: 'text', name: 'guestCompany', label: labels.guestCompany, hint: hints.guestCompany },
      ...{ optional: true, maximum: 200 },
      ...(typeof typedCompany === 'string' && { initial: typedCompany }),
    },
    { kind: 'yes/no', name: 'another', label: another, yes, no, initial: false },
  ];
}

async function companyChoices(context: Context, typed: string): Promise<readonly Choice[]> {
  const { transaction, membership, language } = context;
  const companies = await findCompanies(transaction, membership.programmeId, {
    typed,
    most: MOST_COMPANIES,
    guests: true,
  });
  const { guestOf } = attendanceTexts[language];
  return companies.map(({ id, name, isGuest }) => {
    const label = pick(language, name);
    return { value: id, label: isGuest ? guestOf(label) : label };
  });
}

async function preview(
  context: Context,
  { session: named, mode, ...who }: z.infer<typeof input>,
): Promise<Preview | Refusal> {
  const session = await findSession(context, named);
  if (session === null) return refuse('not_found', {});
  const early = refuseBeforeCheckIn(session, context.now);
  if (early) return early;
  const facts = await whoFacts(context, who);
  if (isRefusal(facts)) return facts;
  const { came, recordsWalkIn } = attendanceTexts[context.language];
  return { does: recordsWalkIn(sessionTitle(context, session), came[mode]), elements: [{ kind: 'facts', facts }] };
}

/** The person and, where they are on no roster yet, the company. */
async function whoFacts(
  { transaction, membership, language }: Context,
  { person, name = '', company, guestCompany }: Omit<z.infer<typeof input>, 'session' | 'mode' | 'another'>,
): Promise<readonly Fact[] | Refusal> {
  const { programmeId } = membership;
  const { labels } = sessionTexts[language];
  const nameFact = (text: string) => ({ label: labels.attendee, value: memberTexts[language].personName(text) });
  if (person !== undefined) {
    const [known] = (await readParticipants(transaction, programmeId, [person])) ?? [];
    return known === undefined ? refuse('not_found', {}) : [nameFact(pick(language, known.name))];
  }
  if (company !== undefined && guestCompany) return refuseAttendance('one_company', {});
  const companyFact = (value: string) => ({ label: labels.company, value });
  const { guestOf } = attendanceTexts[language];
  const from =
    company === undefined
      ? await findCompanyByName(transaction, programmeId, guestCompany ?? '')
      : await findCompany(transaction, programmeId, company);
  if (from !== null) {
    const known = pick(language, from.name);
    return [nameFact(name), companyFact(from.isGuest ? guestOf(known) : known)];
  }
  return guestCompany ? [nameFact(name), companyFact(guestOf(guestCompany))] : refuseAttendance('company_unknown', {});
}
