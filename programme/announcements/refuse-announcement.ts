/** Refuses for a reason that concerns announcements; the words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { announcementTexts } from './texts.js';

export const refuseAnnouncement = refusalsOf(announcementTexts);
