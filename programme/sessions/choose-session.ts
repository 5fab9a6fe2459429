/** The first step of a form about a session: which one. */

import type { Prisma } from '../../prisma/client.js';
import type { Form } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Context } from '../requests/context.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseSession } from './refuse-session.js';
import { type SessionActionName, sessionActionTitle } from './session-actions.js';
import { sessionChoices, sessionField } from './session-choices.js';
import { sessionTexts } from './texts.js';

/** Refused where there is no such session to choose from. */
export async function chooseSessionForm(
  context: Context,
  action: SessionActionName,
  {
    where = {},
    submit = sessionTexts[context.language].next,
  }: { where?: Prisma.SessionWhereInput; submit?: string } = {},
): Promise<Form | Refusal> {
  const choices = await sessionChoices(context, where);
  if (choices.length === 0) return refuseSession('no_open_session', {});
  return {
    action,
    title: sessionActionTitle(context.language, action),
    introduction: [],
    fields: [sessionField(context, choices)],
    known: {},
    submit,
    cancel: chatTexts[context.language].close,
  };
}
