/** Gives back the original of a version, byte for byte, to a person who may read it. */
import { z } from 'zod';
import { elements, type Form } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { draftField, readVisibleDraft, versionFor, withNewestDraft } from './choose-draft.js';
import { fileRecogniser } from './recognisers.js';
import { refuseDraft } from './refuse-draft.js';
import { draftTexts } from './texts.js';

export const fileOfDraft = memberAction({
  name: 'draft.file',
  texts: draftTexts,
  command: 'draft-file',
  recognise: fileRecogniser,
  who: ['participant', 'adviser', 'secretariat'],
  input: z.object({ draft: chosen }),
  confidential: true,
  offered: 'help',
  confirm: 'read',
  complete: withNewestDraft,
  ask: chooseForm,
  run: async (context, { draft: draftId }) => {
    const draft = await readVisibleDraft(context, draftId, 'original');
    if (isRefusal(draft)) return draft;
    const { file } = draft;
    if (file === null) return refuseDraft('draft_is_gone', draft);
    const texts = draftTexts[context.language].file;
    const summary = texts.ready(versionFor(context, draft));
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          {
            ...{ kind: 'file', file: file.id, name: file.name, label: texts.open },
            link: context.fileLinks.linkTo(file.id, 'draft'),
          },
        ),
      },
    };
  },
});

async function chooseForm(context: Context): Promise<Form | Refusal> {
  const { actions, file } = draftTexts[context.language];
  const field = await draftField(context);
  if (isRefusal(field)) return field;
  return {
    action: 'draft.file',
    title: actions['draft.file'].title,
    introduction: [],
    fields: [field],
    known: {},
    submit: file.open,
    cancel: chatTexts[context.language].close,
  };
}
