/** Notes that a company has begun with a deliverable. */
import { z } from 'zod';
import { holdDeliverable, recordEvent } from '../deliverables/record-event.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Form } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { ownDeliverables } from './prepare-submission.js';
import { beginRecogniser } from './recognisers.js';
import { refuseDraft } from './refuse-draft.js';
import { draftTexts } from './texts.js';

export const beginAction = memberAction({
  name: 'draft.begin',
  texts: draftTexts,
  command: 'begun',
  recognise: beginRecogniser,
  who: ['participant'],
  input: z.object({ deliverableType: chosen }),
  offered: 'help',
  complete: async (context, given) => {
    if (given.deliverableType !== undefined) return given;
    const open = (await ownDeliverables(context)).filter(({ stage }) => stage === 'not_started');
    const [only, ...others] = open;
    return only === undefined || others.length > 0 ? given : { ...given, deliverableType: only.typeId };
  },
  ask: beginForm,
  // One button beside the deliverable; the next draft says it anyway.
  confirm: 'never',
  run: async (context, { deliverableType }) => {
    const { transaction, person, language, now: at } = context;
    const deliverable = (await ownDeliverables(context)).find(({ typeId }) => typeId === deliverableType);
    if (deliverable === undefined) return refuse('not_found', {});
    const { typeId, companyId, title } = deliverable;
    const { id, stage } = await holdDeliverable(transaction, { typeId, companyId }, at);
    if (stage !== 'not_started') return refuseDraft('already_begun', { title, stage });
    await recordEvent(transaction, id, { kind: 'begun', at, personId: person.id });
    const { begin, mine } = draftTexts[language];
    const summary = begin.done(pick(language, title));
    const input = { deliverableType: typeId };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'buttons', buttons: [{ label: mine.submit, action: 'draft.submit', input, form: true }] },
        ),
      },
    };
  },
});

async function beginForm(context: Context): Promise<Form | Refusal> {
  const { language } = context;
  const { actions, begin, form } = draftTexts[language];
  const all = await ownDeliverables(context);
  const open = all.filter(({ stage }) => stage === 'not_started');
  const [first] = all;
  if (first === undefined) return refuseDraft('nothing_to_hand_in', {});
  if (open.length === 0) return refuseDraft('already_begun', first);
  return {
    action: 'draft.begin',
    title: actions['draft.begin'].title,
    introduction: [],
    fields: [
      {
        ...{ kind: 'choice', name: 'deliverableType', label: form.deliverable },
        choices: open.map(({ typeId, title }) => ({ value: typeId, label: pick(language, title) })),
      },
    ],
    known: {},
    submit: begin.submit,
    cancel: chatTexts[language].close,
  };
}
