/** What the brief of a consultation says of a company's drafts: the latest version, its check, what changed since its reader looked, and what is left to answer. */

import { dayIn } from '../deliverables/day-words.js';
import { deliverableTexts } from '../deliverables/texts.js';
import type { ElementFound } from '../drafts/check/check-text.js';
import { checkCounts } from '../drafts/check-words.js';
import { checklistNamed } from '../drafts/checklists/by-name.js';
import { countChanges } from '../drafts/difference/summarise-difference.js';
import { differenceTexts } from '../drafts/difference/texts.js';
import { readCheck } from '../drafts/queries.js';
import { mayHearOfDraft } from '../drafts/walls.js';
import { pick } from '../messages/bilingual.js';
import { formatDay } from '../messages/dates.js';
import { type Element, elements } from '../messages/message.js';
import type { BaseContext } from '../requests/context.js';
import { differenceOf } from './difference/difference-of.js';
import { living, type ReviewedDraft, readReviewedDraft } from './drafts.js';
import { openComments } from './queries.js';
import { readDraftText } from './quotation.js';
import { reviewTexts } from './texts.js';

/** As many deliverables as are told of; a programme has three. */
const MOST = 3;

interface BriefedReader {
  readonly companyId: string;
  readonly readerId: string;
}

/** Nothing where the company has submitted nothing, or the reader may not see it. */
export async function draftBriefElements(
  context: BaseContext,
  { companyId, readerId }: BriefedReader,
): Promise<readonly Element[]> {
  const { transaction } = context;
  if (!(await mayHearOfDraft(transaction, readerId, { companyId, part: 'check' }))) return [];
  const newest = await transaction.draft.findMany({
    where: { companyId, ...living },
    distinct: ['deliverableId'],
    orderBy: [{ deliverableId: 'asc' }, { number: 'desc' }],
    select: { id: true },
    take: MOST,
  });
  const told: Element[] = [];
  for (const { id } of newest) {
    const draft = await readReviewedDraft(transaction, id);
    if (draft !== null) told.push(...(await aboutDraft(context, draft, readerId)));
  }
  return told;
}

async function aboutDraft(context: BaseContext, draft: ReviewedDraft, readerId: string): Promise<readonly Element[]> {
  const { transaction, language } = context;
  const { brief, open } = reviewTexts[language];
  const checked = await readCheck(transaction, draft.id);
  const comments = await openComments(transaction, draft.deliverableId);
  const { title, number, submittedAt, timeZone, stage, dueOn } = draft;
  const lines = [
    brief.latest({
      ...{ title: pick(language, title), number, submitted: formatDay(language, submittedAt, timeZone) },
      ...{ stage: deliverableTexts[language].stages[stage], due: dueOn === null ? null : dayIn(language, dueOn) },
    }),
    ...(checked === null ? [] : checkLines(context, draft, checked)),
    ...(await changeLines(context, draft, readerId)),
    ...(comments.length === 0 ? [] : [brief.open(comments.length)]),
  ];
  return elements(
    { kind: 'text', text: lines.join('\n') },
    { kind: 'buttons', buttons: [{ label: open, action: 'review.open', input: { draft: draft.id } }] },
  );
}

function checkLines(
  { language }: BaseContext,
  { checklist }: ReviewedDraft,
  found: readonly ElementFound[],
): readonly string[] {
  const { brief } = reviewTexts[language];
  const known = checklistNamed(checklist)?.elements ?? [];
  const missing = found.filter(({ status }) => status === 'not_found').map(({ id }) => id);
  const names = known.filter(({ id }) => missing.includes(id)).map(({ name }) => name[language]);
  return [
    brief.check({ all: found.length, ...checkCounts(found) }),
    ...(names.length === 0 ? [] : [brief.missing(names)]),
  ];
}

/** Since this reader looked at an earlier version. */
async function changeLines(
  { transaction, language }: BaseContext,
  { id, deliverableId, number }: ReviewedDraft,
  personId: string,
): Promise<readonly string[]> {
  const looked = await transaction.draftLook.findFirst({
    where: { deliverableId, personId, draft: { number: { lt: number }, ...living } },
    select: { draftId: true, draft: { select: { number: true } } },
  });
  if (looked === null) return [];
  const before = await readDraftText(transaction, looked.draftId);
  const after = await readDraftText(transaction, id);
  if (before === null || after === null) return [];
  const difference = differenceOf(transaction, { id: looked.draftId, text: before }, { id, text: after });
  const counted = differenceTexts[language].counted(countChanges(difference));
  return [reviewTexts[language].brief.changed({ since: looked.draft.number, counted })];
}
