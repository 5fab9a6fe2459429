/** What consultations offer: to advisers, to companies and to the secretariat. */
import type { Room } from '../requests/registry.js';
import { addFilesAction } from './bookings/add-files.action.js';
import { bookConsultationAction } from './bookings/book-consultation.action.js';
import { cancelConsultationAction } from './bookings/cancel-consultation.action.js';
import { findConsultation } from './bookings/find-consultation.action.js';
import { moveConsultationAction } from './bookings/move-consultation.action.js';
import { myConsultations } from './bookings/my-consultations.action.js';
import { proposeTimeAction } from './bookings/propose-time.action.js';
import { showConsultation } from './bookings/show-consultation.action.js';
import { briefConsultation } from './briefs/brief.action.js';
import { consultationBrief } from './briefs/notifications.js';
import { dayRearranged } from './changes/absence-notices.js';
import { filesAdded } from './changes/files-added.js';
import { bookingKinds } from './changes/notifications.js';
import { grantHoursAction } from './entitlement/grant-hours.action.js';
import { hoursGranted } from './entitlement/notifications.js';
import { showLedger } from './entitlement/show-ledger.action.js';
import { answerRequestAction } from './handovers/answer-request.action.js';
import { awayAction } from './handovers/away.action.js';
import { handOverAction } from './handovers/hand-over.action.js';
import { requestAnswered, requestAsked } from './handovers/notifications.js';
import { addConsultationToCalendar } from './invitations/calendar.action.js';
import { exportConsultationsAction } from './oversight/export-consultations.action.js';
import { consultationOverview } from './oversight/overview.action.js';
import { noteConsultation } from './records/note.action.js';
import { consultationRecorded, recordAnswered, recordMissing } from './records/notifications.js';
import { recordConsultation } from './records/record.action.js';
import { respondToRecord } from './records/respond.action.js';
import { tickOffAction } from './records/tick-off.action.js';
import { agendaAction } from './slots/agenda.action.js';
import { offerHoursAction } from './slots/offer-hours.action.js';
import { withdrawHoursAction } from './slots/withdraw-hours.action.js';
import { hourFree } from './watches/notifications.js';
import { unwatchHours } from './watches/unwatch-hours.action.js';
import { watchHoursAction } from './watches/watch-hours.action.js';

export const consultationsRoom: Room = {
  name: 'consultations',
  actions: [
    findConsultation,
    myConsultations,
    showConsultation,
    // Before the booking of another one: files are dropped for what is ahead.
    addFilesAction,
    bookConsultationAction,
    moveConsultationAction,
    cancelConsultationAction,
    proposeTimeAction,
    watchHoursAction,
    unwatchHours,
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
    consultationOverview,
    grantHoursAction,
    showLedger,
    exportConsultationsAction,
  ],
  notificationKinds: [
    ...bookingKinds,
    filesAdded,
    hourFree,
    requestAsked,
    requestAnswered,
    dayRearranged,
    consultationBrief,
    recordMissing,
    consultationRecorded,
    recordAnswered,
    hoursGranted,
  ],
};
