/** Deliverables and versions for tests of reviews, written to the database as the app would. */
import { type Company, type Draft, inTransaction, type Programme, type Transaction } from '../../prisma/client.js';
import { recordEvent } from '../../programme/deliverables/record-event.js';
import type { Services } from '../../programme/requests/services.js';

type Kept = Pick<Services, 'database' | 'clock'>;

let counted = 0;

/** The human rights policy of a programme, due on 31 March 2025 unless told; returns the type's identifier. */
export async function buildPolicy(
  { database }: Kept,
  programme: Pick<Programme, 'id'>,
  dueOn: string | null = '2025-03-31',
): Promise<string> {
  counted += 1;
  const { id } = await database.deliverableType.create({
    data: {
      ...{ programmeId: programme.id, code: `review-policy-${counted}`, titleJa: '人権方針', titleEn: 'Policy' },
      ...{ checklist: 'human_rights_policy', dueOn: dueOn === null ? null : new Date(dueOn), position: counted },
    },
  });
  return id;
}

export interface BuildVersion {
  readonly typeId: string;
  readonly company: Pick<Company, 'id' | 'programmeId'>;
  readonly personId: string;
  readonly paragraphs?: readonly string[];
  /** 2025-03-07 */
  readonly reviewDueOn?: string;
}

/** A version with its text, its check and its event. */
export async function buildVersion(
  { database, clock }: Kept,
  { typeId, company, personId, paragraphs = ['当社は、すべての人の人権を尊重します。'], reviewDueOn }: BuildVersion,
): Promise<Draft> {
  const now = clock.now();
  const whose = { programmeId: company.programmeId, companyId: company.id };
  const write = async (transaction: Transaction) => {
    const begun = await recordEvent(
      transaction,
      { typeId, companyId: company.id },
      { kind: 'begun', at: now, personId },
    );
    const { deliverableId } = begun;
    const { drafts: number } = await transaction.deliverable.update({
      where: { id: deliverableId },
      data: { drafts: { increment: 1 } },
    });
    const draft = await transaction.draft.create({
      data: {
        ...{ ...whose, deliverableId, number, source: 'pasted', language: 'ja', sha256: `${deliverableId} ${number}` },
        ...{ submittedById: personId, submittedAt: now },
        reviewDueOn: reviewDueOn === undefined ? null : new Date(reviewDueOn),
      },
    });
    await transaction.draftText.create({
      data: {
        ...{ ...whose, draftId: draft.id, characters: paragraphs.join('').length },
        paragraphs: paragraphs.map((text) => ({ text, heading: null, label: null, page: null })),
      },
    });
    await transaction.draftCheck.create({
      data: {
        ...{ ...whose, draftId: draft.id, checklist: 'human_rights_policy', checkedAt: now },
        elements: [
          {
            ...{ id: 'E04', status: 'found', strength: 'commitment', parts: [], negated: [] },
            sentences: [paragraphs[0] ?? ''],
          },
        ],
      },
    });
    await recordEvent(transaction, deliverableId, { kind: 'submitted', at: now, draftNumber: number, personId });
    return draft;
  };
  return await inTransaction(database, write, { viewer: { kind: 'person', personId } });
}

interface BuildRound {
  readonly adviserId: string;
  readonly words: string;
  readonly quotation?: string;
  /** It has ended, and the company was sent its comment. */
  readonly ended?: boolean;
}

/** A round on a version with one comment; returns the comment's identifier. */
export async function buildRound(
  { database, clock }: Kept,
  { id: draftId, deliverableId, programmeId, companyId, number }: Draft,
  { adviserId, words, quotation = '', ended = false }: BuildRound,
): Promise<string> {
  const now = clock.now();
  const whose = { programmeId, companyId };
  const write = async (transaction: Transaction) => {
    await transaction.draft.update({ where: { id: draftId }, data: { openedAt: now, openedById: adviserId } });
    const round = await transaction.review.create({
      data: {
        ...{ ...whose, draftId, reviewerId: adviserId, begunAt: now },
        ...(ended && { endedAt: now, outcome: 'to_be_revised' as const }),
      },
    });
    const about = { at: now, draftNumber: number, personId: adviserId };
    await recordEvent(transaction, deliverableId, { kind: 'opened', ...about });
    if (ended) await recordEvent(transaction, deliverableId, { kind: 'revision_asked', ...about });
    const counted = await transaction.deliverable.update({
      where: { id: deliverableId },
      data: { comments: { increment: 1 } },
    });
    const { id } = await transaction.reviewComment.create({
      data: {
        ...{ ...whose, deliverableId, draftId, reviewId: round.id, number: counted.comments, authorId: adviserId },
        ...{ target: quotation === '' ? 'whole' : 'quotation', quotation, words, at: now },
        sentAt: ended ? now : null,
      },
    });
    return id;
  };
  return await inTransaction(database, write, { viewer: { kind: 'person', personId: adviserId } });
}

/** One of each thing that an action about reviews and deliverables may name. */
export interface BuiltReviews {
  /** Of which nothing else is here. */
  readonly deliverableType: string;
  /** Not opened yet. */
  readonly queued: Draft;
  /** With an open round. */
  readonly opened: Draft;
  readonly unsentComment: string;
  /** Two versions of one deliverable. */
  readonly earlier: Draft;
  readonly later: Draft;
  /** On a version whose round has ended. */
  readonly sentComment: string;
  readonly commented: string;
  /** Deliverables: submitted, and approved. */
  readonly submitted: string;
  readonly approved: string;
  /** Asked for by the company. */
  readonly extension: string;
}

interface BuildReviews {
  readonly programme: Pick<Programme, 'id'>;
  readonly company: Pick<Company, 'id' | 'programmeId'>;
  readonly personId: string;
  readonly adviserId: string;
  /** What is written there, to be looked for where it must not be. */
  readonly secret: string;
}

export async function buildReviews(
  services: Kept,
  { programme, company, personId, adviserId, secret }: BuildReviews,
): Promise<BuiltReviews> {
  const { database, clock } = services;
  const now = clock.now();
  const version = async (paragraphs: readonly string[] = [secret]) =>
    await buildVersion(services, {
      ...{ typeId: await buildPolicy(services, programme), company, personId, paragraphs, reviewDueOn: '2024-12-10' },
    });
  const [queued, opened, reviewed, approved] = [await version(), await version(), await version(), await version()];
  const two = { typeId: await buildPolicy(services, programme), company, personId };
  const earlier = await buildVersion(services, { ...two, paragraphs: [secret, '旧い文です。'] });
  const later = await buildVersion(services, { ...two, paragraphs: [secret, '新しい文です。'] });
  const unsentComment = await buildRound(services, opened, { adviserId, words: secret, quotation: secret });
  const sentComment = await buildRound(services, reviewed, { adviserId, words: secret, ended: true });
  const write = async (transaction: Transaction) => {
    const day = '2024-09-30';
    await recordEvent(transaction, approved.deliverableId, { kind: 'approved', at: now, day, approvedBy: '取締役会' });
    return await transaction.dueExtension.create({
      data: {
        ...{ deliverableId: queued.deliverableId, programmeId: company.programmeId, companyId: company.id },
        ...{ state: 'asked', until: new Date('2025-04-10'), reason: '役員会の日程', askedById: personId, askedAt: now },
      },
    });
  };
  const { id: extension } = await inTransaction(database, write, { viewer: { kind: 'person', personId } });
  return {
    ...{ deliverableType: await buildPolicy(services, programme), queued, opened, unsentComment, sentComment },
    ...{ commented: reviewed.deliverableId, submitted: queued.deliverableId, approved: approved.deliverableId },
    ...{ extension, earlier, later },
  };
}
