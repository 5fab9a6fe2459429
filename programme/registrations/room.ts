/** What registrations offer. */
import type { Room } from '../requests/registry.js';
import { cancelRegistrationAction } from './cancel-registration.action.js';
import { changeModeAction } from './change-mode.action.js';
import { declineSessionAction } from './decline-session.action.js';
import { exportAttendeesAction } from './export-attendees.action.js';
import { moveUpAction } from './move-up.action.js';
import { sessionCancelled, sessionPromoted, sessionRegistered } from './notifications.js';
import { registerAttendeeAction } from './register-attendee.action.js';
import { sendSubstituteAction } from './send-substitute.action.js';
import { showAttendees } from './show-attendees.action.js';

export const registrationsRoom: Room = {
  name: 'registrations',
  actions: [
    registerAttendeeAction,
    changeModeAction,
    cancelRegistrationAction,
    declineSessionAction,
    sendSubstituteAction,
    showAttendees,
    exportAttendeesAction,
    moveUpAction,
  ],
  notificationKinds: [sessionRegistered, sessionCancelled, sessionPromoted],
};
