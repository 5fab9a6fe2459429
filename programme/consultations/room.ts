/** What consultations offer: to advisers, to companies and to the secretariat. */
import type { Room } from '../requests/registry.js';
import { briefConsultation } from './briefs/brief.action.js';
import { consultationBrief } from './briefs/notifications.js';
import { bookingKinds } from './changes/notifications.js';
import { addConsultationToCalendar } from './invitations/calendar.action.js';
import { agendaAction } from './slots/agenda.action.js';
import { offerHoursAction } from './slots/offer-hours.action.js';
import { withdrawHoursAction } from './slots/withdraw-hours.action.js';

export const consultationsRoom: Room = {
  name: 'consultations',
  actions: [addConsultationToCalendar, briefConsultation, agendaAction, offerHoursAction, withdrawHoursAction],
  notificationKinds: [...bookingKinds, consultationBrief],
};
