/** Refuses for a reason that concerns reminders; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { reminderTexts } from './texts.js';

export const refuseReminder = refusalsOf(reminderTexts);
