/** Gives the secretariat the list of a session's attendees as a file for Excel. */

import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { chooseSessionForm } from '../sessions/choose-session.js';
import { sessionButton } from '../sessions/describe.js';
import { attendeeFileTexts } from './attendee-file-texts.js';
import { attendeeFilters } from './attendee-filter.js';
import { attendeesTitle } from './attendee-words.js';
import { exportAttendees } from './export-attendees.js';
import { exportRecogniser } from './recognisers.js';
import { registrationTexts } from './texts.js';

export const exportAttendeesAction = memberAction({
  name: 'session.attendees-file',
  texts: registrationTexts,
  command: 'attendees-file',
  who: secretariat,
  input: z.object({ session: chosen, show: z.enum(attendeeFilters).optional() }),
  recognise: exportRecogniser,
  offered: 'help',
  // The file is only another form of what can be read anyway, and gone in a day.
  confirm: 'read',
  ask: (context) => chooseSessionForm(context, 'session.attendees-file'),
  run: async (context, { session: id, show }) => {
    const { language, transaction, files, fileLinks, person, now } = context;
    const session = await transaction.session.findUniqueOrThrow({ where: { id } });
    const asked = { session, language, filter: show ?? null, personId: person.id, now };
    const { file, people } = await exportAttendees(transaction, files, asked);
    const { ready, open, again } = attendeeFileTexts[language];
    const title = attendeesTitle(context, session, show ?? null);
    const input = show === undefined ? {} : { show };
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
              sessionButton(context, 'session.attendees-file', session, { label: again, input }),
              sessionButton(context, 'session.attendees', session, { input }),
            ],
          },
        ),
      },
    };
  },
});
