/** Which version an adviser means: the one named, the only one that there is, or one of a list. */
import { inBoth } from '../messages/bilingual.js';
import { initialChoice } from '../messages/initial.js';
import type { Choice, Field, Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import type { Refusal } from '../requests/refusal.js';
import { versionWords } from './describe.js';
import { type ReviewedDraft, readReviewedDraft } from './drafts.js';
import { refuseComment } from './refuse-comment.js';
import { refuseReview } from './refuse-review.js';
import { type QueuedDraft, readReviewQueue } from './reviews.sql.js';
import { reviewTexts } from './texts.js';

/** As many as a platform's list of choices can hold. */
const MOST = 50;

async function waiting({ transaction, membership, person }: Context): Promise<readonly QueuedDraft[]> {
  const about = { programmeId: membership.programmeId, adviserId: person.id, from: 0, size: MOST };
  return (await readReviewQueue(transaction, about)).items;
}

/** Those that the adviser has to review; `opened`: only those whose round has begun. */
async function waitingFor(context: Context, { opened }: { readonly opened: boolean }): Promise<readonly QueuedDraft[]> {
  return (await waiting(context)).filter(({ openedAt }) => !opened || openedAt !== null);
}

/** With the only version that can be meant. */
export async function withDraft(context: Context, given: Values, which: { readonly opened: boolean }): Promise<Values> {
  if (given.draft !== undefined) return given;
  const { spokenCompany } = given;
  const drafts = await waitingFor(context, which);
  const [only, ...others] = drafts.filter(
    ({ companyId }) => spokenCompany === undefined || companyId === spokenCompany,
  );
  return only === undefined || others.length > 0 ? given : { ...given, draft: only.draftId };
}

export async function namedDraft({ transaction }: Context, given: Values): Promise<ReviewedDraft | null> {
  return isId(given.draft) ? await readReviewedDraft(transaction, given.draft) : null;
}

function draftField(context: Context, drafts: readonly QueuedDraft[], given: Values): Field {
  const choices = drafts.map((draft): Choice => {
    const company = inBoth(draft.companyJa, draft.companyEn);
    const title = inBoth(draft.titleJa, draft.titleEn);
    return { value: draft.draftId, label: versionWords(context, { company, title, number: draft.number }) };
  });
  const { labels } = reviewTexts[context.language];
  return { kind: 'choice', name: 'draft', label: labels.draft, choices, ...initialChoice(given.draft, choices) };
}

interface Choosing {
  readonly action: string;
  readonly title: string;
  readonly submit: string;
  readonly opened: boolean;
}

/** The form that asks which version is meant. */
export async function chooseDraftForm(
  context: Context,
  given: Values,
  { action, title, submit, opened }: Choosing,
): Promise<Form | Refusal> {
  const drafts = await waitingFor(context, { opened });
  if (drafts.length === 0) return opened ? refuseComment('no_open_round', {}) : refuseReview('nothing_to_review', {});
  return {
    ...{ action, title, submit, introduction: [], known: {} },
    fields: [draftField(context, drafts, given)],
    cancel: chatTexts[context.language].close,
  };
}
