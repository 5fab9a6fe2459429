/** Lets the secretariat remind those who came to a session and have not given feedback. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { readPastSessions } from './queries.js';
import { refuseFeedback } from './refuse-feedback.js';
import { findRemindable, remindUnanswered } from './remind-unanswered.js';
import { feedbackTexts } from './texts.js';

const MOST_SESSIONS = 50;

export const remindFeedback = memberAction({
  name: 'feedback.remind',
  texts: feedbackTexts,
  command: 'remind-feedback',
  recognise: { onlyAlone: true },
  who: secretariat,
  input: z.object({ session: chosen, agreed: z.literal(true).optional() }),
  offered: 'contextual',
  ask: askFor,
  confirm: {
    when: 'always',
    show: async (context, { session: id }) => {
      const does = await whatItDoes(context, id);
      return isRefusal(does) ? does : { does: does.words, elements: [] };
    },
  },
  run: async ({ transaction, membership, language, now }, { session: sessionId }) => {
    const about = { programmeId: membership.programmeId, sessionId, now };
    const reminded = await remindUnanswered(transaction, about);
    if (isRefusal(reminded)) return reminded;
    return { message: plain(feedbackTexts[language].reminded(reminded.people)) };
  },
});

async function whatItDoes(context: Context, sessionId: string): Promise<{ readonly words: string } | Refusal> {
  const { transaction, membership, language, now } = context;
  const session = await findSession(context, sessionId);
  if (session === null) return refuse('not_found', {});
  const found = await findRemindable(transaction, { programmeId: membership.programmeId, sessionId, now });
  if (isRefusal(found)) return found;
  return { words: feedbackTexts[language].remindDoes(sessionTitle(context, session), found.length) };
}

/** Which session, or what is done about the one that is named; where that cannot be, why, above the others. */
async function askFor(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language, now } = context;
  const { actions, labels, next, remindThem } = feedbackTexts[language];
  const form = {
    action: 'feedback.remind',
    title: actions['feedback.remind'].title,
    cancel: chatTexts[language].close,
  };
  const session = await findSession(context, given.session);
  const does = session === null ? null : await whatItDoes(context, session.id);
  const refused = does !== null && isRefusal(does) ? does : null;
  if (session !== null && does !== null && !isRefusal(does)) {
    const introduction = [{ kind: 'text' as const, text: does.words }];
    return { ...form, introduction, fields: [], known: { session: session.id, agreed: true }, submit: remindThem };
  }
  const about = { programmeId: membership.programmeId, now };
  const { items } = await readPastSessions(transaction, about, { from: 0, size: MOST_SESSIONS });
  if (items.length === 0) return refuseFeedback('not_over', {});
  const choices = items.map((one) => ({ value: one.id, label: sessionTitle(context, one) }));
  return {
    ...form,
    introduction: refused === null ? [] : [{ kind: 'note', text: pick(language, refused.words) }],
    fields: [{ kind: 'choice', name: 'session', label: labels.session, choices }],
    known: {},
    submit: next,
  };
}
