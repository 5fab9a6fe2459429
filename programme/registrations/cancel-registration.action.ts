/** Asks whether a place is to be given up, and says that it was. */

import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import { isRefusal } from '../requests/refusal.js';
import { withOwnCalendar } from '../sessions/session-invitation.js';
import { cancelRegistration } from './cancel-registration.js';
import { leftMessage } from './leaving-words.js';
import { perhapsNamed, withNamed } from './named-attendee.js';
import { cancelRecogniser } from './recognisers.js';
import { heldSeatForm, searchSeatHolders } from './registration-form.js';
import { leavePreview, seatState } from './seat-preview.js';
import { registrationTexts } from './texts.js';

export const cancelRegistrationAction = memberAction({
  name: 'session.cancel',
  texts: registrationTexts,
  recognise: cancelRecogniser,
  command: 'cancel',
  who: ['participant', 'secretariat'],
  input: z.object({ session: chosen, person: perhapsChosen, named: perhapsNamed }),
  offered: 'help',
  complete: withNamed,
  ask: (context, given) => heldSeatForm(context, given, 'session.cancel'),
  search: searchSeatHolders,
  confirm: {
    when: 'always',
    show: (context, input) => leavePreview(context, input, 'session.cancel'),
    state: seatState,
  },
  run: async (context, { session: sessionId, person: personId }) => {
    const { transaction, now } = context;
    const result = await cancelRegistration(transaction, { sessionId, personId, by: actingMember(context), now });
    if (isRefusal(result)) return result;
    const { personId: attendee } = result.attendee;
    const message = leftMessage(context, result, 'cancelled');
    return { message: await withOwnCalendar(context, sessionId, { personId: attendee, message }) };
  },
});
