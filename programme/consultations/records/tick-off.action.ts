/** Ticks off what was to be done after a consultation. */
import { z } from 'zod';
import type { Form } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { actionLine } from './describe.js';
import { asWritten, readOpenActions } from './queries.js';
import { tickOffRecogniser } from './recognisers.js';
import { refuseRecord } from './refuse-record.js';
import { recordTexts } from './texts.js';

export const tickOffAction = memberAction({
  name: 'next-action.done',
  texts: recordTexts,
  command: 'done',
  // “Done” is said of anything.
  recognise: tickOffRecogniser,
  who: ['participant', 'adviser'],
  input: z.object({ nextAction: chosen }),
  confidential: true,
  offered: 'contextual',
  ask: chooseForm,
  // One button beside the line itself; a correction of the record brings it back.
  confirm: 'never',
  run: async ({ transaction, person, language, now }, { nextAction: id }) => {
    const action = await transaction.nextAction.findUniqueOrThrow({ where: { id } });
    if (action.droppedAt !== null) return refuseRecord('action_dropped', {});
    const { count } = await transaction.nextAction.updateMany({
      where: { id, doneAt: null },
      data: { doneAt: now, doneById: person.id },
    });
    if (count === 0) return refuseRecord('already_done', {});
    const line = actionLine({ language }, asWritten(action));
    const { tickedOff } = recordTexts[language];
    return { message: { summary: tickedOff, elements: [{ kind: 'text', text: `${tickedOff}\n${line}` }] } };
  },
});

/** As many as a platform's list of choices can hold. */
const MOST = 50;

async function chooseForm(context: Context): Promise<Form | Refusal> {
  const { transaction, membership, person, language } = context;
  const whose = membership.role === 'adviser' ? { adviserId: person.id } : { companyId: membership.companyId ?? '' };
  const open = await readOpenActions(transaction, { programmeId: membership.programmeId, ...whose }, MOST);
  const texts = recordTexts[language];
  if (open.length === 0) return refuseRecord('nothing_open', {});
  return {
    action: 'next-action.done',
    title: texts.actions['next-action.done'].title,
    introduction: [],
    fields: [
      {
        ...{ kind: 'choice', name: 'nextAction', label: texts.openActions },
        choices: open.map((action) => ({ value: action.id, label: actionLine(context, asWritten(action)) })),
      },
    ],
    known: {},
    submit: texts.tickOff,
    cancel: chatTexts[language].close,
  };
}
