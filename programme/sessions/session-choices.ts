/** The choices that session forms offer: sessions, modes, colleagues. */
import type { Prisma, Session } from '../../prisma/client.js';
import { findPeople } from '../members/find-people.js';
import type { Choice, Field } from '../messages/message.js';
import type { Context, Mode } from '../requests/context.js';
import { sessionTitle, when } from './describe.js';

/** As many sessions as a form offers: those to come from the next one on, then those that are over from the last one back. */
const MOST = 50;

export async function sessionChoices(context: Context, where: Prisma.SessionWhereInput): Promise<readonly Choice[]> {
  const { membership, transaction, now } = context;
  const wanted: Prisma.SessionWhereInput = {
    AND: [where, audienceOf(context)],
    programmeId: membership.programmeId,
    state: 'scheduled',
  };
  const coming = await transaction.session.findMany({
    where: { ...wanted, endsAt: { gt: now } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  const past =
    coming.length === MOST
      ? []
      : await transaction.session.findMany({
          where: { ...wanted, endsAt: { lte: now } },
          orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
          take: MOST - coming.length,
        });
  return [...coming, ...past].map((session) => ({
    value: session.id,
    label: context.texts.sessions.choice(sessionTitle(context, session), when(context, session)),
  }));
}

/** The rule of `isFor` as a condition, since what is left out later would have taken the place of others. */
function audienceOf({ membership: { role, level } }: Context): Prisma.SessionWhereInput {
  return role !== 'participant' || level === null ? {} : { audience: { in: ['all', level] } };
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

/** Whom the person may act for: colleagues, or for the secretariat every participant. */
export async function attendeeChoices(context: Context, typed: string): Promise<readonly Choice[]> {
  const { membership } = context;
  return await findPeople(context, {
    typed,
    roles: ['participant'],
    companyId: membership.role === 'participant' ? membership.companyId : null,
  });
}

/** Whom the person may register besides themselves; of a session that is known only those whom it is meant for. */
export async function newcomerChoices(
  context: Context,
  session: Pick<Session, 'audience'> | null,
  typed: string,
): Promise<readonly Choice[]> {
  const { membership, person } = context;
  return await findPeople(context, {
    typed,
    roles: ['participant'],
    companyId: membership.role === 'participant' ? membership.companyId : null,
    except: [person.id],
    ...(session && { audience: session.audience }),
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

export function attendeeField(context: Context, choices: readonly Choice[], initial: unknown): Field {
  return {
    kind: 'person',
    name: 'person',
    label: context.texts.sessions.labels.attendee,
    search: true,
    choices,
    ...(typeof initial === 'string' && { initial }),
  };
}
