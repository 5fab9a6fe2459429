/** What attendance offers. */
import type { Room } from '../requests/registry.js';
import { checkIn } from './check-in.js';
import { joinOnline } from './join-online.js';
import { recordAttendances } from './record-attendance.js';
import { recordWalkIn } from './record-walk-in.js';
import { showCheckInCode, showHistory } from './show-history.js';

export const attendanceRoom: Room = {
  name: 'attendance',
  actions: [checkIn, joinOnline, recordAttendances, recordWalkIn, showHistory, showCheckInCode],
  notificationKinds: [],
};
