/** What questions offer: asking and looking up what is asked often, for everybody; the inbox, answers and FAQ entries, for advisers and the secretariat. */
import type { Room } from '../requests/registry.js';
import { askAction } from './ask.action.js';
import { correctAction } from './correct.action.js';
import { addEntryAction } from './faq/add.action.js';
import { changeEntryAction } from './faq/change.action.js';
import { retireEntryAction } from './faq/retire.action.js';
import { searchAction } from './faq/search.action.js';
import { inboxAction } from './inbox.action.js';
import { mineAction } from './mine.action.js';
import { answerCorrected, questionAnswered, questionAsked, questionPassed } from './notifications.js';
import { passAction } from './pass.action.js';
import { replyAction } from './reply.action.js';
import { withdrawAction } from './withdraw.action.js';

export const questionsRoom: Room = {
  name: 'questions',
  actions: [
    searchAction,
    askAction,
    mineAction,
    withdrawAction,
    inboxAction,
    replyAction,
    correctAction,
    passAction,
    addEntryAction,
    changeEntryAction,
    retireEntryAction,
  ],
  notificationKinds: [questionAsked, questionAnswered, answerCorrected, questionPassed],
};
