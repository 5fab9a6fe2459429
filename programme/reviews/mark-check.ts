/** An adviser says what the element check missed, or found where it is not: kept as examples, and counted. */
import type { CheckMarkKind, Transaction } from '../../prisma/client.js';
import { checklistNamed } from '../drafts/checklists/by-name.js';
import { maySeeOf } from '../drafts/walls.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { type ReviewedDraft, readReviewedDraft } from './drafts.js';
import { holdsQuotation, nearestSentence, quotable, readDraftText } from './quotation.js';
import { refuseMark } from './refuse-mark.js';

export const markKinds = ['missed', 'false_hit'] as const satisfies readonly CheckMarkKind[];

export interface MarkCheck {
  readonly draftId: string;
  /** Of the checklist. */
  readonly element: string;
  readonly kind: CheckMarkKind;
  /** As it stands in the version. */
  readonly sentence: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface MarkedCheck {
  readonly draft: ReviewedDraft;
  /** The same was marked before. */
  readonly isKnown: boolean;
}

export async function markCheck(
  transaction: Transaction,
  { draftId, element, kind, sentence, by, now: at }: MarkCheck,
): Promise<MarkedCheck | Refusal> {
  const draft = await readReviewedDraft(transaction, draftId);
  if (draft === null) return refuse('not_found', {});
  const { companyId, programmeId, checklist } = draft;
  if (!(await maySeeOf(transaction, by, { companyId, part: 'marks' }))) return refuse('not_found', {});
  const isKnownElement = checklistNamed(checklist)?.elements.some(({ id }) => id === element) ?? false;
  if (!isKnownElement) return refuseMark('mark_element', {}, { field: 'element' });
  const text = await readDraftText(transaction, draftId);
  if (text === null) return refuseMark('mark_no_text', {});
  if (!holdsQuotation(quotable(text), sentence)) {
    return refuseMark('mark_unknown', { nearest: nearestSentence(text, sentence) }, { field: 'sentence' });
  }
  const { count } = await transaction.checkMark.createMany({
    data: [{ draftId, programmeId, companyId, element, kind, sentence, personId: by.personId, at }],
    skipDuplicates: true,
  });
  return { draft, isKnown: count === 0 };
}

/** How often each was marked on a version. */
export async function countMarks(
  transaction: Transaction,
  draftId: string,
): Promise<Readonly<Record<CheckMarkKind, number>>> {
  const rows = await transaction.checkMark.groupBy({ by: ['kind'], where: { draftId }, _count: true });
  const of = (kind: CheckMarkKind) => rows.find((row) => row.kind === kind)?._count ?? 0;
  return { missed: of('missed'), false_hit: of('false_hit') };
}
