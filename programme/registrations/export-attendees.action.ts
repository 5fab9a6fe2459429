/** Gives the secretariat the list of a session's attendees as a file for Excel. */

import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { chooseSessionForm } from '../sessions/choose-session.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { attendeeFileTexts } from './attendee-file-texts.js';
import { exportAttendees } from './export-attendees.js';
import { registrationTexts } from './texts.js';

export const exportAttendeesAction = memberAction({
  name: 'session.attendees-file',
  texts: registrationTexts,
  command: 'attendees-file',
  who: secretariat,
  input: z.object({ session: chosen }),
  offered: 'help',
  // The file is only another form of what can be read anyway, and gone in a day.
  confirm: 'read',
  ask: (context) => chooseSessionForm(context, 'session.attendees-file'),
  run: async (context, { session: id }) => {
    const { language, transaction, files, fileLinks, person, now } = context;
    const session = await transaction.session.findUniqueOrThrow({ where: { id } });
    const { file, people } = await exportAttendees(transaction, files, { session, language, personId: person.id, now });
    const { ready, open, again } = attendeeFileTexts[language];
    const title = registrationTexts[language].attendees.title(sessionTitle(context, session));
    return {
      message: {
        summary: ready(people),
        elements: elements(
          { kind: 'heading', text: title },
          { kind: 'text', text: ready(people) },
          { kind: 'file', file: file.id, name: file.name, label: open, link: fileLinks.linkTo(file.id, 'list') },
          {
            kind: 'buttons',
            buttons: [
              sessionButton(context, 'session.attendees-file', session, { label: again }),
              sessionButton(context, 'session.attendees', session),
            ],
          },
        ),
      },
    };
  },
});
