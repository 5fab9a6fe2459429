/** The versions that reviews are about: data, without words, and nothing of their text. */
import type { DeliverableStage, Language, Prisma, ReviewOutcome, Transaction } from '../../prisma/client.js';
import { dayText } from '../calendar/business-days.js';
import { nameIn } from '../members/queries.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';

export interface ReviewRound {
  readonly id: string;
  readonly reviewerId: string;
  readonly begunAt: Date;
  readonly endedAt: Date | null;
  readonly outcome: ReviewOutcome | null;
  readonly words: string;
  /** What the adviser attached. */
  readonly file: { readonly id: string; readonly name: string } | null;
}

export interface ReviewedDraft {
  readonly id: string;
  readonly number: number;
  readonly deliverableId: string;
  readonly programmeId: string;
  readonly companyId: string;
  readonly company: Bilingual;
  /** Of the deliverable, e.g. the human rights policy. */
  readonly title: Bilingual;
  readonly checklist: string | null;
  readonly language: Language;
  readonly note: string;
  /** The original; null where it was pasted, or is erased. */
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly submittedById: string;
  readonly submittedBy: Bilingual;
  readonly submittedAt: Date;
  readonly openedAt: Date | null;
  /** Replaced, withdrawn or erased: there is nothing to review any more. */
  readonly isGone: boolean;
  readonly isErased: boolean;
  /** 2025-03-07, in the programme's zone. */
  readonly reviewDueOn: string | null;
  /** When the company is to be done, as 2025-03-31 in the programme's zone. */
  readonly dueOn: string | null;
  readonly stage: DeliverableStage;
  /** The programme's. */
  readonly timeZone: string;
  readonly round: ReviewRound | null;
}

const named = { select: { nameJa: true, nameEn: true } } as const;
const file = { select: { id: true, name: true } } as const;
const withAll = {
  deliverable: {
    include: { type: true, company: named, programme: { select: { timeZone: true } } },
  },
  submittedBy: named,
  file,
  review: { include: { file } },
} as const;

type Row = Prisma.DraftGetPayload<{ include: typeof withAll }>;

function entryOf({ deliverable, submittedBy, review, file: original, reviewDueOn, ...row }: Row): ReviewedDraft {
  const { type, company, programme, stage } = deliverable;
  const dueOn = deliverable.dueOn ?? type.dueOn;
  const { id, number, deliverableId, programmeId, companyId, language, note } = row;
  const { submittedById, submittedAt, openedAt, replacedAt, withdrawnAt, erasedAt } = row;
  return {
    ...{ id, number, deliverableId, programmeId, companyId, language, note, submittedById, submittedAt, openedAt },
    ...{ company: nameIn(company), title: inBoth(type.titleJa, type.titleEn), checklist: type.checklist, stage },
    ...{ file: original, submittedBy: nameIn(submittedBy), timeZone: programme.timeZone },
    isGone: replacedAt !== null || withdrawnAt !== null || erasedAt !== null,
    isErased: erasedAt !== null,
    reviewDueOn: reviewDueOn && dayText(reviewDueOn),
    dueOn: dueOn && dayText(dueOn),
    round: review && {
      ...{ id: review.id, reviewerId: review.reviewerId, begunAt: review.begunAt, endedAt: review.endedAt },
      ...{ outcome: review.outcome, words: review.words, file: review.file },
    },
  };
}

/** Null where there is no such version. */
export async function readReviewedDraft(transaction: Transaction, id: string): Promise<ReviewedDraft | null> {
  const found = await transaction.draft.findUnique({ where: { id }, include: withAll });
  return found && entryOf(found);
}

/** Versions that were neither replaced nor withdrawn nor erased. */
export const living = { replacedAt: null, withdrawnAt: null, erasedAt: null } as const;

export interface DraftVersion {
  readonly id: string;
  readonly number: number;
  readonly submittedAt: Date;
}

/** The newest version that is to be reviewed; null where there is none. */
export async function newestVersion(transaction: Transaction, deliverableId: string): Promise<DraftVersion | null> {
  return await transaction.draft.findFirst({
    where: { deliverableId, ...living },
    select: { id: true, number: true, submittedAt: true },
    orderBy: { number: 'desc' },
  });
}
