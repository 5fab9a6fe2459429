/** Takes the comments and tracked changes of the Word document that an adviser sends, after listing them. */
import { z } from 'zod';
import { maySee, standingToReceived } from '../drafts/walls.js';
import { findReceivedFiles } from '../files/received-file.js';
import { actingMember } from '../members/acting-member.js';
import { elements, type Form, type Values } from '../messages/message.js';
import { shortened } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction, type Preview } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { hasOpenRound } from './attachments.js';
import { chooseDraftForm, namedDraft, withDraft } from './choose-draft.js';
import { versionWords } from './describe.js';
import { type DocumentedComment, documentedComments, isRefused } from './documented-comments.js';
import { refuseUpload } from './refuse-upload.js';
import { refuseComments } from './rules.js';
import { reviewTexts } from './texts.js';
import { newComments, uploadComments } from './upload-comments.js';
import { uploadTexts } from './upload-texts.js';

const input = z.object({ draft: chosen, files: z.array(chosen).min(1, { error: 'required' }).max(10) });

/** As many comments as are shown before they are taken, each with so many characters. */
const MOST_SHOWN = 15;
const LONGEST_SHOWN = 150;

export const uploadAction = memberAction({
  name: 'review.upload',
  texts: uploadTexts,
  command: 'review-upload',
  who: ['adviser'],
  input,
  confidential: true,
  offered: 'help',
  receives: { types: ['docx'], field: 'files', when: hasOpenRound },
  complete: async (context, given) => await withDraft(context, given, { opened: true }),
  ask: uploadForm,
  confirm: { when: 'words', show: preview },
  conflicts: { review_comment_review_id_document_key_key: () => refuseUpload('document_known', {}) },
  run: async (context, { draft: draftId, files }) => {
    const { transaction, now, language } = context;
    const comments = await commentsIn(context, files);
    if (isRefused(comments)) return comments;
    const taken = await uploadComments(transaction, { draftId, comments, by: actingMember(context), now });
    if (typeof taken !== 'number') return taken;
    const summary = uploadTexts[language].taken(taken);
    const about = { draft: draftId };
    const { open, end } = reviewTexts[language];
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          {
            kind: 'buttons',
            buttons: [
              { label: open, action: 'review.open', input: about },
              { label: end, action: 'review.end', input: about, form: true },
            ],
          },
        ),
      },
    };
  },
});

async function commentsIn(
  { transaction, person, files: store, language }: Context,
  ids: readonly string[],
): Promise<readonly DocumentedComment[] | Refusal> {
  const files = await findReceivedFiles(transaction, person.id, ids);
  const [file, ...others] = files ?? [];
  if (file === undefined || !maySee('received', standingToReceived(person.id, file.senderId)))
    return refuse('file_not_found', {}, { field: 'files' });
  if (others.length > 0) return refuseUpload('one_document', {}, { field: 'files' });
  return documentedComments(transaction, { files: store, fileId: file.id, language });
}

async function preview(context: Context, { draft: draftId, files }: z.infer<typeof input>): Promise<Preview | Refusal> {
  const { transaction, language } = context;
  const draft = await namedDraft(context, { draft: draftId });
  if (draft === null) return refuse('not_found', {});
  const refused = refuseComments(draft);
  if (refused) return refused;
  const comments = await commentsIn(context, files);
  if (isRefused(comments)) return comments;
  const fresh = await newComments(transaction, draftId, comments);
  if (fresh.length === 0) return refuseUpload('document_known', {}, { field: 'files' });
  const texts = uploadTexts[language];
  const counts = { count: fresh.length, known: comments.length - fresh.length };
  const lines = fresh.slice(0, MOST_SHOWN).map(({ words, quotation }) => {
    const shown = { words: shortened(words, LONGEST_SHOWN), quotation: shortened(quotation, LONGEST_SHOWN / 3) };
    return `・${texts.line(shown)}`;
  });
  const left = fresh.length - lines.length;
  return {
    does: texts.does({ about: versionWords(context, draft), ...counts }),
    elements: elements({ kind: 'text', text: lines.join('\n') }, left > 0 && { kind: 'note', text: texts.more(left) }),
  };
}

async function uploadForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = uploadTexts[language];
  const { title } = texts.actions['review.upload'];
  const draft = await namedDraft(context, given);
  if (draft === null) {
    const about = { action: 'review.upload', title, submit: reviewTexts[language].endNext, opened: true };
    const form = await chooseDraftForm(context, given, about);
    return isRefusal(form) ? form : { ...form, known: { ...(Array.isArray(given.files) && { files: given.files }) } };
  }
  const refused = refuseComments(draft);
  if (refused) return refused;
  return {
    action: 'review.upload',
    title,
    introduction: [{ kind: 'text', text: versionWords(context, draft) }],
    fields: [{ kind: 'file', name: 'files', label: texts.labels.file, hint: texts.hint, endings: ['docx'] }],
    known: { draft: draft.id },
    submit: texts.take,
    cancel: chatTexts[language].close,
  };
}
