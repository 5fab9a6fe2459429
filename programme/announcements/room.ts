/** What the room of announcements offers. */
import type { Room } from '../requests/registry.js';
import { answerAnnouncementAction } from './answer.action.js';
import { exportAnswersAction } from './answers-file.action.js';
import { approveAnnouncementAction } from './approve.action.js';
import { changeAudience } from './audience.action.js';
import { cancelAnnouncementAction } from './cancel.action.js';
import { composeAnnouncement } from './compose.action.js';
import { correctAnnouncementAction } from './correct.action.js';
import { listAnnouncements } from './list.action.js';
import { announcementAgain, announcementCorrected, announcementReport, announcementSent } from './notifications.js';
import { notePostedAction, postAgainAction } from './places/settle-post.action.js';
import { remindUnansweredAction } from './remind.action.js';
import { resumeAnnouncementAction } from './resume.action.js';
import { sendAnnouncementAction } from './send.action.js';
import { showAnnouncement } from './status.action.js';
import { stopAnnouncementAction } from './stop.action.js';
import { withdrawAnnouncementAction } from './withdraw.action.js';

export const announcementsRoom: Room = {
  name: 'announcements',
  actions: [
    composeAnnouncement,
    listAnnouncements,
    showAnnouncement,
    exportAnswersAction,
    changeAudience,
    sendAnnouncementAction,
    approveAnnouncementAction,
    stopAnnouncementAction,
    resumeAnnouncementAction,
    notePostedAction,
    postAgainAction,
    cancelAnnouncementAction,
    correctAnnouncementAction,
    withdrawAnnouncementAction,
    remindUnansweredAction,
    answerAnnouncementAction,
  ],
  notificationKinds: [announcementSent, announcementAgain, announcementCorrected, announcementReport],
};
