/** Which two versions somebody compares: those named, by default what they looked at last or the one before. */
import type { Prisma } from '../../../prisma/client.js';
import { pick } from '../../messages/bilingual.js';
import { formatDay } from '../../messages/dates.js';
import type { Choice, Values } from '../../messages/message.js';
import type { Context, Language } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { living, type ReviewedDraft, readReviewedDraft } from '../drafts.js';
import { changeTexts } from './texts.js';

/** As many as a platform's list of choices can hold. */
const MOST = 50;

/** Whose versions this person may compare. */
function ownVersions({ membership, person }: Context): Prisma.DraftWhereInput {
  const { programmeId, role, companyId } = membership;
  if (role === 'participant') return { programmeId, companyId: companyId ?? '', ...living };
  const isAssigned = { assignments: { some: { adviserId: person.id, endedAt: null } } };
  if (role === 'adviser') return { programmeId, deliverable: { company: isAssigned }, ...living };
  return { programmeId, deliverable: { programme: { openDrafts: true } }, ...living };
}

/** The newest of what somebody may compare; of several deliverables none is meant. */
async function newestOwn(context: Context): Promise<string | null> {
  const rows = await context.transaction.draft.findMany({
    where: ownVersions(context),
    select: { id: true, deliverableId: true },
    orderBy: [{ submittedAt: 'desc' }, { number: 'desc' }],
    take: MOST,
  });
  const [newest] = rows;
  return newest !== undefined && rows.every(({ deliverableId }) => deliverableId === newest.deliverableId)
    ? newest.id
    : null;
}

/** With the newer version where only one can be meant, and the older one that it is compared with. */
export async function withVersions(context: Context, given: Values): Promise<Values> {
  const newer = given.draft ?? (await newestOwn(context));
  if (!isId(newer)) return given;
  if (given.olderDraft !== undefined) return { ...given, draft: newer };
  const draft = await readReviewedDraft(context.transaction, newer);
  const older = draft && (await olderFor(context, draft));
  return older === null ? { ...given, draft: newer } : { ...given, draft: newer, olderDraft: older };
}

/** What this person looked at last, unless that is no earlier version; otherwise the one before. */
async function olderFor(
  { transaction, person }: Context,
  { deliverableId, number }: ReviewedDraft,
): Promise<string | null> {
  const earlier = { deliverableId, number: { lt: number }, ...living };
  const looked = await transaction.draftLook.findFirst({
    where: { deliverableId, personId: person.id, draft: earlier },
    select: { draftId: true },
  });
  if (looked !== null) return looked.draftId;
  const before = await transaction.draft.findFirst({
    where: earlier,
    select: { id: true },
    orderBy: { number: 'desc' },
  });
  return before?.id ?? null;
}

/** The versions to choose from, the latest first. */
export async function versionChoices(context: Context): Promise<readonly Choice[]> {
  const { language } = context;
  const rows = await context.transaction.draft.findMany({
    where: ownVersions(context),
    select: { id: true },
    orderBy: [{ submittedAt: 'desc' }, { number: 'desc' }],
    take: MOST,
  });
  const choices: Choice[] = [];
  for (const { id } of rows) {
    const draft = await readReviewedDraft(context.transaction, id);
    if (draft === null) continue;
    const { company, title } = draft;
    const about = { company: pick(language, company), title: pick(language, title) };
    choices.push({ value: id, label: changeTexts[language].choice({ ...about, version: versionOf(language, draft) }) });
  }
  return choices;
}

/** 第2版(2025年2月4日(火)) */
export function versionOf(language: Language, { number, submittedAt, timeZone }: ReviewedDraft): string {
  return changeTexts[language].version(number, formatDay(language, submittedAt, timeZone));
}
