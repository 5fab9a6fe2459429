/** Gives the secretariat all companies' stages and dates as a file for Excel. */
import { z } from 'zod';
import { secretariat } from '../../members/roles.js';
import { elements } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { exportDeliverables } from './export-deliverables.js';
import { exportDeliverablesRecogniser } from './recognisers.js';
import { deliverableOverviewTexts } from './texts.js';

export const exportDeliverablesAction = memberAction({
  name: 'deliverable.export',
  texts: deliverableOverviewTexts,
  command: 'deliverables-file',
  recognise: exportDeliverablesRecogniser,
  who: secretariat,
  input: z.object({}),
  offered: 'help',
  // The file is only another form of what can be read anyway, and gone in a day.
  confirm: 'read',
  run: async ({ transaction, language, files, fileLinks, person, membership, now }) => {
    const about = { programmeId: membership.programmeId, language, personId: person.id, now };
    const { file, count } = await exportDeliverables(transaction, files, about);
    const { ready, open, again, actions } = deliverableOverviewTexts[language];
    return {
      message: {
        summary: ready(count),
        elements: elements(
          { kind: 'heading', text: actions['deliverable.export'].title },
          { kind: 'text', text: ready(count) },
          { kind: 'file', file: file.id, name: file.name, label: open, link: fileLinks.linkTo(file.id, 'list') },
          { kind: 'buttons', buttons: [{ label: again, action: 'deliverable.export', input: {} }] },
        ),
      },
    };
  },
});
