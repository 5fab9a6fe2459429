/** Asks the secretariat for a new session. */

import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import type { Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { zoneChoices } from '../messages/time-zones.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal } from '../requests/refusal.js';
import { createSession } from './create-session.js';
import { sessionTitle } from './describe.js';
import { createRecogniser } from './recognisers.js';
import { refuseSession } from './refuse-session.js';
import { savedMessage } from './saved-message.js';
import { enteredZone, sessionForm } from './session-form.js';
import { codeInput, LONGEST_CODE, sessionInput } from './session-input.js';
import { sessionTexts } from './texts.js';

export const createSessionAction = memberAction({
  name: 'session.create',
  texts: sessionTexts,
  command: 'create-session',
  recognise: createRecogniser,
  who: secretariat,
  input: z.object({ code: codeInput, ...sessionInput }),
  offered: 'menu',
  ask: createForm,
  search: async (context, _field, typed) => zoneChoices([await usualZone(context)], typed),
  confirm: 'always',
  // An import may have brought it meanwhile.
  conflicts: { session_programme_id_code_key: async () => refuseSession('session_code_taken', {}, { field: 'code' }) },
  run: async (context, { code, ...entered }) => {
    const { transaction, now, language } = context;
    const session = await createSession(transaction, { code, entered, by: actingMember(context), now });
    if (isRefusal(session)) return session;
    return { message: savedMessage(context, session, sessionTexts[language].created(sessionTitle(context, session))) };
  },
});

async function createForm(context: Context, given: Values): Promise<Form> {
  const { labels, hints } = sessionTexts[context.language];
  const { fields } = sessionForm(context, null, [await usualZone(context), ...enteredZone(given)]);
  return {
    action: 'session.create',
    title: sessionTexts[context.language].actions['session.create'].title,
    introduction: [],
    fields: [{ kind: 'text', name: 'code', label: labels.code, hint: hints.code, maximum: LONGEST_CODE }, ...fields],
    known: {},
    submit: sessionTexts[context.language].create,
    cancel: chatTexts[context.language].close,
  };
}

async function usualZone({ transaction, membership }: Context): Promise<string> {
  const programme = await transaction.programme.findUniqueOrThrow({
    where: { id: membership.programmeId },
    select: { timeZone: true },
  });
  return programme.timeZone;
}
