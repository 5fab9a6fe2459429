/** The choices that session forms offer: sessions, modes, colleagues. */
import type { Prisma, Session } from '../../prisma/client.js';
import type { Context, Mode } from '../context.js';
import { findPeople } from '../members/find-people.js';
import type { Choice, Field } from '../message.js';
import { sessionTitle, when } from './describe.js';
import { isFor } from './rules.js';

/** As many sessions as a form offers; the nearest first. */
const MOST = 50;

export async function sessionChoices(context: Context, where: Prisma.SessionWhereInput): Promise<readonly Choice[]> {
  const { membership, transaction } = context;
  const sessions = await transaction.session.findMany({
    where: { programmeId: membership.programmeId, state: 'scheduled', ...where },
    orderBy: { startsAt: 'asc' },
    take: MOST,
  });
  return sessions
    .filter((session) => membership.role !== 'participant' || isFor(session, membership.level))
    .map((session) => ({
      value: session.id,
      label: context.texts.sessions.choice(sessionTitle(context, session), when(context, session)),
    }));
}

/** Sessions that can still be registered for; for the secretariat those that are not over. */
export async function openSessionChoices(context: Context): Promise<readonly Choice[]> {
  const late =
    context.membership.role === 'secretariat' ? { endsAt: { gt: context.now } } : { deadline: { gt: context.now } };
  return await sessionChoices(context, late);
}

export function modeChoices(context: Context, modes: readonly Mode[]): readonly Choice[] {
  return modes.map((mode) => ({ value: mode, label: context.texts.sessions.modes[mode] }));
}

export function sessionField(context: Context, choices: readonly Choice[]): Field {
  return { kind: 'choice', name: 'session', label: context.texts.sessions.labels.session, choices };
}

/** Whom the person may register: colleagues, or for the secretariat every participant. */
export async function attendeeChoices(context: Context, typed: string): Promise<readonly Choice[]> {
  const { membership } = context;
  return await findPeople(context, {
    typed,
    roles: ['participant'],
    companyId: membership.role === 'participant' ? membership.companyId : null,
  });
}

/** Colleagues of a participant who are registered or wait in this session, or, where none is chosen yet, in any to come. */
export async function registeredColleagues(
  context: Context,
  session: Pick<Session, 'id'> | null,
): Promise<readonly Choice[]> {
  const { membership, now, person } = context;
  const { programmeId, companyId } = membership;
  return await findPeople(context, {
    typed: '',
    roles: ['participant'],
    companyId,
    except: [person.id],
    who: {
      registrations: {
        some: {
          state: { in: ['confirmed', 'waiting'] },
          session: session === null ? { programmeId, endsAt: { gt: now } } : { id: session.id },
        },
      },
    },
  });
}

export async function attendeeField(context: Context, initial: unknown): Promise<Field> {
  return {
    kind: 'person',
    name: 'person',
    label: context.texts.sessions.labels.attendee,
    search: true,
    choices: await attendeeChoices(context, ''),
    ...(typeof initial === 'string' && { initial }),
  };
}
