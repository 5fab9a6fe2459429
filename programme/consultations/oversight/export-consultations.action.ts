/** Gives the secretariat the consultations, and hours by company and adviser, as a file for Excel. */
import { z } from 'zod';
import { secretariat } from '../../members/roles.js';
import { elements } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { exportConsultations } from './export-consultations.js';
import { consultationFileTexts } from './file-texts.js';
import { exportRecogniser } from './recognisers.js';

export const exportConsultationsAction = memberAction({
  name: 'consultation.export',
  texts: consultationFileTexts,
  command: 'consultations-file',
  recognise: exportRecogniser,
  who: secretariat,
  input: z.object({}),
  offered: 'help',
  // The file is only another form of what can be read anyway, and gone in a day.
  confirm: 'read',
  run: async ({ transaction, language, files, fileLinks, person, membership, now }) => {
    const about = { programmeId: membership.programmeId, language, personId: person.id, now };
    const { file, count } = await exportConsultations(transaction, files, about);
    const { ready, open, again, actions } = consultationFileTexts[language];
    return {
      message: {
        summary: ready(count),
        elements: elements(
          { kind: 'heading', text: actions['consultation.export'].title },
          { kind: 'text', text: ready(count) },
          { kind: 'file', file: file.id, name: file.name, label: open, link: fileLinks.linkTo(file.id, 'list') },
          { kind: 'buttons', buttons: [{ label: again, action: 'consultation.export', input: {} }] },
        ),
      },
    };
  },
});
