/** Ticks off what was to be done after a consultation. */
import { z } from 'zod';
import { plain } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import { actionLine } from './describe.js';
import { asWritten } from './queries.js';
import { refuseRecord } from './refuse-record.js';
import { recordTexts } from './texts.js';

export const tickOffAction = memberAction({
  name: 'next-action.done',
  texts: recordTexts,
  command: 'done',
  // “Done” is said of anything.
  recognise: { onlyAlone: true },
  who: ['participant', 'adviser'],
  input: z.object({ nextAction: chosen }),
  offered: 'contextual',
  // One button beside the line itself; a correction of the record brings it back.
  confirm: 'never',
  run: async ({ transaction, person, language, now }, { nextAction: id }) => {
    const action = await transaction.nextAction.findUniqueOrThrow({ where: { id } });
    const line = actionLine({ language }, asWritten(action));
    if (action.droppedAt !== null) return refuseRecord('action_dropped', { line });
    const { count } = await transaction.nextAction.updateMany({
      where: { id, doneAt: null },
      data: { doneAt: now, doneById: person.id },
    });
    if (count === 0) return refuseRecord('already_done', { line });
    return { message: plain(recordTexts[language].tickedOff(line)) };
  },
});
