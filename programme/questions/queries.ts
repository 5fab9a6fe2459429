/** Questions with who asked whom, what and since when: data, without words. */
import type { Prisma, QuestionState, Transaction } from '../../prisma/client.js';
import { readAdvisersOf } from '../advisers/queries.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Entry, nameIn } from '../members/queries.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import { type Page, type PageOf, page } from '../requests/page.js';
import { type ListedQuestion, readWaiting } from './questions.sql.js';

/** A question as somebody who may read it sees it. */
export interface AskedQuestion {
  readonly id: string;
  readonly programmeId: string;
  readonly companyId: string | null;
  /** Null once the asker is erased. */
  readonly personId: string | null;
  readonly asker: Bilingual;
  readonly company: Bilingual | null;
  /** Null: the secretariat. */
  readonly adviser: Entry | null;
  readonly state: QuestionState;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: Bilingual | null;
  readonly text: string;
  /** The answer that holds, and which version it is; null without one. */
  readonly answer: { readonly text: string; readonly version: number } | null;
}

const parts = {
  person: true,
  company: true,
  adviser: true,
  answeredBy: true,
  text: { include: { answers: { orderBy: { version: 'desc' }, take: 1 } } },
} as const satisfies Prisma.QuestionInclude;

type Row = Prisma.QuestionGetPayload<{ include: typeof parts }>;

function questionOf({ text, person, company, adviser, answeredBy, ...row }: Row): AskedQuestion {
  const [answer] = text?.answers ?? [];
  return {
    ...row,
    asker: person === null ? inBoth('', '') : nameIn(person),
    company: company && nameIn(company),
    adviser: adviser && { id: adviser.id, name: nameIn(adviser) },
    answeredBy: answeredBy && nameIn(answeredBy),
    text: text?.text ?? '',
    answer: answer === undefined ? null : { text: answer.text, version: answer.version },
  };
}

/** Null where there is none, or where what it says is not for whom the transaction works. */
export async function readQuestion(transaction: Transaction, id: string): Promise<AskedQuestion | null> {
  const found = await transaction.question.findUnique({ where: { id }, include: parts });
  return found === null || (found.text === null && found.state !== 'withdrawn') ? null : questionOf(found);
}

/** What a person asked in a programme, the last one first. */
export async function readOwnQuestions(
  transaction: Transaction,
  own: { readonly programmeId: string; readonly personId: string; readonly state?: QuestionState },
  pageOf: PageOf,
): Promise<Page<AskedQuestion>> {
  const where: Prisma.QuestionWhereInput = { state: { not: 'withdrawn' }, ...own };
  const rows = await transaction.question.findMany({
    ...{ where, include: parts, skip: pageOf.from, take: pageOf.size },
    orderBy: [{ askedAt: 'desc' }, { id: 'asc' }],
  });
  return page(rows.map(questionOf), await transaction.question.count({ where }), pageOf);
}

/** What somebody answered who is whom it was asked, the last one first: for its correction, and for what is asked often. */
export async function readAnswered(
  transaction: Transaction,
  { programmeId, role, personId }: Pick<ActingMember, 'programmeId' | 'role' | 'personId'>,
  most: number,
): Promise<readonly AskedQuestion[]> {
  const rows = await transaction.question.findMany({
    where: {
      programmeId,
      state: 'answered',
      text: { isNot: null },
      ...(role === 'adviser' && { adviserId: personId }),
    },
    ...{ include: parts, take: most },
    orderBy: [{ answeredAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(questionOf);
}

/** The advisers that somebody can ask: those who look after their company now. */
export async function readAskable(
  transaction: Transaction,
  { programmeId, companyId }: Pick<ActingMember, 'programmeId' | 'companyId'>,
): Promise<readonly Entry[]> {
  if (companyId === null) return [];
  const assignments = await readAdvisersOf(transaction, { programmeId, companyId });
  return assignments.map(({ adviser }) => adviser);
}

/** What waits for an answer, for the overview of the secretariat. */
interface WaitingQuestions {
  /** Those that the secretariat itself is to answer. */
  readonly secretariat: number;
  /** Those that wait for advisers: how many, never what they say. */
  readonly advisers: number;
  /** Since when the oldest of all waits; null where none does. */
  readonly oldestAt: Date | null;
  /** All of them, the oldest first, at most so many; what an adviser is asked stands in them without its text. */
  readonly items: readonly ListedQuestion[];
}

/** As many as an overview lists; more are counted all the same. */
const MOST_LISTED = 200;

/**
 * Whom the programme's people wait for. In a transaction that works for somebody of the secretariat; one that works for the
 * programme gets the same without any text.
 */
export async function waitingQuestions(transaction: Transaction, programmeId: string): Promise<WaitingQuestions> {
  const pageOf = { from: 0, size: MOST_LISTED };
  const items = await readWaiting(transaction, { programmeId, of: 'all', ...pageOf });
  const own = await readWaiting(transaction, { programmeId, of: 'secretariat', from: 0, size: 1 });
  const [total, secretariat] = [items[0]?.total ?? 0, own[0]?.total ?? 0];
  return { secretariat, advisers: total - secretariat, oldestAt: items[0]?.askedAt ?? null, items };
}
