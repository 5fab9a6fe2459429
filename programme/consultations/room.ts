/** What consultations offer: to advisers, to companies and to the secretariat. */
import type { Room } from '../requests/registry.js';
import { briefConsultation } from './briefs/brief.action.js';
import { consultationBrief } from './briefs/notifications.js';
import { dayRearranged } from './changes/absence-notices.js';
import { bookingKinds } from './changes/notifications.js';
import { answerRequestAction } from './handovers/answer-request.action.js';
import { awayAction } from './handovers/away.action.js';
import { handOverAction } from './handovers/hand-over.action.js';
import { requestAnswered, requestAsked } from './handovers/notifications.js';
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
    briefConsultation,
    agendaAction,
    offerHoursAction,
    withdrawHoursAction,
    handOverAction,
    answerRequestAction,
    awayAction,
    recordConsultation,
    noteConsultation,
  ],
  notificationKinds: [
    ...bookingKinds,
    requestAsked,
    requestAnswered,
    dayRearranged,
    consultationBrief,
    recordMissing,
    consultationRecorded,
    recordAnswered,
  ],
};
