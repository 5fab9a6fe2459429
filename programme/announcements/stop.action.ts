/** Stops an announcement while it is being sent. */
import { secretariat } from '../members/roles.js';
import { memberAction } from '../requests/action.js';
import { isRefusal } from '../requests/refusal.js';
import { stopAnnouncement } from './change-announcement.js';
import { statesFor } from './rules.js';
import { askWhich, stepDone, stepInput } from './step-action.js';
import { announcementTexts } from './texts.js';

export const stopAnnouncementAction = memberAction({
  name: 'announcement.stop',
  texts: announcementTexts,
  command: 'stop-announcement',
  who: secretariat,
  input: stepInput,
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: askWhich('announcement.stop', statesFor('stop')),
  // Stopping leaves no time to confirm, and what was stopped is resumed by one button.
  confirm: 'never',
  run: async (context, { announcement: id }) => {
    const { transaction, now, language } = context;
    const stopped = await stopAnnouncement(transaction, { id, now });
    if (isRefusal(stopped)) return stopped;
    const texts = announcementTexts[language];
    const input = { announcement: id };
    return {
      message: stepDone(context, id, stopped.isPost ? texts.stoppedPost(stopped.left) : texts.stopped(stopped.left), [
        { label: texts.resume, action: 'announcement.resume', input, emphasis: 'primary' },
        { label: texts.correct, action: 'announcement.correct', input, form: true },
        { label: texts.withdraw, action: 'announcement.withdraw', input, form: true, emphasis: 'danger' },
      ]),
    };
  },
});
