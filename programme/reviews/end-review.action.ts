/** Lets an adviser end a round, after the form has shown what the company will get. */
import { z } from 'zod';
import { dayIn } from '../deliverables/day-words.js';
import { findReceivedFiles } from '../files/received-file.js';
import { actingMember } from '../members/acting-member.js';
import { initialChoice, initialText } from '../messages/initial.js';
import { elements, type Form, type Introduction, type Values } from '../messages/message.js';
import { shortened } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { attachmentFields, attachmentTypes, attachmentTypesInForm, hasOpenRound } from './attachments.js';
import { chooseDraftForm, namedDraft, withDraft } from './choose-draft.js';
import { commentTexts } from './comment-texts.js';
import { versionWords } from './describe.js';
import { newestVersion, type ReviewedDraft } from './drafts.js';
import { endReview } from './end-review.js';
import { lateReview } from './late-review.js';
import { unsentComments } from './queries.js';
import { endRecogniser } from './recognisers.js';
import { refuseReview } from './refuse-review.js';
import { refuseEnding, reviewOutcomes } from './rules.js';
import { reviewTexts } from './texts.js';

const LONGEST_WORDS = 2_000;
/** As many comments as are shown before they are sent; the company's notice shows as many. */
const MOST_SHOWN = 8;
/** Of a comment in what is shown before it is sent. */
const LONGEST_SHOWN = 200;

const input = z.object({
  draft: chosen,
  outcome: z.enum(reviewOutcomes),
  words: z.string().trim().max(LONGEST_WORDS, { error: 'too_long' }).default(''),
  files: z.array(chosen).max(10).default([]),
  /** The form has shown what the company will get. */
  agreed: z.literal(true),
});

const beforeAgreement = input.omit({ agreed: true });
type Asked = z.infer<typeof beforeAgreement>;

export const endReviewAction = memberAction({
  name: 'review.end',
  texts: reviewTexts,
  command: 'review-end',
  recognise: endRecogniser,
  who: ['adviser'],
  input,
  confidential: true,
  offered: 'help',
  receives: { types: attachmentTypes, typesInForm: attachmentTypesInForm, field: 'files', when: hasOpenRound },
  complete: async (context, given) => await withDraft(context, given, { opened: true }),
  ask: endForm,
  confirm: 'always',
  run: async (context, given) => {
    const { transaction, language, now } = context;
    const { draft: draftId, outcome, words } = given;
    const file = await attached(context, given);
    if (file !== null && isRefusal(file)) return file;
    const about = { draftId, outcome, words, fileId: file?.id ?? null, by: actingMember(context), now };
    const ended = await endReview(transaction, about);
    if (isRefusal(ended)) return ended;
    const texts = reviewTexts[language];
    const { draft, comments } = ended;
    const summary = texts.endDone({ about: versionWords(context, draft), outcome: texts.outcomes[outcome], comments });
    const late = ended.late && texts.endLate(ended.late.days, dayIn(language, ended.late.until));
    return {
      message: {
        summary,
        elements: elements({ kind: 'text', text: summary }, late !== null && { kind: 'note', text: late }, {
          kind: 'buttons',
          buttons: [{ label: texts.actions['review.queue'].title, action: 'review.queue', input: {} }],
        }),
      },
    };
  },
});

async function attached(
  { transaction, person }: Context,
  { files: ids }: Pick<Asked, 'files'>,
): Promise<{ readonly id: string; readonly name: string } | Refusal | null> {
  const files = await findReceivedFiles(transaction, person.id, ids);
  if (files === null) return refuse('file_not_found', {}, { field: 'files' });
  return files.length > 1 ? refuseReview('one_file', {}, { field: 'files' }) : (files[0] ?? null);
}

async function endForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, language } = context;
  const texts = reviewTexts[language];
  const { title } = texts.actions['review.end'];
  const draft = await namedDraft(context, given);
  if (draft === null) {
    return await chooseDraftForm(context, given, { action: 'review.end', title, submit: texts.endNext, opened: true });
  }
  const comments = await unsentComments(transaction, draft.deliverableId);
  const newest = await newestVersion(transaction, draft.deliverableId);
  const rule = { newest, outcome: null, words: '', comments: comments.length };
  const refused = refuseEnding(draft, rule);
  if (refused) return refused;
  const parsed = beforeAgreement.safeParse(given);
  // What is refused stands at its field once the form is sent.
  const isRefused = !parsed.success || refuseEnding(draft, { ...rule, ...parsed.data }) !== null;
  const shown = isRefused ? [] : await agreement(context, draft, parsed.data);
  const choices = reviewOutcomes.map((value) => ({ value, label: texts.outcomes[value] }));
  return {
    action: 'review.end',
    title,
    introduction:
      shown.length > 0
        ? shown
        : [{ kind: 'text', text: `${versionWords(context, draft)}\n${texts.ownComments(comments.length)}` }],
    fields: [
      {
        ...{ kind: 'choice', name: 'outcome', label: texts.labels.outcome, choices },
        ...initialChoice(given.outcome, choices),
      },
      {
        ...{ kind: 'long text', name: 'words', label: texts.labels.words, optional: true, maximum: LONGEST_WORDS },
        ...initialText(given.words, LONGEST_WORDS),
      },
      ...(await attachmentFields(context, given.files)),
    ],
    known: { draft: draft.id, ...(shown.length > 0 && { agreed: true }) },
    submit: shown.length > 0 ? texts.endConfirm : texts.endNext,
    cancel: chatTexts[language].close,
  };
}

/** What the company will get, and what it costs. */
async function agreement(context: Context, draft: ReviewedDraft, asked: Asked): Promise<readonly Introduction[]> {
  const { transaction, language, now } = context;
  const texts = reviewTexts[language];
  const comments = await unsentComments(transaction, draft.deliverableId);
  const late = await lateReview(transaction, draft, now);
  const file = await attached(context, asked);
  const about = versionWords(context, draft);
  const lines = comments
    .slice(0, MOST_SHOWN)
    .map(({ number, words }) => texts.commentLine(number, shortened(words, LONGEST_SHOWN)));
  const more =
    comments.length > MOST_SHOWN ? [commentTexts[language].moreInDocument(comments.length - MOST_SHOWN)] : [];
  const said: readonly (readonly ['text' | 'note', string])[] = [
    ['text', texts.endDoes({ about, outcome: texts.outcomes[asked.outcome], comments: comments.length })],
    ['note', late === null ? '' : texts.endLate(late.days, dayIn(language, late.until))],
    ['text', [...lines, ...more].join('\n')],
    ['text', asked.words === '' ? '' : texts.endWords(asked.words)],
    ['note', file === null || isRefusal(file) ? '' : texts.endFile(file.name)],
  ];
  return said.filter(([, text]) => text !== '').map(([kind, text]) => ({ kind, text }));
}
