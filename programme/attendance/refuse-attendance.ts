/** Refuses for a reason that concerns attendance; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { attendanceTexts } from './texts.js';

export const refuseAttendance = refusalsOf(attendanceTexts);
