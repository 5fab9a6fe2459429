/** What screens, use cases and the report read about feedback: data, without words. */
import type { Feedback, FeedbackQuote, Prisma, Session, Transaction } from '../../prisma/client.js';
import { nameIn } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
import { type Page, type PageOf, page } from '../requests/page.js';
import { answersIn, type Distribution, distributionOf } from './rules.js';

/** From then on no answer and no quote of it changes the report. */
export async function isReportFinal(transaction: Transaction, programmeId: string): Promise<boolean> {
  return (await transaction.reportFreeze.count({ where: { programmeId } })) > 0;
}

/** Those of a session who are recorded as having come. */
function came(sessionId: string) {
  return { attendances: { some: { sessionId, present: true, supersededAt: null } } };
}

/** Who goes on as a participant of the programme of a session: nobody else can answer. */
export function goesOn(sessionId: string): Prisma.PersonWhereInput {
  const programme = { sessions: { some: { id: sessionId } } };
  return { mergedIntoId: null, memberships: { some: { programme, role: 'participant', endedAt: null } } };
}

/** Those of them who go on as participants and have not answered. */
function unanswered(sessionId: string): Prisma.PersonWhereInput {
  return { ...came(sessionId), ...goesOn(sessionId), feedback: { none: { sessionId } } };
}

/** How a session was answered. */
export interface FeedbackFigures {
  /** People who came, of whom those who have left the programme are not asked. */
  readonly asked: number;
  readonly answered: number;
  readonly distribution: Distribution;
}

/** Counts the answers of those who are recorded as having come. */
export async function countFeedback(transaction: Transaction, sessionId: string): Promise<FeedbackFigures> {
  const asked = await transaction.person.count({ where: came(sessionId) });
  const rows = await transaction.feedback.groupBy({
    by: ['rating'],
    where: { sessionId, person: came(sessionId) },
    _count: { _all: true },
  });
  const distribution = distributionOf(rows.map(({ rating, _count }) => ({ rating, count: _count._all })));
  return { asked, answered: answersIn(distribution), distribution };
}

/** The sessions that are over, the last one first. */
export async function readPastSessions(
  transaction: Transaction,
  { programmeId, now }: { readonly programmeId: string; readonly now: Date },
  pageOf: PageOf,
): Promise<Page<Session>> {
  const where = { programmeId, state: 'scheduled' as const, endsAt: { lte: now } };
  const sessions = await transaction.session.findMany({
    where,
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  return page(sessions, await transaction.session.count({ where }), pageOf);
}

interface Unanswered {
  readonly personId: string;
  readonly name: Bilingual;
  readonly company: Bilingual | null;
}

/** In the order of their readings. */
export async function readUnanswered(
  transaction: Transaction,
  session: Pick<Session, 'id'>,
  most: number,
): Promise<{ readonly people: readonly Unanswered[]; readonly total: number }> {
  const where = unanswered(session.id);
  const people = await transaction.person.findMany({
    where,
    include: { attendances: { where: { sessionId: session.id, supersededAt: null }, include: { company: true } } },
    orderBy: [{ furigana: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return {
    people: people.map(({ id, attendances, ...names }) => {
      const company = attendances[0]?.company ?? null;
      return { personId: id, name: nameIn(names), company: company && nameIn(company) };
    }),
    total: await transaction.person.count({ where }),
  };
}

/** The identifiers of all of them. */
export async function readUnansweredIds(transaction: Transaction, sessionId: string): Promise<readonly string[]> {
  const people = await transaction.person.findMany({
    where: unanswered(sessionId),
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return people.map(({ id }) => id);
}

/** An answer with who gave it, for the secretariat alone. */
export interface GivenFeedback extends Feedback {
  readonly name: Bilingual;
  readonly company: Bilingual | null;
  /** The quote that was chosen last, standing or not; null where none was. */
  readonly quote: FeedbackQuote | null;
}

const withWhom = {
  person: { select: { nameJa: true, nameEn: true } },
  company: { select: { nameJa: true, nameEn: true } },
  quotes: { orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }], take: 1 },
} satisfies Prisma.FeedbackInclude;

function givenOf({
  person,
  company,
  quotes,
  ...feedback
}: Feedback & {
  readonly person: { readonly nameJa: string; readonly nameEn: string };
  readonly company: { readonly nameJa: string; readonly nameEn: string } | null;
  readonly quotes: readonly FeedbackQuote[];
}): GivenFeedback {
  return { ...feedback, name: nameIn(person), company: company && nameIn(company), quote: quotes[0] ?? null };
}

/** The answers that say something in words, the earliest first. */
export async function readComments(
  transaction: Transaction,
  sessionId: string,
  pageOf: PageOf,
): Promise<Page<GivenFeedback>> {
  const where = { sessionId, comment: { not: '' } };
  const rows = await transaction.feedback.findMany({
    where,
    include: withWhom,
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  return page(rows.map(givenOf), await transaction.feedback.count({ where }), pageOf);
}

/** What may be quoted and is not: of one session or of all, as many as a form offers. */
export async function readQuotable(
  transaction: Transaction,
  { programmeId, sessionId }: { readonly programmeId: string; readonly sessionId: string | null },
  most: number,
): Promise<readonly (GivenFeedback & { readonly code: string })[]> {
  const rows = await transaction.feedback.findMany({
    where: {
      ...{ programmeId, comment: { not: '' }, permission: { not: 'no' }, quotes: { none: { endedAt: null } } },
      ...(sessionId !== null && { sessionId }),
    },
    include: { ...withWhom, session: { select: { code: true } } },
    orderBy: [{ session: { startsAt: 'desc' } }, { answeredAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(({ session, ...row }) => ({ ...givenOf(row), code: session.code }));
}

/** Null where the programme has no such answer. */
export async function findFeedback(
  transaction: Transaction,
  programmeId: string,
  id: string,
): Promise<(GivenFeedback & { readonly session: Session }) | null> {
  const found = await transaction.feedback.findFirst({
    where: { id, programmeId },
    include: { ...withWhom, session: true },
  });
  if (found === null) return null;
  const { session, ...row } = found;
  return { ...givenOf(row), session };
}

/** What stands in the report of what people said, session by session in the order in which it was chosen. */
export async function readStandingQuotes(
  transaction: Transaction,
  programmeId: string,
): Promise<readonly Pick<FeedbackQuote, 'id' | 'sessionId' | 'said' | 'words' | 'translation' | 'byJa' | 'byEn'>[]> {
  return await transaction.feedbackQuote.findMany({
    where: { programmeId, endedAt: null },
    select: { id: true, sessionId: true, said: true, words: true, translation: true, byJa: true, byEn: true },
    orderBy: [{ chosenAt: 'asc' }, { id: 'asc' }],
  });
}

/** The sessions that are over to which the person came, the last one first, with whether they have answered. */
export async function readAttended(
  transaction: Transaction,
  about: { readonly programmeId: string; readonly personId: string; readonly now: Date },
  most: number,
): Promise<readonly (Session & { readonly isAnswered: boolean })[]> {
  const { programmeId, personId, now } = about;
  const rows = await transaction.session.findMany({
    where: {
      ...{ programmeId, state: 'scheduled', endsAt: { lte: now } },
      attendances: { some: { personId, present: true, supersededAt: null } },
    },
    include: { feedback: { where: { personId }, select: { id: true } } },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: most,
  });
  return rows.map(({ feedback, ...session }) => ({ ...session, isAnswered: feedback.length > 0 }));
}
