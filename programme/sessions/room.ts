/** What sessions offer. */
import type { Room } from '../requests/registry.js';
import { callOffSession, changeSession } from './change-session.js';
import { createSession } from './create-session.js';
import { listSessions } from './list-sessions.action.js';
import { sessionNotificationKinds } from './notices.js';
import { showSession } from './show-session.action.js';

export const sessionsRoom: Room = {
  name: 'sessions',
  actions: [listSessions, showSession, createSession, changeSession, callOffSession],
  notificationKinds: sessionNotificationKinds,
};
