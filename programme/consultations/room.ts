/** What consultations offer: to advisers, to companies and to the secretariat. */
import type { Room } from '../requests/registry.js';
import { bookingKinds } from './changes/notifications.js';
import { addConsultationToCalendar } from './invitations/calendar.action.js';
import { noteConsultation } from './records/note.action.js';
import { consultationRecorded, recordAnswered, recordMissing } from './records/notifications.js';
import { recordConsultation } from './records/record.action.js';
import { respondToRecord } from './records/respond.action.js';
import { tickOffAction } from './records/tick-off.action.js';
import { agendaAction } from './slots/agenda.action.js';
import { offerHoursAction } from './slots/offer-hours.action.js';
import { withdrawHoursAction } from './slots/withdraw-hours.action.js';

export const consultationsRoom: Room = {
  name: 'consultations',
  actions: [
    respondToRecord,
    tickOffAction,
    addConsultationToCalendar,
    agendaAction,
    offerHoursAction,
    withdrawHoursAction,
    recordConsultation,
    noteConsultation,
  ],
  notificationKinds: [...bookingKinds, recordMissing, consultationRecorded, recordAnswered],
};
