/** Gives the secretariat the answers to an announcement, by company and person, as a file for Excel. */
import { secretariat } from '../members/roles.js';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { refuse } from '../requests/refusal.js';
import { exportAnswers } from './export-answers.js';
import { gistIn, readSaid } from './message.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { askWhich, stepInput } from './step-action.js';
import { announcementTexts } from './texts.js';

export const exportAnswersAction = memberAction({
  name: 'announcement.answers-file',
  texts: announcementTexts,
  command: 'announcement-answers-file',
  who: secretariat,
  input: stepInput,
  offered: 'help',
  ask: askWhich('announcement.answers-file', ['sending', 'stopped', 'sent', 'withdrawn']),
  // The file is only another form of what can be read anyway, and gone in a day.
  confirm: 'read',
  run: async (context, { announcement: id }) => {
    const { transaction, language, files, fileLinks, person, membership, now } = context;
    const said = await readSaid(transaction, id);
    if (said === null) return refuse('not_found', {});
    if (said.asks.length === 0) return refuseAnnouncement('nothing_asked', {});
    const about = { id, programmeId: membership.programmeId, language, personId: person.id, now };
    const { file, people } = await exportAnswers(transaction, files, about);
    const texts = announcementTexts[language];
    const { ready, open, again } = texts.answersFile;
    const input = { announcement: id };
    return {
      message: {
        summary: ready(people),
        elements: elements(
          { kind: 'heading', text: texts.statusTitle(gistIn(language, said)) },
          { kind: 'text', text: ready(people) },
          { kind: 'file', file: file.id, name: file.name, label: open, link: fileLinks.linkTo(file.id, 'list') },
          {
            kind: 'buttons',
            buttons: [
              { label: again, action: 'announcement.answers-file', input },
              { label: texts.status, action: 'announcement.status', input },
            ],
          },
        ),
      },
    };
  },
});
