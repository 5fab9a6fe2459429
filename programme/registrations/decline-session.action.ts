/** Asks for which session somebody will not come, and says that this was noted. */

import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import { isRefusal } from '../requests/refusal.js';
import { findSession } from '../sessions/find-session.js';
import { declinerChoices } from '../sessions/session-choices.js';
import { withOwnCalendar } from '../sessions/session-invitation.js';
import { declineSession } from './decline-session.js';
import { leftMessage } from './leaving-words.js';
import { perhapsNamed, withNamed } from './named-attendee.js';
import { declineRecogniser } from './recognisers.js';
import { declineForm } from './registration-form.js';
import { leavePreview, seatState } from './seat-preview.js';
import { registrationTexts } from './texts.js';

export const declineSessionAction = memberAction({
  name: 'session.decline',
  texts: registrationTexts,
  recognise: declineRecogniser,
  command: 'decline',
  who: ['participant', 'secretariat'],
  input: z.object({ session: chosen, person: perhapsChosen, named: perhapsNamed }),
  offered: 'help',
  complete: withNamed,
  ask: declineForm,
  search: async (context, _field, typed, given) =>
    await declinerChoices(context, await findSession(context, given.session), typed),
  confirm: {
    when: 'words',
    show: (context, input) => leavePreview(context, input, 'session.decline'),
    state: seatState,
  },
  run: async (context, { session: sessionId, person: personId }) => {
    const { transaction, now } = context;
    const result = await declineSession(transaction, { sessionId, personId, by: actingMember(context), now });
    if (isRefusal(result)) return result;
    const { personId: attendee } = result.attendee;
    const message = leftMessage(context, result, 'declined');
    return { message: await withOwnCalendar(context, sessionId, { personId: attendee, message }) };
  },
});
