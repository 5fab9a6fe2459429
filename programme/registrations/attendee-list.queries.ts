/** Who comes to a session and how, who does not, and who has not answered: data for lists and exports, a page at a time. */
import type { Level, Mode, Registration, Session, Transaction } from '../../prisma/client.js';
import type { Bilingual } from '../messages/bilingual.js';
import { inBoth } from '../messages/bilingual.js';
import { isFor } from '../sessions/rules.js';

/** Members of the programme that are looked at in one page. */
const PER_PAGE = 500;

export type Answer = 'registered' | 'waiting' | 'declined' | 'cancelled' | 'substituted' | 'unanswered';

export interface ListedAttendee {
  readonly personId: string;
  readonly name: Bilingual;
  readonly furigana: string;
  readonly level: Level | null;
  readonly company: { readonly code: string; readonly name: Bilingual; readonly kana: string } | null;
  readonly answer: Answer;
  /** In which mode a place is held or, on the waitlist alone, wished for. */
  readonly mode: Mode | null;
  /** The mode whose waitlist the person stands in, and the order in it: lower comes first. */
  readonly waiting: { readonly mode: Mode; readonly order: number } | null;
  readonly substituteFor: Bilingual | null;
  /** Who gave the answer that holds, and when. */
  readonly answered: { readonly by: Bilingual; readonly at: Date } | null;
  /** Whether and how the person came, once that is recorded. */
  readonly came: Mode | 'absent' | null;
}

interface AttendeePage {
  readonly attendees: readonly ListedAttendee[];
  /** Where the next page begins; null after the last one. */
  readonly next: string | null;
}

/** Everyone the session is meant for, and who is registered or came besides, in no order of meaning. @param from null for the first page */
export async function attendeePage(
  transaction: Transaction,
  session: Pick<Session, 'id' | 'programmeId' | 'audience'>,
  from: string | null,
  perPage = PER_PAGE,
): Promise<AttendeePage> {
  const { id: sessionId, programmeId } = session;
  const members = await transaction.membership.findMany({
    where: { programmeId, role: 'participant', ...(from !== null && { id: { gt: from } }) },
    include: {
      company: true,
      person: {
        include: {
          registrations: { where: { sessionId }, include: { registeredBy: true, substituteFor: true } },
          registrationsSubstitute: { where: { sessionId, state: { in: ['confirmed', 'waiting'] } }, take: 1 },
          attendances: { where: { sessionId, supersededAt: null } },
        },
      },
    },
    orderBy: { id: 'asc' },
    take: perPage,
  });
  const attendees = members.flatMap(({ person, company, level, endedAt }): ListedAttendee[] => {
    const registration = person.registrations[0] ?? null;
    const attendance = person.attendances[0] ?? null;
    const active = registration !== null && registration.state !== 'cancelled';
    if (!active && attendance === null && (endedAt !== null || !isFor(session, level))) return [];
    const answer = answerOf(registration, person.registrationsSubstitute.length > 0);
    const holds = answer === 'registered' || answer === 'waiting';
    return [
      {
        ...{ personId: person.id, name: nameOf(person), furigana: person.furigana, level, answer },
        company: company && { code: company.code, name: nameOf(company), kana: company.kana },
        mode: holds ? (registration?.mode ?? null) : null,
        waiting: waitingOf(registration),
        substituteFor: holds && registration?.substituteFor ? nameOf(registration.substituteFor) : null,
        answered: registration && { by: nameOf(registration.registeredBy), at: registration.changedAt },
        came: attendance === null ? null : (attendance.mode ?? 'absent'),
      },
    ];
  });
  return { attendees, next: members.length < perPage ? null : (members.at(-1)?.id ?? null) };
}

function nameOf({ nameJa, nameEn }: { readonly nameJa: string; readonly nameEn: string }): Bilingual {
  return inBoth(nameJa, nameEn);
}

function waitingOf(registration: Pick<Registration, 'waitingFor' | 'queueNumber'> | null): ListedAttendee['waiting'] {
  if (registration === null || registration.waitingFor === null || registration.queueNumber === null) return null;
  return { mode: registration.waitingFor, order: registration.queueNumber };
}

function answerOf(registration: Pick<Registration, 'state'> | null, sentSubstitute: boolean): Answer {
  switch (registration?.state) {
    case 'confirmed':
      return 'registered';
    case 'waiting':
      return 'waiting';
    case 'declined':
      return 'declined';
    case 'cancelled':
      return sentSubstitute ? 'substituted' : 'cancelled';
    default:
      return 'unanswered';
  }
}
