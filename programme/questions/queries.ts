/** Questions with who asked whom, what and since when: data, without words. */
import type { Prisma, QuestionState, Transaction } from '../../prisma/client.js';
import { readAdvisersOf } from '../advisers/queries.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Entry, nameIn } from '../members/queries.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import { type Page, type PageOf, page } from '../requests/page.js';
import { countWaiting, readHeld } from './questions.sql.js';

/** A question as somebody who may read it sees it. */
export interface AskedQuestion {
  readonly id: string;
  readonly programmeId: string;
  readonly companyId: string | null;
  /** Null once the asker is erased. */
  readonly personId: string | null;
  readonly asker: Bilingual;
  readonly company: Bilingual | null;
  /** For whom it waits at this moment, or who had it when it was answered; null: the secretariat. */
  readonly adviser: Entry | null;
  readonly state: QuestionState;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly text: string;
  /** The answer that holds; null without one. */
  readonly answer: NewestAnswer | null;
}

interface NewestAnswer {
  readonly text: string;
  readonly version: number;
  /** The adviser who gave it; null: the secretariat. */
  readonly by: Entry | null;
}

const parts = {
  person: true,
  company: true,
  adviser: true,
  text: { include: { answers: { orderBy: { version: 'desc' }, take: 1, include: { by: true } } } },
} as const satisfies Prisma.QuestionInclude;

type Row = Prisma.QuestionGetPayload<{ include: typeof parts }>;

function questionOf({ text, person, company, adviser, ...row }: Row, held: ReadonlySet<string>): AskedQuestion {
  const [answer] = text?.answers ?? [];
  const isTheirs = row.state !== 'waiting' || held.has(row.id);
  return {
    ...row,
    asker: person === null ? inBoth('', '') : nameIn(person),
    company: company && nameIn(company),
    adviser: adviser && isTheirs ? { id: adviser.id, name: nameIn(adviser) } : null,
    text: text?.text ?? '',
    answer: answer === undefined ? null : answerOf(answer, row),
  };
}

/** Who of the secretariat corrected what an adviser had answered is nobody in particular. */
function answerOf(
  { text, version, by }: NonNullable<Row['text']>['answers'][number],
  { adviserId }: Pick<Row, 'adviserId'>,
): NewestAnswer {
  return { text, version, by: by !== null && by.id === adviserId ? { id: by.id, name: nameIn(by) } : null };
}

async function questionsOf(transaction: Transaction, rows: readonly Row[]): Promise<readonly AskedQuestion[]> {
  const waiting = rows.filter(({ state, adviserId }) => state === 'waiting' && adviserId !== null);
  const held = await readHeld(
    transaction,
    waiting.map(({ id }) => id),
  );
  return rows.map((row) => questionOf(row, held));
}

/** Null where there is none, or where what it says is not for whom the transaction works. */
export async function readQuestion(transaction: Transaction, id: string): Promise<AskedQuestion | null> {
  const found = await transaction.question.findUnique({ where: { id }, include: parts });
  if (found === null || (found.text === null && found.state !== 'withdrawn')) return null;
  const [question] = await questionsOf(transaction, [found]);
  return question ?? null;
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
  return page(await questionsOf(transaction, rows), await transaction.question.count({ where }), pageOf);
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
  return await questionsOf(transaction, rows);
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

/** How many questions wait for the secretariat, and how many for advisers. */
export async function countWaitingFor(
  transaction: Transaction,
  programmeId: string,
): Promise<{ readonly secretariat: number; readonly advisers: number }> {
  return {
    secretariat: await countWaiting(transaction, { programmeId, of: 'secretariat' }),
    advisers: await countWaiting(transaction, { programmeId, of: 'advisers' }),
  };
}

/** How many wait for an adviser, of one company or of all. */
export async function countAsked(
  transaction: Transaction,
  about: { readonly programmeId: string; readonly adviserId: string; readonly companyId?: string },
): Promise<number> {
  return await transaction.question.count({ where: { ...about, state: 'waiting' } });
}
