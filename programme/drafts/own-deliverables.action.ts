/** Shows a company what it hands in: the stage, the due date, the latest version, what waits for an answer, and what can be done next. */
import { z } from 'zod';
import { readSeenPublication, type SeenPublication } from '../deliverables/publication/queries.js';
import { seenWords } from '../deliverables/publication/seen-words.js';
import { publicationTexts } from '../deliverables/publication/texts.js';
import type { DeliverableEntry } from '../deliverables/queries.js';
import { deliverableTexts } from '../deliverables/texts.js';
import { pick } from '../messages/bilingual.js';
import { daysUntil, formatDay, formatInstant, instantOf } from '../messages/dates.js';
import { type Button, type Element, elements, type Fact } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { sentComments } from '../reviews/queries.js';
import { ownDeliverables } from './prepare-submission.js';
import { readNewestDraft, type SubmittedDraft } from './queries.js';
import { mineRecogniser } from './recognisers.js';
import { refuseDraft } from './refuse-draft.js';
import { draftTexts } from './texts.js';
import { dayWords, personWords } from './words.js';

export const ownDeliverablesAction = memberAction({
  name: 'draft.mine',
  texts: draftTexts,
  command: 'deliverables',
  recognise: mineRecogniser,
  who: ['participant'],
  input: z.object({}),
  offered: 'menu',
  confirm: 'read',
  run: async (context) => {
    const { transaction, membership, language } = context;
    const { heading } = draftTexts[language].mine;
    const all = await ownDeliverables(context);
    if (all.length === 0) return refuseDraft('nothing_to_hand_in', {});
    const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: membership.programmeId } });
    const shown: Element[] = [];
    for (const deliverable of all) shown.push(...(await elementsOf(context, deliverable, timeZone)));
    return { message: { summary: heading, elements: elements({ kind: 'heading', text: heading }, ...shown) } };
  },
});

async function elementsOf(
  context: Context,
  deliverable: DeliverableEntry,
  timeZone: string,
): Promise<readonly Element[]> {
  const { transaction, language } = context;
  const { id } = deliverable;
  const newest = id === null ? null : await readNewestDraft(transaction, id);
  const comments = id === null ? [] : await sentComments(transaction, id);
  const seen = id === null || deliverable.stage !== 'published' ? null : await readSeenPublication(transaction, id);
  const open = comments.filter(({ answer }) => answer === null).length;
  return [
    { kind: 'text', text: pick(language, deliverable.title) },
    { kind: 'facts', facts: factsOf(context, deliverable, { newest, open, timeZone, seen }) },
    { kind: 'buttons', buttons: buttonsOf(context, deliverable, { newest, comments: comments.length }) },
  ];
}

interface Standing {
  readonly newest: SubmittedDraft | null;
  readonly open: number;
  readonly timeZone: string;
  /** What was seen where it is published. */
  readonly seen: SeenPublication | null;
}

function factsOf(
  context: Context,
  { stage, stageAt, dueOn, isExtended }: DeliverableEntry,
  { newest, open, timeZone, seen }: Standing,
): readonly Fact[] {
  const { language, now } = context;
  const { mine } = draftTexts[language];
  const texts = deliverableTexts[language];
  const due = dueOn === null ? null : instantOf(dueOn, '12:00', timeZone);
  const dueWords = due === null ? texts.noDueDate : mine.due(dayWords(language, dueOn), daysUntil(now, due, timeZone));
  const since = stageAt === null ? '' : formatDay(language, stageAt, timeZone);
  return [
    { label: texts.stage, value: since === '' ? texts.stages[stage] : mine.since(texts.stages[stage], since) },
    { label: texts.dueOn, value: isExtended ? `${dueWords} — ${texts.extended}` : dueWords },
    { label: mine.labels.latest, value: latestWords(context, newest) },
    ...(open === 0 ? [] : [{ label: mine.labels.comments, value: mine.open(open) }]),
    ...(seen === null ? [] : [{ label: publicationTexts[language].label, value: seenWords(language, seen, timeZone) }]),
  ];
}

function latestWords(context: Context, newest: SubmittedDraft | null): string {
  const { language } = context;
  const { mine } = draftTexts[language];
  if (newest === null) return mine.noVersion;
  const by = personWords(language, newest.submittedBy.name);
  const isOpened = newest.openedAt !== null;
  return [
    mine.latest(newest.number, by, formatInstant(context, newest.submittedAt)),
    isOpened ? mine.opened : mine.notOpened,
    ...(isOpened || newest.reviewDueOn === null ? [] : [mine.reviewDue(dayWords(language, newest.reviewDueOn))]),
  ].join(language === 'ja' ? '、' : ', ');
}

/** What comes next first; then what can be looked at, asked for and taken back. */
function buttonsOf(
  { language }: Context,
  { id, typeId, stage, dueOn }: DeliverableEntry,
  { newest, comments }: { readonly newest: SubmittedDraft | null; readonly comments: number },
): readonly Button[] {
  const { mine } = draftTexts[language];
  const input = { deliverableType: typeId };
  const own = { deliverable: id ?? '' };
  const version = { draft: newest?.id ?? '' };
  const answers = { label: mine.answers, action: 'review.answers', input: own };
  return [
    ...(stage === 'confirmed'
      ? [{ label: mine.approve, action: 'deliverable.approve', input: own, form: true as const }]
      : []),
    ...(stage === 'approved'
      ? [{ label: mine.publish, action: 'deliverable.publish', input: own, form: true as const }]
      : []),
    ...(comments === 0 ? [] : [answers]),
    { label: mine.submit, action: 'draft.submit', input, form: true },
    ...(stage === 'not_started' ? [{ label: mine.begin, action: 'draft.begin', input }] : []),
    ...(newest === null
      ? []
      : [
          ...(newest.checklist === null ? [] : [{ label: mine.check, action: 'draft.check', input: version }]),
          ...(newest.number === 1 ? [] : [{ label: mine.changes, action: 'draft.difference', input: version }]),
          { label: mine.file, action: 'draft.file', input: version },
        ]),
    ...(dueOn === null || !isBeforeConfirmation(stage)
      ? []
      : [{ label: mine.extend, action: 'deliverable.extend', input, form: true as const }]),
    ...(newest === null
      ? []
      : [{ label: mine.withdraw, action: 'draft.withdraw', input: version, form: true as const }]),
  ];
}

/** The due date is for what the adviser confirms. */
function isBeforeConfirmation(stage: DeliverableEntry['stage']): boolean {
  return stage !== 'confirmed' && stage !== 'approved' && stage !== 'published';
}
