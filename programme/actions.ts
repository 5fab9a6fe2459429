/** Every action there is; what is not here cannot be done. */
import { checkInAction } from './attendance/check-in.action.js';
import { joinOnlineAction } from './attendance/join-online.action.js';
import { recordAttendanceAction } from './attendance/record-attendance.action.js';
import { recordWalkInAction } from './attendance/record-walk-in.action.js';
import { showCheckInCode } from './attendance/show-check-in-code.action.js';
import { showHistory } from './attendance/show-history.action.js';
import { showHome } from './home/show-home.action.js';
import { changeSettingsAction } from './members/change-settings.action.js';
import { chooseLanguageAction } from './members/choose-language.action.js';
import { chooseProgrammeAction } from './members/choose-programme.action.js';
import { invitePersonAction } from './members/invite-person.action.js';
import { linkByCodeAction } from './members/link-by-code.action.js';
import { showHelp } from './members/show-help.action.js';
import { cancelRegistrationAction } from './registrations/cancel-registration.action.js';
import { changeModeAction } from './registrations/change-mode.action.js';
import { declineSessionAction } from './registrations/decline-session.action.js';
import { exportAttendeesAction } from './registrations/export-attendees.action.js';
import { registerAttendeeAction } from './registrations/register-attendee.action.js';
import { sendSubstituteAction } from './registrations/send-substitute.action.js';
import { showAttendees } from './registrations/show-attendees.action.js';
import type { Action } from './requests/action.js';
import { callOffSessionAction } from './sessions/call-off-session.action.js';
import { changeSessionAction } from './sessions/change-session.action.js';
import { createSessionAction } from './sessions/create-session.action.js';
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
  checkInAction,
  joinOnlineAction,
  createSessionAction,
  changeSessionAction,
  callOffSessionAction,
  showAttendees,
  exportAttendeesAction,
  recordAttendanceAction,
  recordWalkInAction,
  showHistory,
  showCheckInCode,
  invitePersonAction,
  chooseProgrammeAction,
  chooseLanguageAction,
  changeSettingsAction,
  showHelp,
  linkByCodeAction,
];

const byName: ReadonlyMap<string, Action> = new Map(actions.map((action) => [action.name, action]));

export function findAction(name: string): Action | null {
  return byName.get(name) ?? null;
}
