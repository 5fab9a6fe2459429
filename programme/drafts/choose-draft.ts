/** Which version is meant where none is named: the company's newest; and whether the reader may see that part of it. */
import { actingMember } from '../members/acting-member.js';
import { pick } from '../messages/bilingual.js';
import type { Field, Values } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { readSubmittedDraft, readVersions, type SubmittedDraft } from './queries.js';
import { refuseDraft } from './refuse-draft.js';
import { draftTexts } from './texts.js';
import { type DraftPart, maySeeOf } from './walls.js';
import { draftName } from './words.js';

/** The living versions of the reader's own company or, for the staff, of the one that words spoke of, the newest first. */
async function ownVersions(
  { transaction, membership }: Context,
  spokenCompany?: Values[string],
): Promise<readonly SubmittedDraft[]> {
  const { programmeId } = membership;
  const companyId = membership.companyId ?? (isId(spokenCompany) ? spokenCompany : null);
  return companyId === null ? [] : await readVersions(transaction, { programmeId, companyId });
}

/** For `complete`: the newest of the company's, where all of them are of one deliverable. */
export async function withNewestDraft(context: Context, given: Values): Promise<Values> {
  if (given.draft !== undefined) return given;
  const [newest, ...others] = await ownVersions(context, given.spokenCompany);
  const isOfOne = others.every(({ deliverableId }) => deliverableId === newest?.deliverableId);
  return newest === undefined || !isOfOne ? given : { ...given, draft: newest.id };
}

/** The field that asks which; refused where there is none. Of other companies the adviser is asked in the queue. */
export async function draftField(context: Context): Promise<Field | Refusal> {
  const texts = draftTexts[context.language];
  const choices = (await ownVersions(context)).map((draft) => ({
    value: draft.id,
    label: texts.version(draftName(context.language, draft)),
  }));
  if (choices.length === 0) return refuseDraft('no_draft_yet', {});
  return { kind: 'choice', name: 'draft', label: texts.labels.draft, choices };
}

/** The version, where the reader may see this part of it and it is not erased. */
export async function readVisibleDraft(
  context: Context,
  draftId: string,
  part: DraftPart,
): Promise<SubmittedDraft | Refusal> {
  const draft = await readSubmittedDraft(context.transaction, draftId);
  if (draft === null) return refuse('not_found', {});
  const isVisible = await maySeeOf(context.transaction, actingMember(context), { companyId: draft.company.id, part });
  if (!isVisible) return refuseDraft('draft_is_closed', {});
  return draft.isLiving ? draft : refuseDraft('draft_is_gone', draft);
}

/** 「株式会社…」の「人権方針」の第2版 for the staff, without the company for its own people. */
export function versionFor({ language, membership }: Context, draft: SubmittedDraft): string {
  const texts = draftTexts[language];
  const version = texts.version(draftName(language, draft));
  return membership.role === 'participant' ? version : texts.ofCompany(pick(language, draft.company.name), version);
}
