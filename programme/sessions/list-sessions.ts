/** Lists the sessions that concern the person, with their answer and what they can do. */
import { z } from 'zod';
import type { Attendance, Prisma, Registration, Session } from '../../prisma/client.js';
import { everyRole } from '../members/roles.js';
import { type Button, elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import {
  attendButtons,
  deadline,
  ownFact,
  registerButton,
  sessionButton,
  sessionTitle,
  when,
  where,
} from './describe.js';
import { isFor, modesOf, refuseTooLate } from './rules.js';

/** As many as fit a message on every platform with their buttons. */
const PER_PAGE = 8;

export type WithOwn = Session & {
  readonly registrations: readonly Registration[];
  readonly attendances: readonly Attendance[];
};

export const listSessions = memberAction({
  name: 'session.list',
  command: 'sessions',
  who: everyRole,
  subject: 'own',
  input: z.object({ from: z.coerce.number().int().min(0).default(0), past: z.boolean().default(false) }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { from, past }) => {
    const { texts } = context;
    const time = past ? 'past' : 'coming';
    const sessions = await concerningSessions(context, time, from, PER_PAGE);
    const total = await context.transaction.session.count({ where: concerning(context, time) });
    const buttons: Button[] = [];
    if (from + PER_PAGE < total) {
      buttons.push({ label: texts.sessions.more, action: 'session.list', input: { from: from + PER_PAGE, past } });
    }
    if (!past) buttons.push({ label: texts.sessions.past, action: 'session.list', input: { past: true } });
    const summary = texts.sessions.listSummary(total);
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: past ? texts.sessions.past : texts.actions['session.list'].title },
          { kind: 'text', text: summary },
          { kind: 'list', items: sessions.map((session) => sessionItem(context, session)) },
          { kind: 'buttons', buttons },
        ),
      },
    };
  },
});

/** Sessions of the programme at hand that are meant for the person or that they are registered for. */
export async function concerningSessions(
  context: Context,
  time: 'coming' | 'past',
  from: number,
  take: number,
): Promise<readonly WithOwn[]> {
  return await context.transaction.session.findMany({
    where: concerning(context, time),
    orderBy: { startsAt: time === 'coming' ? 'asc' : 'desc' },
    skip: from,
    take,
    include: ownOf(context),
  });
}

/** The person's own registration and the record that holds of whether they came. */
export function ownOf({ person: { id: personId } }: Context) {
  return { registrations: { where: { personId } }, attendances: { where: { personId, supersededAt: null } } };
}

function concerning({ membership, now, person }: Context, time: 'coming' | 'past'): Prisma.SessionWhereInput {
  const levels = membership.role === 'participant' && membership.level !== null ? [membership.level] : null;
  return {
    programmeId: membership.programmeId,
    endsAt: time === 'coming' ? { gt: now } : { lte: now },
    ...(levels && {
      OR: [{ audience: { in: ['all', ...levels] } }, { registrations: { some: { personId: person.id } } }],
    }),
  };
}

/** A session in a list: when, where, the person's answer, and the nearest things to do. */
export function sessionItem(context: Context, session: WithOwn): Item {
  const { texts, membership } = context;
  const own = session.registrations[0] ?? null;
  const recorded = session.attendances[0] ?? null;
  const mine = ownFact(context, own, recorded);
  const participates = membership.role === 'participant';
  const calledOff = session.state === 'called_off';
  const title = sessionTitle(context, session);
  return {
    title: calledOff ? `${title} — ${texts.sessions.calledOff}` : title,
    lines: [
      when(context, session),
      where(context, session),
      ...(participates && !calledOff
        ? [
            `${mine.label}: ${mine.value}`,
            ...(session.startsAt > context.now
              ? [`${texts.sessions.labels.deadline}: ${deadline(context, session)}`]
              : []),
          ]
        : []),
    ],
    buttons: [
      ...(participates ? attendButtons(context, session, own, recorded) : []),
      ...(participates ? quickButtons(context, session, own) : []),
      ...commonButtons(context, session),
    ],
  };
}

function quickButtons(context: Context, session: Session, own: Registration | null): readonly Button[] {
  const unanswered = own === null || own.state === 'cancelled' || own.state === 'declined';
  const { membership, now } = context;
  if (!unanswered || refuseTooLate(session, membership, now) !== null || !isFor(session, membership.level)) return [];
  const decline = own === null ? [sessionButton(context, 'session.decline', session)] : [];
  return [...modesOf(session).map((mode) => registerButton(context, session, mode)), ...decline];
}

function commonButtons(context: Context, session: Session): readonly Button[] {
  const details = sessionButton(context, 'session.show', session);
  return context.membership.role === 'secretariat'
    ? [details, sessionButton(context, 'session.attendees', session)]
    : [details];
}
