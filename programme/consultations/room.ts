/** What consultations offer: to advisers, to companies and to the secretariat. */
import type { Room } from '../requests/registry.js';
import { bookingKinds } from './changes/notifications.js';
import { addConsultationToCalendar } from './invitations/calendar.action.js';

export const consultationsRoom: Room = {
  name: 'consultations',
  actions: [addConsultationToCalendar],
  notificationKinds: [...bookingKinds],
};
