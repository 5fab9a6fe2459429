/** Asks somebody who came to a session what they say about it, and whether and how it may be quoted. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { initialChoice, initialText } from '../messages/initial.js';
import type { Choice, Form, Values } from '../messages/message.js';
import { plain } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { answerFeedback, refuseAnswering } from './answer-feedback.js';
import { isReportFinal, readAttended } from './queries.js';
import { answerRecogniser } from './recognisers.js';
import { refuseFeedback } from './refuse-feedback.js';
import { LONGEST_COMMENT, LONGEST_NAME, permissions, ratings } from './rules.js';
import { feedbackTexts } from './texts.js';

/** More sessions than a programme has. */
const MOST_SESSIONS = 50;

const choiceError = (issue: { readonly input?: unknown }) => (issue.input === undefined ? 'required' : 'not_a_choice');

const input = z.object({
  session: chosen,
  rating: z.enum(ratings, { error: choiceError }),
  comment: z.string().trim().max(LONGEST_COMMENT, { error: 'too_long' }).default(''),
  permission: z.enum(permissions, { error: choiceError }),
  shownAs: z.string().trim().max(LONGEST_NAME, { error: 'too_long' }).default(''),
});

export const answerFeedbackAction = memberAction({
  name: 'feedback.answer',
  texts: feedbackTexts,
  command: 'feedback',
  recognise: answerRecogniser,
  who: ['participant'],
  input,
  confidential: true,
  offered: 'help',
  ask: askFor,
  confirm: {
    when: 'words',
    show: async (context, { session: id }) => {
      const session = await findSession(context, id);
      const { transaction, person, now, language } = context;
      const refused = session && (await refuseAnswering(transaction, session, { personId: person.id, now }));
      if (session === null) return refuseFeedback('did_not_come', {});
      return refused ?? { does: feedbackTexts[language].answerDoes(sessionTitle(context, session)), elements: [] };
    },
  },
  run: async (context, { session: sessionId, rating, comment, permission, shownAs }) => {
    const { transaction, now, language } = context;
    const said = { rating: Number(rating), comment: comment.replaceAll('\r\n', '\n'), permission, shownAs };
    const answered = await answerFeedback(transaction, { sessionId, ...said, by: actingMember(context), now });
    if (isRefusal(answered)) return answered;
    return { message: plain(feedbackTexts[language].answered[answered.what](sessionTitle(context, answered.session))) };
  },
});

async function askFor(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, person, now } = context;
  const session = await findSession(context, given.session);
  if (session === null) return await sessionForm(context, null);
  const refused = await refuseAnswering(transaction, session, { personId: person.id, now });
  return refused ? await sessionForm(context, refused) : await answerForm(context, session, given);
}

/** Which of those that the person came to; `refused`: why it cannot be the one that was named. */
async function sessionForm(context: Context, refused: Refusal | null): Promise<Form | Refusal> {
  const { transaction, membership, person, now, language } = context;
  const about = { programmeId: membership.programmeId, personId: person.id, now };
  const sessions = await readAttended(transaction, about, MOST_SESSIONS);
  if (sessions.length === 0)
    return refused === null ? refuseFeedback('nothing_to_answer', {}) : { ...refused, field: null };
  const texts = feedbackTexts[language];
  const choices = sessions.map(({ isAnswered, ...session }): Choice => {
    const title = sessionTitle(context, session);
    return { value: session.id, label: isAnswered ? texts.answeredBefore(title) : title };
  });
  return {
    action: 'feedback.answer',
    title: texts.actions['feedback.answer'].title,
    introduction: refused === null ? [] : [{ kind: 'note', text: pick(language, refused.words) }],
    fields: [{ kind: 'choice', name: 'session', label: texts.labels.session, choices }],
    known: {},
    submit: texts.next,
    cancel: chatTexts[language].close,
  };
}

async function answerForm(context: Context, session: Session, given: Values): Promise<Form> {
  const { transaction, membership, person, language } = context;
  const texts = feedbackTexts[language];
  const { labels, hints } = texts;
  const sessionId_personId = { sessionId: session.id, personId: person.id };
  const known = await transaction.feedback.findUnique({ where: { sessionId_personId } });
  const isFinal = known !== null && (await isReportFinal(transaction, membership.programmeId));
  const ratingChoices = ratings.map((value) => ({ value, label: texts.ratings[value] }));
  const permissionChoices = permissions.map((value) => ({ value, label: texts.permissions[value] }));
  const name = pick(language, inBoth(person.nameJa, person.nameEn));
  return {
    action: 'feedback.answer',
    title: texts.actions['feedback.answer'].title,
    introduction: [
      { kind: 'text', text: sessionTitle(context, session) },
      { kind: 'note', text: isFinal ? texts.afterFreeze : known === null ? texts.whoReads : texts.replaces },
    ],
    fields: [
      {
        ...{ kind: 'choice', name: 'rating', label: labels.rating, choices: ratingChoices },
        ...initialChoice(given.rating ?? String(known?.rating ?? ''), ratingChoices),
      },
      {
        ...{ kind: 'long text', name: 'comment', label: labels.comment, optional: true, maximum: LONGEST_COMMENT },
        ...initialText(given.comment ?? known?.comment, LONGEST_COMMENT),
      },
      {
        ...{ kind: 'choice', name: 'permission', label: labels.permission, hint: hints.permission },
        ...{ choices: permissionChoices, ...initialChoice(given.permission ?? known?.permission, permissionChoices) },
      },
      {
        ...{ kind: 'text', name: 'shownAs', label: labels.shownAs, hint: hints.shownAs, optional: true },
        ...{ maximum: LONGEST_NAME, ...initialText(given.shownAs ?? (known?.shownAs || name), LONGEST_NAME) },
      },
    ],
    known: { session: session.id },
    submit: texts.send,
    cancel: chatTexts[language].close,
  };
}
