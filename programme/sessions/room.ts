/** What sessions offer. */
import type { Room } from '../requests/registry.js';
import { addSessionToCalendar } from './add-to-calendar.action.js';
import { callOffSessionAction } from './call-off-session.action.js';
import { changeSessionAction } from './change-session.action.js';
import { createSessionAction } from './create-session.action.js';
import { listSessions } from './list-sessions.action.js';
import { sessionCalledOff, sessionChanged } from './notifications.js';
import { showSessionChanges } from './show-changes.action.js';
import { showSession } from './show-session.action.js';

export const sessionsRoom: Room = {
  name: 'sessions',
  actions: [
    listSessions,
    showSession,
    addSessionToCalendar,
    createSessionAction,
    changeSessionAction,
    callOffSessionAction,
    showSessionChanges,
  ],
  notificationKinds: [sessionChanged, sessionCalledOff],
};
