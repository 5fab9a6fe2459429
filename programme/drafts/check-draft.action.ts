/** Shows element by element what the check found in a version, to its company, its adviser and, where the programme says so, the secretariat. */
import { z } from 'zod';
import { type Button, elements, type Form } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { checkCounts, checkItems } from './check-words.js';
import { draftField, readVisibleDraft, versionFor, withNewestDraft } from './choose-draft.js';
import { readCheck, readDeclarations, type SubmittedDraft } from './queries.js';
import { checkRecogniser } from './recognisers.js';
import { draftTexts } from './texts.js';

/** As many elements with their sentences as both platforms take in one message. */
const PER_PAGE = 6;

export const checkDraftAction = memberAction({
  name: 'draft.check',
  texts: draftTexts,
  command: 'draft-check',
  recognise: checkRecogniser,
  who: ['participant', 'adviser', 'secretariat'],
  input: z.object({ draft: chosen, from: pageStart }),
  confidential: true,
  offered: 'help',
  confirm: 'read',
  complete: withNewestDraft,
  ask: chooseForm,
  run: async (context, { draft: draftId, from }) => {
    const { transaction, language } = context;
    const draft = await readVisibleDraft(context, draftId, 'check');
    if (isRefusal(draft)) return draft;
    const { check } = draftTexts[language];
    const found = await readCheck(transaction, draftId);
    const summary = check.of(versionFor(context, draft));
    if (found === null) return { message: { summary, elements: elements({ kind: 'text', text: check.none }) } };
    const declared = await readDeclarations(transaction, draft.deliverableId);
    const shown = page(found.slice(from, from + PER_PAGE), found.length, { from, size: PER_PAGE });
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: summary },
          from === 0 && { kind: 'text', text: check.counts(checkCounts(found)) },
          { kind: 'note', text: check.meaning },
          { kind: 'list', items: checkItems(language, draft.checklist, shown.items, declared) },
          { kind: 'text', text: check.page(from + 1, from + shown.items.length, found.length) },
          { kind: 'buttons', buttons: buttonsOf(context, draft, shown.next) },
        ),
      },
    };
  },
});

async function chooseForm(context: Context): Promise<Form | Refusal> {
  const { actions, check } = draftTexts[context.language];
  const field = await draftField(context);
  if (isRefusal(field)) return field;
  return {
    action: 'draft.check',
    title: actions['draft.check'].title,
    introduction: [],
    fields: [field],
    known: {},
    submit: check.show,
    cancel: chatTexts[context.language].close,
  };
}

function buttonsOf({ language, membership }: Context, draft: SubmittedDraft, next: number | null): readonly Button[] {
  const { check, declare, mine } = draftTexts[language];
  const input = { draft: draft.id };
  return [
    ...(next === null ? [] : [{ label: check.more, action: 'draft.check', input: { ...input, from: next } }]),
    ...(membership.role === 'participant'
      ? [{ label: declare.button, action: 'draft.declare', input: { deliverableType: draft.typeId }, form: true }]
      : []),
    { label: mine.file, action: 'draft.file', input },
  ];
}
