/** Sends a stopped announcement to those who are left. */
import { secretariat } from '../members/roles.js';
import { memberAction } from '../requests/action.js';
import { isRefusal } from '../requests/refusal.js';
import { resumeAnnouncement } from './change-announcement.js';
import { statesFor } from './rules.js';
import { askWhich, stepDone, stepInput } from './step-action.js';
import { announcementTexts } from './texts.js';

export const resumeAnnouncementAction = memberAction({
  name: 'announcement.resume',
  texts: announcementTexts,
  command: 'resume-announcement',
  who: secretariat,
  input: stepInput,
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: askWhich('announcement.resume', statesFor('resume')),
  // It was confirmed when it was sent, and can be stopped again.
  confirm: 'never',
  run: async (context, { announcement: id }) => {
    const { transaction, now, language } = context;
    const resumed = await resumeAnnouncement(transaction, { id, now });
    if (isRefusal(resumed)) return resumed;
    const texts = announcementTexts[language];
    const said = resumed.isPost ? texts.resumedPost : texts.resumed(resumed.left);
    const stop = { label: texts.stop, action: 'announcement.stop', input: { announcement: id } };
    return { message: stepDone(context, id, said, [{ ...stop, emphasis: 'danger' }]) };
  },
});
