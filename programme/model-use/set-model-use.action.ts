/** Asks the secretariat what of people's words may go to the operator's language model. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { plain } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { modelUses, readModelUse } from './queries.js';
import { modelUseRecogniser } from './recognisers.js';
import { setModelUse } from './set-model-use.js';
import { modelUseTexts } from './texts.js';

export const setModelUseAction = memberAction({
  name: 'programme.model',
  texts: modelUseTexts,
  command: 'language-model',
  recognise: modelUseRecogniser,
  who: secretariat,
  input: z.object({
    use: z.enum(modelUses, { error: (issue) => (issue.input === undefined ? 'required' : 'not_a_choice') }),
  }),
  offered: 'help',
  ask: async ({ transaction, membership: { programmeId }, language }) => {
    const texts = modelUseTexts[language];
    return {
      action: 'programme.model',
      title: texts.actions['programme.model'].title,
      introduction: [{ kind: 'text', text: texts.what }],
      fields: [
        {
          ...{ kind: 'choice', name: 'use', label: texts.label },
          choices: modelUses.map((use) => ({ value: use, label: texts.uses[use] })),
          initial: await readModelUse(transaction, [programmeId]),
        },
      ],
      known: {},
      submit: texts.save,
      cancel: chatTexts[language].close,
    };
  },
  confirm: {
    when: 'words',
    show: async ({ language }, { use }) => ({ does: modelUseTexts[language].does[use], elements: [] }),
    state: async ({ transaction, membership: { programmeId } }) => [await readModelUse(transaction, [programmeId])],
  },
  run: async ({ transaction, membership: { programmeId }, language }, { use }) => {
    await setModelUse(transaction, { programmeId, use });
    return { message: plain(modelUseTexts[language].done[use]) };
  },
});
