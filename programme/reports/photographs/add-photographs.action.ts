/** Takes photographs that the secretariat drops into the chat, for a session or the programme, with captions in both languages. */
import { z } from 'zod';
import type { Transaction } from '../../../prisma/client.js';
import { readReceivedFiles } from '../../files/keep-files.js';
import { actingMember } from '../../members/acting-member.js';
import { secretariat } from '../../members/roles.js';
import { initialChoices } from '../../messages/initial.js';
import { type Button, elements, type Field, type Form, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction, type Preview } from '../../requests/action.js';
import type { ActingPerson, Context } from '../../requests/context.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { refuseFrozen } from '../freeze-report.js';
import { addPhotographs, refuseAdding } from './add-photographs.js';
import { readPhotographs } from './photographs.js';
import { type SentPhotograph, sentPhotographs } from './prepare-photographs.js';
import { addPhotographsRecogniser } from './recognisers.js';
import { refusePhotograph } from './refuse-photograph.js';
import { photographTexts } from './texts.js';
import {
  captionFields,
  captionLines,
  isPlaced,
  LONGEST_CAPTION,
  oneLine,
  placeFields,
  placeInput,
  placeNameOf,
  sessionOf,
} from './words.js';

const name = 'report.add-photographs';

/** Of a message, and of a form of Slack (docs.slack.dev/reference/block-kit/block-elements/file-input-element). */
const MOST_AT_ONCE = 10;

/** Ten captions of some length; what a field of Slack holds. */
const LONGEST_CAPTIONS = 3_000;

/** By which the person's device offers the files; what they are is told by their content. */
const endings = ['png', 'jpg', 'jpeg'];

const captions = z
  .string()
  .trim()
  .max(LONGEST_CAPTIONS, { error: 'too_long' })
  .refine((typed) => typed.split('\n').every((line) => line.trim().length <= LONGEST_CAPTION), { error: 'too_long' })
  .default('');

const input = z
  .object({
    files: z
      .array(z.uuid({ error: 'not_a_choice' }))
      .min(1, { error: 'required' })
      .max(MOST_AT_ONCE),
    ...placeInput,
    captionJa: captions,
    captionEn: captions,
    /** A button asks for the form, though nothing is missing. */
    inForm: z.boolean().default(false),
    /** The form was shown. */
    shown: z.boolean().default(false),
  })
  .refine(({ inForm, shown }) => !inForm || shown, { path: ['shown'], error: 'required' })
  .refine(isPlaced, { path: ['session'], error: 'required' });

type Given = z.infer<typeof input>;

export const addPhotographsAction = memberAction({
  name,
  texts: photographTexts,
  command: 'report-photograph',
  recognise: addPhotographsRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  // HEIC, as some telephones save pictures, is refused with what to do.
  receives: { types: ['png', 'jpeg', 'heic'], field: 'files', when: isOpen, asksWhich: true },
  complete: withLastSession,
  ask: addForm,
  confirm: { when: 'words', show: preview },
  run: async (context, given) => {
    const { transaction, files, now, language } = context;
    const sent = await sentPhotographs(context, given.files);
    if (isRefusal(sent)) return sent;
    const captionsOf = captionsFor(given);
    if (isRefusal(captionsOf)) return captionsOf;
    const about = { sessionId: sessionOf(given), sent, captions: captionsOf, position: given.position };
    const added = await addPhotographs(transaction, { ...about, files, by: actingMember(context), now });
    if (isRefusal(added)) return added;
    const texts = photographTexts[language];
    const summary = texts.added(added.length, await placeNameOf(context, sessionOf(given)));
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'list', items: entriesOf(context, sent, captionsOf, null) },
          { kind: 'buttons', buttons: buttonsAfter(context, added) },
        ),
      },
    };
  },
});

/** Whether a picture can be meant for a report: one that is not final. */
async function isOpen(transaction: Transaction, { memberships }: ActingPerson): Promise<boolean> {
  const own = memberships.flatMap(({ role, programmeId }) => (role === 'secretariat' ? [programmeId] : []));
  const where = { programmeId: { in: own } };
  return own.length > 0 && (await transaction.reportFreeze.count({ where })) < new Set(own).size;
}

/** The session that began last, where none is named: what is dropped mostly shows that one, and the preview says so. */
async function withLastSession(context: Context, given: Values): Promise<Values> {
  const hasFiles = Array.isArray(given.files) && given.files.length > 0;
  if (!hasFiles || given.session !== undefined || given.ofProgramme === true) return given;
  const { transaction, membership, now } = context;
  const last = await transaction.session.findFirst({
    where: { programmeId: membership.programmeId, state: 'scheduled', startsAt: { lte: now } },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    select: { id: true },
  });
  return last === null ? given : { ...given, session: last.id };
}

interface Captions {
  readonly ja: string;
  readonly en: string;
}

/** A line for each; of one picture all lines are its caption. */
function captionsFor({ files, captionJa, captionEn }: Given): readonly Captions[] | Refusal {
  const linesOf = (typed: string) => (typed === '' ? [] : typed.split('\n').map((line) => line.trim()));
  if (files.length === 1) return [{ ja: oneLine(captionJa), en: oneLine(captionEn) }];
  const [ja, en] = [linesOf(captionJa), linesOf(captionEn)];
  const tooMany = [ja, en].findIndex((lines) => lines.length > files.length);
  if (tooMany !== -1) {
    const field = tooMany === 0 ? 'captionJa' : 'captionEn';
    return refusePhotograph('captions_do_not_fit', { files: files.length }, { field });
  }
  return files.map((_, at) => ({ ja: ja[at] ?? '', en: en[at] ?? '' }));
}

function entriesOf(
  { language }: Context,
  sent: readonly SentPhotograph[],
  captionsOf: readonly Captions[],
  from: number | null,
) {
  const texts = photographTexts[language];
  return sent.map(({ file, picture }, at) => ({
    title: from === null ? file.name : texts.numbered(from + at, file.name),
    lines: [...captionLines(language, captionsOf[at] ?? { ja: '', en: '' }), texts.size(picture.width, picture.height)],
    buttons: [],
  }));
}

async function preview(context: Context, given: Given): Promise<Preview | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  const sessionId = sessionOf(given);
  const sent = await sentPhotographs(context, given.files);
  if (isRefusal(sent)) return sent;
  const captionsOf = captionsFor(given);
  if (isRefusal(captionsOf)) return captionsOf;
  const refused = await refuseAdding(transaction, programmeId, { sessionId, sent });
  if (refused) return refused;
  const there = (await readPhotographs(transaction, { programmeId, sessionId })).length;
  const from = Math.min(given.position ?? there + 1, there + 1);
  const texts = photographTexts[language];
  const where = await placeNameOf(context, sessionId);
  return {
    does: texts.addDoes({ count: sent.length, where, there, from }),
    elements: elements(
      { kind: 'list', items: entriesOf(context, sent, captionsOf, from) },
      { kind: 'note', text: texts.removesPlace },
      { kind: 'buttons', buttons: [{ label: texts.details, action: name, input: detailsOf(given), form: true }] },
    ),
  };
}

/** Captions are not carried in the button, which would not hold them: they are what the form asks for. */
function detailsOf({ files, session, ofProgramme, position }: Given): Values {
  return {
    files,
    ofProgramme,
    inForm: true,
    ...(session !== undefined && { session }),
    ...(position !== null && { position }),
  };
}

function buttonsAfter({ language }: Context, added: readonly string[]): readonly Button[] {
  const texts = photographTexts[language];
  const [only, other] = added;
  return [
    ...(only !== undefined && other === undefined
      ? [
          { label: texts.change, action: 'report.change-photograph', input: { photograph: only }, form: true as const },
          { label: texts.takeOut, action: 'report.remove-photograph', input: { photograph: only }, form: true },
        ]
      : []),
    { label: texts.showAll, action: 'report.photographs', input: {} },
  ];
}

async function addForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const refused = await refuseFrozen(transaction, membership.programmeId, 'report_frozen');
  if (refused) return refused;
  const texts = photographTexts[language];
  const { known, fields } = await fileFields(context, given.files);
  return {
    ...{ action: name, title: texts.actions[name].title, cancel: chatTexts[language].close },
    introduction: [{ kind: 'note', text: texts.removesPlace }],
    fields: [
      ...fields,
      ...captionFields(language, given, { maximum: LONGEST_CAPTIONS, several: true }),
      ...(await placeFields(context, given)),
    ],
    known: { ...known, shown: true },
    submit: texts.save,
  };
}

/** What was dropped is known already; otherwise what was sent before can be chosen, or is taken here. */
async function fileFields(
  { transaction, person, now, language }: Context,
  given: Values[string],
): Promise<{ readonly known: Values; readonly fields: readonly Field[] }> {
  const { labels, hints } = photographTexts[language];
  const received = await readReceivedFiles(transaction, person.id, { now, most: MOST_AT_ONCE });
  const choices = received.map((file) => ({ value: file.id, label: file.name }));
  const initial = initialChoices(given, choices);
  if (initial.length > 0) return { known: { files: Array.isArray(given) ? given : [] }, fields: [] };
  const here: Field = {
    kind: 'file',
    name: 'files',
    label: labels.here,
    hint: hints.here,
    endings,
    maximum: MOST_AT_ONCE,
  };
  if (choices.length === 0) return { known: {}, fields: [here] };
  const sent: Field = { kind: 'several choices', name: 'files', label: labels.sent, choices, optional: true };
  return { known: {}, fields: [sent, { ...here, name: 'moreFiles', optional: true }] };
}
