/** Refuses for a reason that concerns consultations in calendars; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { invitationTexts } from './texts.js';

export const refuseInvitation = refusalsOf(invitationTexts);
