/** Cancels an announcement before it is sent, or throws a draft away. */
import { secretariat } from '../members/roles.js';
import { plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { isRefusal } from '../requests/refusal.js';
import { cancelAnnouncement } from './change-announcement.js';
import { statesFor } from './rules.js';
import { askWhich, stepDone, stepInput } from './step-action.js';
import { announcementTexts } from './texts.js';

export const cancelAnnouncementAction = memberAction({
  name: 'announcement.cancel',
  texts: announcementTexts,
  command: 'cancel-announcement',
  who: secretariat,
  input: stepInput,
  recognise: { onlyAlone: true },
  offered: 'contextual',
  ask: askWhich('announcement.cancel', statesFor('cancel')),
  // What was cancelled can be changed and sent all the same; a draft was seen when it is thrown away.
  confirm: 'never',
  run: async (context, { announcement: id }) => {
    const { transaction, now, language } = context;
    const cancelled = await cancelAnnouncement(transaction, { id, now });
    if (isRefusal(cancelled)) return cancelled;
    const texts = announcementTexts[language];
    if (cancelled.wasDraft) return { message: plain(texts.discarded) };
    const edit = { label: texts.edit, action: 'announcement.compose', input: { announcement: id }, form: true };
    return { message: stepDone(context, id, texts.cancelled, [edit]) };
  },
});
