/** Asks the secretariat which session to call off and why, and shows how many people will be notified. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { isAnnounced } from '../members/queries.js';
import { unreachedWords } from '../members/reach.js';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import type { Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { callOffSession } from './call-off-session.js';
import { chooseSessionForm } from './choose-session.js';
import { sessionFacts, sessionTitle } from './describe.js';
import { longestReason } from './details.js';
import { findSession } from './find-session.js';
import { callOffRecogniser } from './recognisers.js';
import { refusePast } from './rules.js';
import { reachOfChange } from './save-session.js';
import { savedMessage } from './saved-message.js';
import { sessionTexts } from './texts.js';

export const callOffSessionAction = memberAction({
  name: 'session.call-off',
  texts: sessionTexts,
  recognise: callOffRecogniser,
  command: 'call-off',
  who: secretariat,
  input: z.object({
    session: chosen,
    reason: z.string().trim().max(longestReason, { error: 'too_long' }).default(''),
    /** The form has shown how many people will be notified. */
    agreed: z.literal(true),
  }),
  offered: 'help',
  ask: callOffForm,
  confirm: 'always',
  run: async (context, { session: sessionId, reason }) => {
    const { transaction, now, language } = context;
    const saved = await callOffSession(transaction, { sessionId, reason, by: actingMember(context), now });
    if (isRefusal(saved)) return saved;
    const { session, notified } = saved;
    const text = sessionTexts[language].calledOffDone(sessionTitle(context, session), notified.reached);
    return { message: savedMessage(context, session, text, notified) };
  },
});

async function callOffForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, language, now } = context;
  const found = await findSession(context, given.session);
  if (found === null) return await chooseSessionForm(context, 'session.call-off', { where: { endsAt: { gt: now } } });
  const past = refusePast(found, now);
  if (past) return past;
  const reach = await reachOfChange(transaction, found);
  const unreached = unreachedWords(language, reach.unreached);
  const isTold = await isAnnounced(transaction, found.programmeId);
  const { labels, callOffWarning, callOff } = sessionTexts[language];
  return {
    action: 'session.call-off',
    title: sessionTexts[language].actions['session.call-off'].title,
    introduction: [
      { kind: 'text', text: sessionTitle(context, found) },
      { kind: 'facts', facts: sessionFacts(context, found) },
      { kind: 'note', text: callOffWarning(reach.reached) },
      ...(isTold ? [] : [{ kind: 'note' as const, text: memberTexts[language].tellsNobody }]),
      ...(unreached === null ? [] : [{ kind: 'note' as const, text: unreached }]),
    ],
    fields: [{ kind: 'long text', name: 'reason', label: labels.reason, optional: true, maximum: longestReason }],
    known: { session: found.id, agreed: true },
    submit: callOff,
    cancel: chatTexts[language].close,
  };
}
