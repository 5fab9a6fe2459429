/** Asks how somebody wants to attend instead, and says what became of it. */

import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import { isRefusal } from '../requests/refusal.js';
import { modeChoices } from '../sessions/session-choices.js';
import { withOwnCalendar } from '../sessions/session-invitation.js';
import { sessionTexts } from '../sessions/texts.js';
import { changeMode } from './change-mode.js';
import { perhapsNamed, withNamed } from './named-attendee.js';
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
  ask: async (context, given) =>
    await heldSeatForm(context, given, 'session.change-mode', [
      {
        kind: 'choice',
        name: 'mode',
        label: sessionTexts[context.language].labels.mode,
        choices: modeChoices(context, ['onsite', 'online']),
        ...(typeof given.mode === 'string' && { initial: given.mode }),
      },
    ]),
  search: searchSeatHolders,
  confirm: {
    when: 'words',
    show: (context, input) => seatPreview(context, input, 'session.change-mode'),
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
