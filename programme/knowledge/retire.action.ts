/** Takes a document out of what questions are answered from, once it was said which one. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { inOneLine } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import type { Refusal } from '../requests/refusal.js';
import { retireSource } from './add-source.js';
import { retireRecogniser } from './recognisers.js';
import { refuseKnowledge } from './refuse-knowledge.js';
import { readSource, readSources } from './sources.js';
import { knowledgeTexts } from './texts.js';

/** As many as a platform's list of choices holds; the others are found in the list of all. */
const MOST_CHOICES = 100;
const LONGEST_CHOICE = 70;

export const retireKnowledgeAction = memberAction({
  name: 'knowledge.retire',
  texts: knowledgeTexts,
  command: 'retire-knowledge',
  recognise: retireRecogniser,
  who: secretariat,
  input: z.object({
    knowledgeSource: chosen,
    /** The form has said which one. */
    agreed: z.literal(true, { error: 'required' }),
  }),
  offered: 'help',
  ask: retireForm,
  confirm: 'always',
  run: async ({ transaction, now, language }, { knowledgeSource: sourceId }) => {
    const source = await readSource(transaction, sourceId);
    if (source === null) return refuseKnowledge('source_gone', {});
    const refused = await retireSource(transaction, { sourceId, now });
    return refused ?? { message: plain(knowledgeTexts[language].retired(source.title)) };
  },
});

async function retireForm(context: Context, { knowledgeSource: id }: Values): Promise<Form | Refusal> {
  const { transaction, language } = context;
  const texts = knowledgeTexts[language];
  const frame = {
    ...{ action: 'knowledge.retire', title: texts.actions['knowledge.retire'].title },
    cancel: chatTexts[language].close,
  };
  if (!isId(id)) return await whichForm(context, frame);
  const source = await readSource(transaction, id);
  if (source === null) return refuseKnowledge('source_gone', {});
  return {
    ...frame,
    introduction: [{ kind: 'text', text: `${texts.retires(source.title)}\n${texts.retiresTold}` }],
    ...{ fields: [], known: { knowledgeSource: id, agreed: true }, submit: texts.retire },
  };
}

async function whichForm(
  { transaction, membership, language }: Context,
  frame: Pick<Form, 'action' | 'title' | 'cancel'>,
): Promise<Form | Refusal> {
  const sources = await readSources(transaction, membership.programmeId);
  if (sources.length === 0) return refuseKnowledge('no_sources', {});
  const { labels, next } = knowledgeTexts[language];
  const choices = sources
    .slice(0, MOST_CHOICES)
    .map(({ id, title }) => ({ value: id, label: inOneLine(title, LONGEST_CHOICE) }));
  return {
    ...{ ...frame, introduction: [], known: {}, submit: next },
    fields: [{ kind: 'choice', name: 'knowledgeSource', label: labels.source, choices }],
  };
}
