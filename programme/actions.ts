/** Every action there is; what is not here cannot be done. */

import { checkIn } from './attendance/check-in.js';
import { joinOnline } from './attendance/join-online.js';
import { recordAttendances } from './attendance/record-attendance.js';
import { recordWalkIn } from './attendance/record-walk-in.js';
import { showCheckInCode, showHistory } from './attendance/show-history.js';
import { showHome } from './home/show-home.action.js';
import { changeSettings, chooseLanguage } from './members/choose-language.js';
import { chooseProgramme } from './members/choose-programme.js';
import { invitePerson } from './members/invite-person.js';
import { linkByCode } from './members/link-by-code.js';
import { showHelp } from './members/show-help.js';
import { cancelRegistrationAction } from './registrations/cancel-registration.action.js';
import { changeModeAction } from './registrations/change-mode.action.js';
import { declineSessionAction } from './registrations/decline-session.action.js';
import { exportAttendeesAction } from './registrations/export-attendees.action.js';
import { registerAttendeeAction } from './registrations/register-attendee.action.js';
import { sendSubstituteAction } from './registrations/send-substitute.action.js';
import { showAttendees } from './registrations/show-attendees.action.js';
import type { Action } from './requests/action.js';
import { callOffSession, changeSession } from './sessions/change-session.js';
import { createSession } from './sessions/create-session.js';
import { listSessions } from './sessions/list-sessions.action.js';
import { showSession } from './sessions/show-session.action.js';

/** In the order in which menus and the help show them. */
export const actions: readonly Action[] = [
  showHome,
  listSessions,
  showSession,
  registerAttendeeAction,
  changeModeAction,
  cancelRegistrationAction,
  declineSessionAction,
  sendSubstituteAction,
  checkIn,
  joinOnline,
  createSession,
  changeSession,
  callOffSession,
  showAttendees,
  exportAttendeesAction,
  recordAttendances,
  recordWalkIn,
  showHistory,
  showCheckInCode,
  invitePerson,
  chooseProgramme,
  chooseLanguage,
  changeSettings,
  showHelp,
  linkByCode,
];

const byName: ReadonlyMap<string, Action> = new Map(actions.map((action) => [action.name, action]));

export function findAction(name: string): Action | null {
  return byName.get(name) ?? null;
}
