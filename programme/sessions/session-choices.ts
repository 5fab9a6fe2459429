/** The choices that session forms offer: sessions, modes, colleagues. */
import type { Prisma, Session } from '../../prisma/client.js';
import { findPeople } from '../members/find-people.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDay } from '../messages/dates.js';
import type { Choice, Field } from '../messages/message.js';
import { sessionChoice } from '../messages/session-choice.js';
import type { Context, Mode } from '../requests/context.js';
import { when } from './describe.js';
import { isFor } from './rules.js';
import { sessionTexts } from './texts.js';

/** As many sessions as a form offers: those to come from the next one on, then those that are over from the last one back. */
const MOST = 50;

/** Those that are meant for the person, where the person is a participant. */
export async function sessionChoices(context: Context, where: Prisma.SessionWhereInput): Promise<readonly Choice[]> {
  const { role, level } = context.membership;
  return await sessionChoicesWhere(context, where, (session) => role !== 'participant' || isFor(session, level));
}

/** Those that a rule offers. Read on until the form is full, so that what is left out takes the place of nothing. */
export async function sessionChoicesWhere(
  context: Context,
  where: Prisma.SessionWhereInput,
  isOffered: (session: Session) => boolean,
): Promise<readonly Choice[]> {
  const { membership, transaction, now } = context;
  const wanted = { AND: [where], programmeId: membership.programmeId, state: 'scheduled' as const };
  const offered: Session[] = [];
  for (const [endsAt, order] of [
    [{ gt: now }, 'asc'],
    [{ lte: now }, 'desc'],
  ] as const) {
    let read = MOST;
    for (let skip = 0; offered.length < MOST && read === MOST; skip += MOST) {
      const sessions = await transaction.session.findMany({
        where: { ...wanted, endsAt },
        orderBy: [{ startsAt: order }, { id: 'asc' }],
        skip,
        take: MOST,
      });
      read = sessions.length;
      offered.push(...sessions.filter(isOffered));
    }
  }
  return offered.slice(0, MOST).map((session) => ({
    value: session.id,
    label: sessionLabel(context, session),
  }));
}

function sessionLabel(context: Context, session: Session): string {
  const { language } = context;
  return sessionChoice({
    day: formatDay(language, session.startsAt, session.timeZone),
    when: when(context, session),
    code: session.code,
    title: pick(language, inBoth(session.titleJa, session.titleEn)),
  });
}

export function modeChoices(context: Context, modes: readonly Mode[]): readonly Choice[] {
  return modes.map((mode) => ({ value: mode, label: sessionTexts[context.language].modes[mode] }));
}

export function sessionField(context: Context, choices: readonly Choice[]): Field {
  const [only, other] = choices;
  return {
    ...{ kind: 'choice', name: 'session', label: sessionTexts[context.language].labels.session, choices },
    // Where there is one only, there is nothing to choose.
    ...(only !== undefined && other === undefined && { initial: only.value }),
  };
}

/** Participants of whom it is not recorded yet that they came to the session; all where none is chosen yet. */
export async function absentChoices(
  context: Context,
  session: Pick<Session, 'id'> | null,
  typed: string,
): Promise<readonly Choice[]> {
  const came = session && { sessionId: session.id, present: true, supersededAt: null };
  return await findPeople(context, {
    typed,
    roles: ['participant'],
    ...(came && { who: { attendances: { none: came } } }),
  });
}

/**
 * Those for whom it can be said that they will not come: whom the session is meant for, or who hold a place in it all the same,
 * and who have not said so yet. Colleagues, or for the secretariat of every company; all of them where no session is chosen yet.
 */
export async function declinerChoices(
  context: Context,
  session: Pick<Session, 'id' | 'audience'> | null,
  typed: string,
): Promise<readonly Choice[]> {
  const { membership } = context;
  return await findPeople(context, {
    typed,
    roles: ['participant'],
    companyId: membership.role === 'participant' ? membership.companyId : null,
    ...(session && {
      audience: session.audience,
      orWho: holdsSeat(context, session),
      who: { registrations: { none: { sessionId: session.id, state: 'declined' } } },
    }),
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

/** Those who are registered or wait in this session, or, where none is chosen yet, in any to come. */
function holdsSeat({ membership, now }: Context, session: Pick<Session, 'id'> | null): Prisma.PersonWhereInput {
  const { programmeId } = membership;
  return {
    registrations: {
      some: {
        state: { in: ['confirmed', 'waiting'] },
        session: session === null ? { programmeId, endsAt: { gt: now } } : { id: session.id },
      },
    },
  };
}

/** Whose place it can be, of those whom the person may act for. */
export async function seatHolderChoices(
  context: Context,
  session: Pick<Session, 'id'> | null,
  typed: string,
): Promise<readonly Choice[]> {
  const { membership } = context;
  return await findPeople(context, {
    typed,
    roles: ['participant'],
    companyId: membership.role === 'participant' ? membership.companyId : null,
    who: holdsSeat(context, session),
  });
}

/** Colleagues of a participant who hold a place. */
export async function registeredColleagues(
  context: Context,
  session: Pick<Session, 'id'> | null,
): Promise<readonly Choice[]> {
  const { membership, person } = context;
  return await findPeople(context, {
    typed: '',
    roles: ['participant'],
    companyId: membership.companyId,
    except: [person.id],
    who: holdsSeat(context, session),
  });
}

export function attendeeField(context: Context, choices: readonly Choice[], initial: unknown): Field {
  return {
    kind: 'person',
    name: 'person',
    label: sessionTexts[context.language].labels.attendee,
    search: true,
    choices,
    ...(typeof initial === 'string' && { initial }),
  };
}
