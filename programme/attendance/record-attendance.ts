/** The secretariat records or corrects who actually came and how. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Choice, elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { type Context, refuse } from '../requests/context.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { findSession, lockSession, subjectOfSession } from '../sessions/find-session.js';
import { refuseBeforeCheckIn } from '../sessions/rules.js';
import { sessionChoices, sessionField } from '../sessions/session-choices.js';
import { cameAs, recordAttendance } from './attendance.js';

/** As many as a platform's list of choices can hold. */
const MOST = 100;

const cameChoices = ['onsite', 'online', 'absent'] as const;

export const recordAttendances = memberAction({
  name: 'session.record',
  command: 'record',
  who: secretariat,
  subject: (transaction, given) => subjectOfSession(transaction, { session: given.session }),
  input: z.object({
    session: chosen,
    people: z
      .array(z.uuid({ error: 'not_a_choice' }))
      .min(1, { error: 'required' })
      .max(MOST),
    came: z.enum(cameChoices),
  }),
  offered: 'help',
  ask: async (context, given) => {
    const { texts } = context;
    const session = await findSession(context, given.session);
    const title = texts.actions['session.record'].title;
    const cancel = texts.chat.close;
    if (session === null) {
      const choices = await sessionChoices(context, {});
      if (choices.length === 0) return refuse('no_open_session', {});
      const fields = [sessionField(context, choices)];
      return {
        action: 'session.record',
        title,
        introduction: [],
        fields,
        known: {},
        submit: texts.sessions.next,
        cancel,
      };
    }
    const early = refuseBeforeCheckIn(session, context.now);
    if (early) return early;
    const choices = await expected(context, session.id);
    if (choices.length === 0) return refuse('nobody_registered', {});
    return {
      action: 'session.record',
      title,
      introduction: [{ kind: 'text', text: sessionTitle(context, session) }],
      fields: [
        {
          kind: 'several choices',
          name: 'people',
          label: texts.sessions.labels.people,
          hint: texts.sessions.hints.people,
          choices,
        },
        {
          kind: 'choice',
          name: 'came',
          label: texts.sessions.labels.came,
          choices: cameChoices.map((value) => ({ value, label: texts.sessions.came[value] })),
        },
      ],
      known: { session: session.id },
      submit: texts.sessions.record,
      cancel,
    };
  },
  confirm: {
    weighty: false,
    show: async (context, { session, people, came }) => {
      const found = await findSession(context, session);
      const members = await attendeesNamed(context, people);
      if (found === null || members === null) return refuse('not_found', {});
      const { labels, came: cameTexts } = context.texts.sessions;
      const names = members.map(({ person }) => pick(context.language, inBoth(person.nameJa, person.nameEn)));
      return [
        {
          kind: 'facts',
          facts: [
            { label: labels.session, value: sessionTitle(context, found) },
            { label: labels.people, value: names.map(context.texts.members.personName).join('\n') },
            { label: labels.came, value: cameTexts[came] },
          ],
        },
      ];
    },
  },
  run: async (context, { session: id, people, came }) => {
    const { transaction, person, now, texts } = context;
    const session = await lockSession(transaction, id);
    const early = refuseBeforeCheckIn(session, now);
    if (early) return early;
    const members = await attendeesNamed(context, people);
    if (members === null) return refuse('not_found', {}, { field: 'people' });
    let changed = 0;
    for (const { personId, companyId } of members) {
      const recorded = await recordAttendance(transaction, {
        sessionId: id,
        personId,
        companyId,
        came: came === 'absent' ? null : came,
        source: 'secretariat',
        byId: person.id,
        now,
      });
      if (recorded) changed += 1;
    }
    const text =
      changed === 0 ? texts.sessions.recordedNone : texts.sessions.recorded(changed, texts.sessions.came[came]);
    return {
      message: {
        summary: text,
        elements: elements(
          { kind: 'text', text },
          {
            kind: 'buttons',
            buttons: [
              sessionButton(context, 'session.record', session, { form: true }),
              sessionButton(context, 'session.attendees', session),
              sessionButton(context, 'session.history', session),
            ],
          },
        ),
      },
    };
  },
});

/** The participants of this programme with these identifiers; null where one is none. */
async function attendeesNamed({ transaction, membership }: Context, people: readonly string[]) {
  const members = await transaction.membership.findMany({
    where: { programmeId: membership.programmeId, role: 'participant', personId: { in: [...people] } },
    select: { personId: true, companyId: true, person: { select: { nameJa: true, nameEn: true } } },
  });
  return members.length === new Set(people).size ? members : null;
}

/** Those registered or recorded, who are not recorded yet first. */
async function expected(context: Context, sessionId: string): Promise<readonly Choice[]> {
  const { transaction, membership, language, texts } = context;
  const members = await transaction.membership.findMany({
    where: {
      programmeId: membership.programmeId,
      role: 'participant',
      person: {
        OR: [
          { registrations: { some: { sessionId, state: { in: ['confirmed', 'waiting'] } } } },
          { attendances: { some: { sessionId } } },
        ],
      },
    },
    include: {
      company: true,
      person: { include: { attendances: { where: { sessionId, supersededAt: null } } } },
    },
    orderBy: [{ company: { kana: 'asc' } }, { person: { furigana: 'asc' } }],
  });
  const recorded = (member: (typeof members)[number]) => member.person.attendances.length;
  return members
    .toSorted((a, b) => recorded(a) - recorded(b))
    .slice(0, MOST)
    .map(({ person, company }) => {
      const name = pick(language, inBoth(person.nameJa, person.nameEn));
      const from = company ? pick(language, inBoth(company.nameJa, company.nameEn)) : '';
      const current = person.attendances[0];
      const label = texts.members.nameOf(name, from);
      return { value: person.id, label: current ? `${label} — ${texts.sessions.came[cameAs(current)]}` : label };
    });
}
