/** What screens, notices and use cases read about the versions of drafts: data, without words. Whose eyes see it decides walls.ts. */
import type { DocumentSource, Language, Prisma, Transaction } from '../../prisma/client.js';
import { dayText } from '../calendar/business-days.js';
import { type Entry, nameIn } from '../members/queries.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import { readStoredCheck } from './check/check-draft.js';
import type { ElementFound } from './check/check-text.js';

/** A version, without its text. */
export interface SubmittedDraft {
  readonly id: string;
  readonly number: number;
  readonly deliverableId: string;
  readonly typeId: string;
  readonly programmeId: string;
  readonly company: Entry;
  /** Of the deliverable, e.g. the human rights policy. */
  readonly title: Bilingual;
  /** Of the deliverable, as the programme's file names it. */
  readonly code: string;
  readonly checklist: string | null;
  readonly source: DocumentSource;
  readonly language: Language;
  readonly note: string;
  /** Null once it is erased. */
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly sha256: string | null;
  readonly submittedBy: Entry;
  readonly submittedAt: Date;
  /** Null while no adviser has opened it: until then it can be replaced. */
  readonly openedAt: Date | null;
  /** 2025-03-07, in the programme's zone. */
  readonly reviewDueOn: string | null;
  /** Neither replaced nor withdrawn nor erased. */
  readonly isLiving: boolean;
}

const withAll = {
  deliverable: { include: { type: true, company: true } },
  file: { select: { id: true, name: true } },
  submittedBy: true,
} as const satisfies Prisma.DraftInclude;

type DraftRow = Prisma.DraftGetPayload<{ include: typeof withAll }>;

function entryOf({ deliverable, file, submittedBy, reviewDueOn, ...row }: DraftRow): SubmittedDraft {
  const { id, number, deliverableId, programmeId, source, language, note, sha256, submittedAt, openedAt } = row;
  const { type, company } = deliverable;
  return {
    ...{ id, number, deliverableId, programmeId, source, language, note, sha256, submittedAt, openedAt, file },
    ...{ typeId: type.id, code: type.code, title: inBoth(type.titleJa, type.titleEn), checklist: type.checklist },
    company: { id: company.id, name: nameIn(company) },
    submittedBy: { id: submittedBy.id, name: nameIn(submittedBy) },
    reviewDueOn: reviewDueOn && dayText(reviewDueOn),
    isLiving: row.replacedAt === null && row.withdrawnAt === null && row.erasedAt === null,
  };
}

const living = { replacedAt: null, withdrawnAt: null, erasedAt: null } as const;

/** As many versions as a choice of them offers. */
const MOST_VERSIONS = 50;

/** Null where there is no such version. */
export async function readSubmittedDraft(transaction: Transaction, id: string): Promise<SubmittedDraft | null> {
  const row = await transaction.draft.findUnique({ where: { id }, include: withAll });
  return row && entryOf(row);
}

/** Those that were neither replaced nor withdrawn, the newest first. */
export async function readVersions(
  transaction: Transaction,
  which: { readonly deliverableId: string } | { readonly programmeId: string; readonly companyId: string },
  most = MOST_VERSIONS,
): Promise<readonly SubmittedDraft[]> {
  const rows = await transaction.draft.findMany({
    where: { ...which, ...living },
    include: withAll,
    orderBy: [{ submittedAt: 'desc' }, { number: 'desc' }],
    take: most,
  });
  return rows.map(entryOf);
}

/** Null where there is none. */
export async function readNewestDraft(transaction: Transaction, deliverableId: string): Promise<SubmittedDraft | null> {
  const row = await transaction.draft.findFirst({
    where: { deliverableId, ...living },
    include: withAll,
    orderBy: { number: 'desc' },
  });
  return row && entryOf(row);
}

/** What the check found in a version; null where its deliverable has no checklist, or it is erased. */
export async function readCheck(transaction: Transaction, draftId: string): Promise<readonly ElementFound[] | null> {
  const row = await transaction.draftCheck.findUnique({ where: { draftId } });
  return row && readStoredCheck(row.elements);
}

/** What the company has said about elements that no text can show, by element. */
export async function readDeclarations(
  transaction: Transaction,
  deliverableId: string | null,
): Promise<ReadonlyMap<string, string>> {
  if (deliverableId === null) return new Map();
  const rows = await transaction.draftDeclaration.findMany({ where: { deliverableId } });
  return new Map(rows.map(({ element, words }) => [element, words]));
}
