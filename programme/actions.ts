/** Every action there is; what is not here cannot be done. */

import { checkInAction } from './attendance/check-in.action.js';
import { joinOnlineAction } from './attendance/join-online.action.js';
import { recordAttendanceAction } from './attendance/record-attendance.action.js';
import { recordWalkInAction } from './attendance/record-walk-in.action.js';
import { showCheckInCode } from './attendance/show-check-in-code.action.js';
import { showHistory } from './attendance/show-history.action.js';
import { showHome } from './home/show-home.js';
import { changeSettingsAction } from './members/change-settings.action.js';
import { chooseLanguageAction } from './members/choose-language.action.js';
import { chooseProgrammeAction } from './members/choose-programme.action.js';
import { invitePersonAction } from './members/invite-person.action.js';
import { linkByCodeAction } from './members/link-by-code.action.js';
import { showHelp } from './members/show-help.action.js';
import { changeMode } from './registrations/change-mode.js';
import { cancelRegistration, declineSession } from './registrations/leave-session.js';
import { registerAttendee } from './registrations/register-attendee.js';
import { sendSubstitute } from './registrations/send-substitute.js';
import { showAttendees } from './registrations/show-attendees.js';
import type { Action } from './requests/action.js';
import { callOffSessionAction } from './sessions/call-off-session.action.js';
import { changeSessionAction } from './sessions/change-session.action.js';
import { createSessionAction } from './sessions/create-session.action.js';
import { listSessions } from './sessions/list-sessions.js';
import { showSession } from './sessions/show-session.js';

/** In the order in which menus and the help show them. */
export const actions: readonly Action[] = [
  showHome,
  listSessions,
  showSession,
  registerAttendee,
  changeMode,
  cancelRegistration,
  declineSession,
  sendSubstitute,
  checkInAction,
  joinOnlineAction,
  createSessionAction,
  changeSessionAction,
  callOffSessionAction,
  showAttendees,
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
