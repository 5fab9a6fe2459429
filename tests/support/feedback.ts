/** Builds sessions that are over, who came to them, what they said, and what is quoted of it. */
import type { Programme, QuotePermission, Session } from '../../prisma/client.js';
import type { Services } from '../../programme/requests/services.js';
import { type BuiltPerson, buildSession } from './factories.js';

const HOUR = 3_600_000;

/** One that ended an hour ago. */
async function buildPastSession(
  services: Services,
  programme: Programme,
  given: Parameters<typeof buildSession>[2] = {},
): Promise<Session> {
  const now = services.clock.now().getTime();
  const [startsAt, endsAt, deadline] = [3, 1, 48].map((hours) => new Date(now - hours * HOUR));
  if (startsAt === undefined || endsAt === undefined || deadline === undefined) throw new Error('three times');
  return await buildSession(services, programme, { startsAt, endsAt, deadline, ...given });
}

/** As the secretariat records it, without anything that follows from it. */
export async function buildAttendance(
  { database, clock }: Services,
  session: Pick<Session, 'id'>,
  person: Pick<BuiltPerson, 'id' | 'company'>,
): Promise<void> {
  const companyId = person.company?.id ?? null;
  await database.attendance.create({
    data: {
      ...{ sessionId: session.id, personId: person.id, companyId, present: true, mode: 'onsite' },
      ...{ source: 'secretariat', recordedById: person.id, recordedAt: clock.now() },
    },
  });
}

interface BuildFeedback {
  readonly rating?: number;
  readonly comment?: string;
  readonly permission?: QuotePermission;
  readonly shownAs?: string;
}

/** Of somebody who came; returns its identifier. */
async function buildFeedback(
  { database, clock }: Services,
  session: Pick<Session, 'id' | 'programmeId'>,
  person: Pick<BuiltPerson, 'id' | 'company'>,
  given: BuildFeedback = {},
): Promise<string> {
  const now = clock.now();
  const said = { rating: 4, comment: '視野が広がりました。', permission: 'company' as const, ...given };
  const { id } = await database.feedback.create({
    data: {
      ...{ programmeId: session.programmeId, sessionId: session.id, personId: person.id },
      ...{ companyId: person.company?.id ?? null, ...said, answeredAt: now, changedAt: now },
    },
  });
  return id;
}

/** What stands of it in the report; returns its identifier. */
async function buildQuote({ database, clock }: Services, feedbackId: string, chosenById: string): Promise<string> {
  const given = await database.feedback.findUniqueOrThrow({ where: { id: feedbackId } });
  const { id } = await database.feedbackQuote.create({
    data: {
      ...{ programmeId: given.programmeId, sessionId: given.sessionId, feedbackId, said: 'ja', words: given.comment },
      ...{ permission: given.permission, byJa: '', byEn: '', chosenById, chosenAt: clock.now() },
    },
  });
  return id;
}

/** A session that is over, somebody who came and said something about it, and one who has not yet. */
export interface BuiltFeedback {
  readonly session: Session;
  readonly feedback: string;
  /** Of another answer. */
  readonly quote: string;
}

interface FeedbackPeople {
  readonly programme: Programme;
  readonly said: BuiltPerson;
  readonly quoted: BuiltPerson;
  readonly silent: BuiltPerson;
  readonly chosenById: string;
  readonly comment?: string;
}

export async function buildSessionFeedback(
  services: Services,
  { programme, said, quoted, silent, chosenById, comment }: FeedbackPeople,
): Promise<BuiltFeedback> {
  const session = await buildPastSession(services, programme);
  for (const person of [said, quoted, silent]) await buildAttendance(services, session, person);
  const words = comment === undefined ? {} : { comment };
  const feedback = await buildFeedback(services, session, said, words);
  const other = await buildFeedback(services, session, quoted, words);
  return { session, feedback, quote: await buildQuote(services, other, chosenById) };
}
