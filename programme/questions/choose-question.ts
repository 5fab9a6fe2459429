/** Finds the question that an adviser or the secretariat means, and asks which one where none is named. */
import { actingMember } from '../members/acting-member.js';
import type { Form } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { readInbox } from './inbox.action.js';
import { type AskedQuestion, readAnswered, readQuestion } from './queries.js';
import { findQuestion } from './questions.sql.js';
import { refuseQuestion } from './refuse-question.js';
import { isAsked } from './rules.js';
import { questionTexts } from './texts.js';
import { answeredChoices, questionChoices } from './words.js';

/** As many as a form offers. */
const MOST_CHOICES = 50;

type Frame = Pick<Form, 'action' | 'title' | 'cancel'>;

/** A question of which this person is asked now; what another is asked is not there. */
export async function findAsked(context: Context, id: string): Promise<AskedQuestion | Refusal> {
  const { transaction } = context;
  const held = await findQuestion(transaction, id);
  if (held === null || !isAsked(held, actingMember(context))) return refuse('not_found', {});
  const question = await readQuestion(transaction, id);
  return question ?? refuse('not_found', {});
}

/** The form that asks which of those that wait is meant. */
export async function chooseWaiting(context: Context, frame: Frame): Promise<Form | Refusal> {
  const waiting = await readInbox(context, 0, MOST_CHOICES);
  const of = waiting[0]?.total ?? 0;
  if (of === 0) return refuseQuestion('nothing_waits', {});
  const form = whichForm(context, frame, questionChoices(context, waiting));
  const text = questionTexts[context.language].someOf({ shown: waiting.length, of });
  return waiting.length < of ? { ...form, introduction: [{ kind: 'note', text }] } : form;
}

/** The same of those that were answered. */
export async function chooseAnswered(context: Context, frame: Frame): Promise<Form | Refusal> {
  const answered = await readAnswered(context.transaction, actingMember(context), MOST_CHOICES);
  const choices = answeredChoices(context, answered);
  return choices.length === 0 ? refuseQuestion('nothing_answered', {}) : whichForm(context, frame, choices);
}

function whichForm({ language }: Context, frame: Frame, choices: ReturnType<typeof answeredChoices>): Form {
  const { labels, next } = questionTexts[language];
  const field = { kind: 'choice' as const, name: 'askedQuestion', label: labels.which, choices };
  return { ...frame, introduction: [], fields: [field], known: {}, submit: next };
}
