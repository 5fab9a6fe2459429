/** What is known of reviews and comments: data, without words. Whose eyes see it decides drafts/walls.ts. */
import type { Prisma, ReviewTarget, Transaction } from '../../prisma/client.js';
import { nameIn } from '../members/queries.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';

export interface CommentEntry {
  readonly id: string;
  /** From 1, over all versions of the deliverable. */
  readonly number: number;
  readonly deliverableId: string;
  readonly companyId: string;
  /** The version on which it was written. */
  readonly draftId: string;
  readonly draftNumber: number;
  readonly reviewId: string;
  readonly target: ReviewTarget;
  /** Of the checklist; null where it is about none. */
  readonly element: string | null;
  /** Empty where it quotes nothing. */
  readonly quotation: string;
  readonly words: string;
  readonly by: Bilingual;
  /** Who wrote it in an uploaded document; empty where it was written in chat. */
  readonly writtenBy: string;
  readonly at: Date;
  /** Null: the adviser still writes it. */
  readonly sentAt: Date | null;
  /** How often it was corrected after it was first written. */
  readonly corrections: number;
  readonly answer: CommentAnswered | null;
}

export interface CommentAnswered {
  readonly words: string;
  /** The number of the version that answers it; null where none does. */
  readonly draftNumber: number | null;
  readonly by: Bilingual;
  readonly at: Date;
}

const withAll = {
  draft: { select: { number: true } },
  author: { select: { nameJa: true, nameEn: true } },
  versions: { select: { version: true } },
  answer: {
    include: {
      draft: { select: { number: true } },
      person: { select: { nameJa: true, nameEn: true } },
    },
  },
} as const;

type Row = Prisma.ReviewCommentGetPayload<{ include: typeof withAll }>;

function entryOf({ draft, author, versions, answer, ...row }: Row): CommentEntry {
  return {
    ...row,
    draftNumber: draft.number,
    by: nameIn(author),
    corrections: versions.length,
    answer: answer && {
      words: answer.words,
      draftNumber: answer.draft?.number ?? null,
      by: nameIn(answer.person),
      at: answer.at,
    },
  };
}

/** As many comments as one deliverable shows; an adviser who writes more writes a new document. */
const MOST_COMMENTS = 200;

/** In their order. Of an erased version nothing is left to show. */
async function readComments(
  transaction: Transaction,
  where: Prisma.ReviewCommentWhereInput,
): Promise<readonly CommentEntry[]> {
  const rows = await transaction.reviewComment.findMany({
    where: { AND: [where, { draft: { erasedAt: null } }] },
    include: withAll,
    orderBy: [{ number: 'asc' }],
    take: MOST_COMMENTS,
  });
  return rows.map(entryOf);
}

/** What the company was sent and has not answered yet, over all versions: it carries over into the next one. */
export async function openComments(transaction: Transaction, deliverableId: string): Promise<readonly CommentEntry[]> {
  return await readComments(transaction, { deliverableId, sentAt: { not: null }, answer: null });
}

/** What a company has not answered, of all its deliverables; at most so many. */
export async function openCommentsOf(
  transaction: Transaction,
  companyId: string,
  most: number,
): Promise<readonly CommentEntry[]> {
  const open = await readComments(transaction, { companyId, sentAt: { not: null }, answer: null });
  return open.slice(0, most);
}

/** The deliverables of a company on which there are comments, in the order of the programme. */
export async function commentedDeliverables(
  transaction: Transaction,
  { programmeId, companyId }: { readonly programmeId: string; readonly companyId: string },
): Promise<readonly { readonly id: string; readonly typeId: string; readonly title: Bilingual }[]> {
  const rows = await transaction.deliverable.findMany({
    where: { programmeId, companyId, reviewNotes: { some: { sentAt: { not: null }, draft: { erasedAt: null } } } },
    select: { id: true, typeId: true, type: { select: { titleJa: true, titleEn: true } } },
    orderBy: { type: { position: 'asc' } },
  });
  return rows.map(({ id, typeId, type }) => ({ id, typeId, title: inBoth(type.titleJa, type.titleEn) }));
}

/** All that the company was sent. */
export async function sentComments(transaction: Transaction, deliverableId: string): Promise<readonly CommentEntry[]> {
  return await readComments(transaction, { deliverableId, sentAt: { not: null } });
}

/** What the adviser still writes, also on a version whose round a newer one has overtaken. */
export async function unsentComments(
  transaction: Transaction,
  deliverableId: string,
): Promise<readonly CommentEntry[]> {
  return await readComments(transaction, { deliverableId, sentAt: null });
}

/** Those that the company was sent at the end of this round. */
export async function commentsSentAt(
  transaction: Transaction,
  deliverableId: string,
  sentAt: Date,
): Promise<readonly CommentEntry[]> {
  return await readComments(transaction, { deliverableId, sentAt });
}

interface WrittenBy {
  readonly programmeId: string;
  readonly personId: string;
  readonly most: number;
}

/** What an adviser wrote about companies that they look after now, the latest first. */
export async function commentsBy(
  transaction: Transaction,
  { programmeId, personId, most }: WrittenBy,
): Promise<readonly CommentEntry[]> {
  const isAssigned = { assignments: { some: { adviserId: personId, endedAt: null } } };
  const rows = await transaction.reviewComment.findMany({
    where: { programmeId, authorId: personId, draft: { erasedAt: null }, deliverable: { company: isAssigned } },
    include: withAll,
    orderBy: [{ at: 'desc' }, { number: 'desc' }],
    take: most,
  });
  return rows.map(entryOf);
}

export async function readComment(transaction: Transaction, id: string): Promise<CommentEntry | null> {
  return (await readComments(transaction, { id }))[0] ?? null;
}
