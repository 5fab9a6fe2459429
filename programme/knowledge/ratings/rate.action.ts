/** Says whether an answer helped; of one that did not, what was missing, which the secretariat reads. */
import { z } from 'zod';
import type { Role } from '../../../prisma/client.js';
import { initialText } from '../../messages/initial.js';
import { type ActionButton, type Field, type Form, plain, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { LONGEST_LOOKED_UP } from '../rules.js';
import { knowledgeTexts } from '../texts.js';
import { rateAnswer } from './ratings.sql.js';
import { LONGEST_MISSING } from './rules.js';

/** The secretariat reads the ratings. */
const raters: readonly Role[] = ['participant', 'adviser', 'speaker'];

export const rateAnswerAction = memberAction({
  name: 'knowledge.rate',
  texts: knowledgeTexts,
  command: 'rate-answer',
  who: raters,
  input: z
    .object({
      words: z.string().trim().min(1, { error: 'required' }).max(LONGEST_LOOKED_UP, { error: 'too_long' }),
      helpful: z.boolean({ error: 'required' }),
      missing: z.string().trim().max(LONGEST_MISSING, { error: 'too_long' }).default(''),
      /** The form has said who reads it; nobody reads that an answer helped. */
      told: z.literal(true, { error: 'required' }).optional(),
    })
    .refine(({ helpful, told }) => helpful || told === true, { path: ['told'], error: 'required' }),
  confidential: true,
  offered: 'contextual',
  ask: ratingForm,
  confirm: 'never',
  run: async ({ transaction, membership, person, now, language }, { words, helpful, missing }) => {
    const { programmeId } = membership;
    const rating = { programmeId, personId: person.id, words, helpful, missing: helpful ? '' : missing, now };
    await rateAnswer(transaction, rating);
    const { helped, unhelpfulNoted } = knowledgeTexts[language];
    return { message: plain(helpful ? helped : unhelpfulNoted) };
  },
});

/** Below an answer that was found. */
export function rateButtons(language: Context['language'], words: string): readonly ActionButton[] {
  const { helpful, unhelpful } = knowledgeTexts[language];
  const action = 'knowledge.rate';
  return [
    { label: helpful, action, input: { words, helpful: true } },
    { label: unhelpful, action, input: { words, helpful: false }, form: true },
  ];
}

/** Of an answer whose button was pressed only what was missing is asked; who says it in words is asked which answer, too. */
async function ratingForm({ language }: Context, { words, helpful, missing }: Values): Promise<Form> {
  const texts = knowledgeTexts[language];
  const { labels, hints } = texts;
  const pressed = typeof words === 'string' && words.length <= LONGEST_LOOKED_UP && helpful === false ? words : null;
  const which: readonly Field[] =
    pressed !== null
      ? []
      : [
          {
            ...{ kind: 'text', name: 'words', label: labels.words, hint: hints.words, maximum: LONGEST_LOOKED_UP },
            ...initialText(words, LONGEST_LOOKED_UP),
          },
          {
            ...{ kind: 'yes/no', name: 'helpful', label: labels.helpful, yes: texts.helpful, no: texts.unhelpful },
            initial: helpful !== false,
          },
        ];
  return {
    action: 'knowledge.rate',
    title: texts.actions['knowledge.rate'].title,
    introduction: [{ kind: 'text', text: pressed === null ? texts.unhelpfulShown : texts.shownToSecretariat(pressed) }],
    fields: [
      ...which,
      {
        ...{ kind: 'long text', name: 'missing', label: labels.missing, hint: hints.missing, optional: true },
        ...{ maximum: LONGEST_MISSING, ...initialText(missing, LONGEST_MISSING) },
      },
    ],
    known: { ...(pressed !== null && { words: pressed, helpful: false }), told: true },
    submit: texts.send,
    cancel: chatTexts[language].close,
  };
}
