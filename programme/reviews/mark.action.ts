/** Lets an adviser note what the element check missed, or found where it is not. */
import { z } from 'zod';
import { checklistNamed } from '../drafts/checklists/by-name.js';
import { actingMember } from '../members/acting-member.js';
import { initialChoice, initialText } from '../messages/initial.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { chooseDraftForm, namedDraft, withDraft } from './choose-draft.js';
import { versionWords } from './describe.js';
import { markCheck, markKinds } from './mark-check.js';
import { markTexts } from './mark-texts.js';
import { refuseMark } from './refuse-mark.js';
import { reviewTexts } from './texts.js';

const LONGEST_SENTENCE = 1_000;

export const markCheckAction = memberAction({
  name: 'draft.mark',
  texts: markTexts,
  command: 'mark-check',
  who: ['adviser'],
  input: z.object({
    draft: chosen,
    element: z.string().max(20),
    kind: z.enum(markKinds),
    sentence: z.string().trim().min(1, { error: 'required' }).max(LONGEST_SENTENCE, { error: 'too_long' }),
  }),
  confidential: true,
  offered: 'contextual',
  complete: async (context, given) => await withDraft(context, given, { opened: true }),
  ask: markForm,
  // Nothing follows from it but a count, and its form says so.
  confirm: 'never',
  run: async (context, { draft: draftId, element, kind, sentence }) => {
    const { transaction, now, language } = context;
    const marked = await markCheck(transaction, { draftId, element, kind, sentence, by: actingMember(context), now });
    if (isRefusal(marked)) return marked;
    const { marked: done, known } = markTexts[language];
    return { message: plain(marked.isKnown ? known : done) };
  },
});

async function markForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = markTexts[language];
  const { title } = texts.actions['draft.mark'];
  const draft = await namedDraft(context, given);
  if (draft === null) {
    const about = { action: 'draft.mark', title, submit: reviewTexts[language].endNext, opened: true };
    return await chooseDraftForm(context, given, about);
  }
  const elements = checklistNamed(draft.checklist)?.elements ?? [];
  if (elements.length === 0) return refuseMark('mark_element', {});
  const choices = elements.map(({ id, name }) => ({ value: id, label: name[language] }));
  const kinds = markKinds.map((value) => ({ value, label: texts.kinds[value] }));
  return {
    action: 'draft.mark',
    title,
    introduction: [{ kind: 'text', text: texts.on(versionWords(context, draft)) }],
    fields: [
      {
        ...{ kind: 'choice', name: 'element', label: texts.labels.element, choices },
        ...initialChoice(given.element, choices),
      },
      {
        ...{ kind: 'choice', name: 'kind', label: texts.labels.kind, choices: kinds },
        ...initialChoice(given.kind, kinds),
      },
      {
        ...{ kind: 'long text', name: 'sentence', label: texts.labels.sentence, hint: texts.hints.sentence },
        ...{ maximum: LONGEST_SENTENCE, ...initialText(given.sentence, LONGEST_SENTENCE) },
      },
    ],
    known: { draft: draft.id },
    submit: texts.mark,
    cancel: chatTexts[language].close,
  };
}
