/** What attendance offers. */
import type { Room } from '../requests/registry.js';
import { checkInAction } from './check-in.action.js';
import { joinOnlineAction } from './join-online.action.js';
import { recordOnlineListAction } from './online-list/record-online-list.action.js';
import { recordAttendanceAction } from './record-attendance.action.js';
import { recordWalkInAction } from './record-walk-in.action.js';
import { showCheckInCode } from './show-check-in-code.action.js';
import { showHistory } from './show-history.action.js';
import { showJoiningHelp } from './show-joining-help.action.js';

export const attendanceRoom: Room = {
  name: 'attendance',
  actions: [
    checkInAction,
    joinOnlineAction,
    showJoiningHelp,
    recordAttendanceAction,
    recordWalkInAction,
    recordOnlineListAction,
    showHistory,
    showCheckInCode,
  ],
  notificationKinds: [],
};
