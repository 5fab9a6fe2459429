/** The rules that a programme begins with, and those that may be set. */
import type { ReminderKind } from '../../prisma/client.js';
import { MINUTES_A_DAY } from './moments.js';

const days = (count: number) => count * MINUTES_A_DAY;

/** In the order in which they are listed. */
export const reminderKinds: readonly ReminderKind[] = ['session', 'consultation', 'invitation', 'deadline'];

/** In minutes before what is reminded of, the earliest first; as the migrations write them for programmes of before. */
export const defaultRules: Readonly<Record<ReminderKind, readonly number[]>> = {
  session: [days(7), days(1), 60],
  consultation: [days(1)],
  invitation: [days(14), days(7), days(3), 0, days(-1)],
  deadline: [days(14), days(7), days(3), 0, days(-1)],
};

/** What may be chosen, the earliest first. */
const wholeDays = [30, 21, 14, 10, 7, 5, 3, 2, 1, 0].map(days);
export const choosable: Readonly<Record<ReminderKind, readonly number[]>> = {
  session: [...wholeDays, 180, 120, 60, 30, 15],
  consultation: [...wholeDays, 180, 120, 60, 30, 15],
  invitation: [...wholeDays, days(-1), days(-2), days(-3)],
  deadline: [...wholeDays, days(-1), days(-2), days(-3), days(-7)],
};
