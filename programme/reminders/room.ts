/** What reminders offer: their rules and hours to the secretariat, and to everyone the choice of what they are told. */
import type { Room } from '../requests/registry.js';
import { listRules } from './list-rules.action.js';
import { muteNotifications } from './mute.action.js';
import { reminderOfDay, reminderOfHour } from './notifications.js';
import { setRule } from './set-rule.action.js';
import { setWindowsAction } from './set-windows.action.js';
import { upcomingReminders } from './upcoming.action.js';

export const remindersRoom: Room = {
  name: 'reminders',
  actions: [listRules, upcomingReminders, setRule, setWindowsAction],
  notificationKinds: [reminderOfDay, reminderOfHour],
};

/** What is about the person alone. */
export const notificationsRoom: Room = {
  name: 'notifications',
  actions: [muteNotifications],
  notificationKinds: [],
};
