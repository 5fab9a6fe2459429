/** The secretariat records someone who came without registering: a member, or a person who is on no roster yet. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { Choice } from '../messages/message.js';
import { plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import { type Context, type Refusal, refuse } from '../requests/context.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession, lockSession, subjectOfSession } from '../sessions/find-session.js';
import { refuseBeforeCheckIn } from '../sessions/rules.js';
import { attendeeChoices, modeChoices, sessionChoices, sessionField } from '../sessions/session-choices.js';
import { recordAttendance } from './attendance.js';

const input = z
  .object({
    session: chosen,
    mode: z.enum(['onsite', 'online']),
    person: perhapsChosen,
    name: z.string().trim().max(100, { error: 'too_long' }).optional(),
    company: perhapsChosen,
  })
  .refine(({ person, name }) => person !== undefined || name, { path: ['person'], error: 'required' })
  .refine(({ person, company }) => person !== undefined || company !== undefined, {
    path: ['company'],
    error: 'required',
  });

export const recordWalkIn = memberAction({
  name: 'session.walk-in',
  command: 'walk-in',
  who: secretariat,
  subject: subjectOfSession,
  input,
  offered: 'help',
  search: (context, field, typed) =>
    field === 'company' ? companyChoices(context, typed) : attendeeChoices(context, typed),
  ask: async (context, given) => {
    const { texts } = context;
    const session = await findSession(context, given.session);
    const early = session && refuseBeforeCheckIn(session, context.now);
    if (early) return early;
    const choices = session ? [] : await sessionChoices(context, {});
    if (session === null && choices.length === 0) return refuse('no_open_session', {});
    return {
      action: 'session.walk-in',
      title: texts.actions['session.walk-in'].title,
      introduction: session ? [{ kind: 'text', text: sessionTitle(context, session) }] : [],
      fields: [
        ...(session ? [] : [sessionField(context, choices)]),
        {
          kind: 'choice',
          name: 'mode',
          label: texts.sessions.labels.mode,
          choices: modeChoices(context, ['onsite', 'online']),
        },
        {
          kind: 'person',
          name: 'person',
          label: texts.sessions.labels.attendee,
          search: true,
          optional: true,
          choices: await attendeeChoices(context, ''),
        },
        {
          kind: 'text',
          name: 'name',
          label: texts.sessions.labels.name,
          hint: texts.sessions.hints.newPerson,
          optional: true,
          maximum: 100,
        },
        {
          kind: 'choice',
          name: 'company',
          label: texts.sessions.labels.company,
          hint: texts.sessions.hints.newPersonsCompany,
          search: true,
          optional: true,
          choices: await companyChoices(context, ''),
        },
      ],
      known: session ? { session: session.id } : {},
      submit: texts.sessions.record,
      cancel: texts.chat.close,
    };
  },
  confirm: {
    weighty: false,
    show: async (context, { session, mode, person, name, company }) => {
      const found = await findSession(context, session);
      const came = person === undefined ? null : await member(context, person);
      if (found === null || (came !== null && 'refused' in came)) return refuse('not_found', {});
      const from = came === null && company !== undefined ? await companyOf(context, company) : null;
      const { labels, modes } = context.texts.sessions;
      return [
        {
          kind: 'facts',
          facts: [
            { label: labels.session, value: sessionTitle(context, found) },
            { label: labels.attendee, value: context.texts.members.personName(came?.name ?? name ?? '') },
            ...(from
              ? [{ label: labels.company, value: pick(context.language, inBoth(from.nameJa, from.nameEn)) }]
              : []),
            { label: labels.mode, value: modes[mode] },
          ],
        },
      ];
    },
  },
  run: async (context, { session: id, mode, person, name, company }) => {
    const { transaction, now, texts } = context;
    const session = await lockSession(transaction, id);
    const early = refuseBeforeCheckIn(session, now);
    if (early) return early;
    const came =
      person !== undefined ? await member(context, person) : await newcomer(context, session, name ?? '', company);
    if ('refused' in came) return came;
    await recordAttendance(transaction, {
      sessionId: id,
      personId: came.personId,
      companyId: came.companyId,
      came: mode,
      source: 'secretariat',
      byId: context.person.id,
      now,
    });
    return { message: plain(texts.sessions.walkedIn(came.name, texts.sessions.came[mode])) };
  },
});

interface Came {
  readonly personId: string;
  readonly companyId: string | null;
  readonly name: string;
}

async function member(context: Context, personId: string): Promise<Came | Refusal> {
  const found = await context.transaction.membership.findFirst({
    where: { personId, programmeId: context.membership.programmeId, role: 'participant' },
    include: { person: true },
  });
  if (found === null) return refuse('not_found', {}, { field: 'person' });
  const name = pick(context.language, inBoth(found.person.nameJa, found.person.nameEn));
  return { personId, companyId: found.companyId, name };
}

/** A person without e-mail, who becomes a member of the company so that the figures count them. */
async function newcomer(
  context: Context,
  session: Session,
  name: string,
  companyId: string | undefined,
): Promise<Came | Refusal> {
  const { transaction, membership } = context;
  const { programmeId } = membership;
  const company = companyId === undefined ? null : await companyOf(context, companyId);
  if (company === null) return refuse('company_unknown', {}, { field: 'company' });
  const created = await transaction.person.create({
    data: {
      nameJa: name,
      nameEn: name,
      furigana: name,
      createdAt: context.now,
      memberships: {
        create: {
          programmeId,
          role: 'participant',
          level: session.audience === 'management' ? 'management' : 'working',
          companyId: company.id,
        },
      },
    },
  });
  return { personId: created.id, companyId: company.id, name };
}

async function companyOf({ transaction, membership }: Context, id: string) {
  return await transaction.company.findFirst({ where: { id, programmeId: membership.programmeId } });
}

async function companyChoices(context: Context, typed: string): Promise<readonly Choice[]> {
  const contains = { contains: typed.normalize('NFKC').trim(), mode: 'insensitive' as const };
  const companies = await context.transaction.company.findMany({
    where: {
      programmeId: context.membership.programmeId,
      OR: [{ nameJa: contains }, { nameEn: contains }, { kana: contains }, { code: contains }],
    },
    orderBy: { kana: 'asc' },
    take: 50,
  });
  return companies.map(({ id, nameJa, nameEn }) => ({
    value: id,
    label: pick(context.language, inBoth(nameJa, nameEn)),
  }));
}
