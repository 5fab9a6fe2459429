/** Asks how somebody wants to attend instead, and says what became of it. */

import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import type { Field } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { modeChoices } from '../sessions/session-choices.js';
import { withOwnCalendar } from '../sessions/session-invitation.js';
import { sessionTexts } from '../sessions/texts.js';
import { changeMode } from './change-mode.js';
import { perhapsNamed, withNamed } from './named-attendee.js';
import { withNextOffer } from './offer-next.js';
import { changeModeRecogniser } from './recognisers.js';
import { heldSeatForm, searchSeatHolders } from './registration-form.js';
import { seatedMessage } from './seat-messages.js';
import { seatPreview, seatState } from './seat-preview.js';
import { registrationTexts } from './texts.js';

export const changeModeAction = memberAction({
  name: 'session.change-mode',
  texts: registrationTexts,
  recognise: changeModeRecogniser,
  command: 'mode',
  who: ['participant', 'secretariat'],
  input: z.object({
    session: chosen,
    mode: z.enum(['onsite', 'online']),
    person: perhapsChosen,
    named: perhapsNamed,
  }),
  offered: 'help',
  complete: withNamed,
  ask: async (context, given) => {
    const mode: Field = {
      kind: 'choice',
      name: 'mode',
      label: sessionTexts[context.language].labels.mode,
      choices: modeChoices(context, ['onsite', 'online']),
      ...(typeof given.mode === 'string' && { initial: given.mode }),
    };
    return await onward(context, given, await heldSeatForm(context, given, 'session.change-mode', [mode]));
  },
  search: searchSeatHolders,
  confirm: {
    when: 'words',
    show: async (context, given) =>
      await onward(context, given, await seatPreview(context, given, 'session.change-mode')),
    state: seatState,
  },
  run: async (context, { session: sessionId, mode, person: personId }) => {
    const { transaction, now } = context;
    const result = await changeMode(transaction, { sessionId, personId, mode, by: actingMember(context), now });
    if (isRefusal(result)) return result;
    const { personId: attendee } = result.attendee;
    const message = seatedMessage(context, result);
    return { message: await withOwnCalendar(context, sessionId, { personId: attendee, message }) };
  },
});

/** Only for oneself: whether a colleague can be registered is asked with their level. */
async function onward<Result extends object>(
  context: Context,
  { session, person }: { readonly session?: unknown; readonly person?: unknown },
  result: Result | Refusal,
): Promise<Result | Refusal> {
  if (person !== undefined || context.membership.role !== 'participant') return result;
  return await withNextOffer(context, result, { session, level: context.membership.level });
}
