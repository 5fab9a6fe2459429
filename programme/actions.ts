/** Every action there is; what is not here cannot be done. */
import type { Action } from './action.js';
import { showHome } from './home.js';
import { changeSettings, chooseLanguage } from './members/choose-language.js';
import { chooseProgramme } from './members/choose-programme.js';
import { invitePerson } from './members/invite-person.js';
import { linkByCode } from './members/link-by-code.js';
import { showHelp } from './members/show-help.js';
import { exportAttendeesAction } from './registrations/export-attendees.action.js';
import { changeMode } from './sessions/change-mode.js';
import { callOffSession, changeSession } from './sessions/change-session.js';
import { checkIn } from './sessions/check-in.js';
import { createSession } from './sessions/create-session.js';
import { joinOnline } from './sessions/join-online.js';
import { cancelRegistration, declineSession } from './sessions/leave-session.js';
import { listSessions } from './sessions/list-sessions.js';
import { recordAttendances } from './sessions/record-attendance.js';
import { recordWalkIn } from './sessions/record-walk-in.js';
import { registerAttendee } from './sessions/register-attendee.js';
import { sendSubstitute } from './sessions/send-substitute.js';
import { showAttendees } from './sessions/show-attendees.js';
import { showCheckInCode, showHistory } from './sessions/show-history.js';
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
