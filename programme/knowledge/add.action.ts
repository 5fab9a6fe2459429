/** Adds a document that the secretariat dropped into the chat, or chose in the form, to what questions are answered from. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import { firstLine } from '../drafts/draft-text.js';
import { keepReading } from '../drafts/received-documents.js';
import { languages } from '../members/languages.js';
import { secretariat } from '../members/roles.js';
import { formatDay } from '../messages/dates.js';
import { elements, type Message, type Values } from '../messages/message.js';
import { memberAction, type Preview, type PreviewState } from '../requests/action.js';
import type { ActingPerson, Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { addForm, idsIn } from './add-form.js';
import { addSource, type NewSource, type PlannedSource, planSource } from './add-source.js';
import { addRecogniser } from './recognisers.js';
import { refuseKnowledge } from './refuse-knowledge.js';
import { LONGEST_SOURCE_TITLE } from './rules.js';
import { languageOfSource, readSentSource, type SentSource, titleInSource } from './sent-source.js';
import { knowledgeTexts } from './texts.js';

const input = z.object({
  files: z
    .array(z.uuid({ error: 'not_a_choice' }))
    .min(1, { error: 'required' })
    .max(10),
  title: z.string().trim().min(1, { error: 'required' }).max(LONGEST_SOURCE_TITLE, { error: 'too_long' }),
  language: z.enum(languages, { error: (issue) => (issue.input === undefined ? 'required' : 'not_a_choice') }),
});

type Given = z.infer<typeof input>;

export const addKnowledgeAction = memberAction({
  name: 'knowledge.add',
  texts: knowledgeTexts,
  command: 'add-knowledge',
  recognise: addRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  receives: {
    types: ['docx', 'pdf', 'text'],
    // Chosen in its form they are refused with the reason.
    typesInForm: ['csv', 'json', 'ole', 'macros', 'zip'],
    ...{ field: 'files', when: hasOwn, asksWhich: true, onlyOne: true, look: keepReading },
  },
  complete: withWhatItSays,
  ask: addForm,
  confirm: { when: 'always', show: preview, state },
  run: async (context, given) => {
    const { transaction, person, now } = context;
    const source = await sourceOf(context, given);
    if (isRefusal(source)) return source;
    const planned = await addSource(transaction, { ...source, by: person.id, now });
    if (isRefusal(planned)) return planned;
    if (planned.outcome === 'known') return refuseKnown(planned);
    return { message: addedMessage(context, given, planned.outcome) };
  },
  conflicts: {
    knowledge_source_title: async () => refuseKnowledge('added_meanwhile', {}),
    knowledge_source_content: async () => refuseKnowledge('added_meanwhile', {}),
  },
});

/** Whether they are of the secretariat of any programme. */
async function hasOwn(_transaction: Transaction, { memberships }: ActingPerson): Promise<boolean> {
  return memberships.some(({ role }) => role === 'secretariat');
}

/** What the document is called and written in, where that was not said. */
async function withWhatItSays(context: Context, given: Values): Promise<Values> {
  const fileIds = idsIn(given.files);
  if (fileIds.length === 0 || (given.title !== undefined && given.language !== undefined)) return given;
  const sent = await readSentSource(context, fileIds);
  if (isRefusal(sent)) return given;
  const { file, reading } = sent;
  const told = { title: titleInSource(reading.text, file.name), language: languageOfSource(reading.text) };
  return { ...told, ...given };
}

type WithReading = NewSource & Pick<SentSource['reading'], 'text'>;

async function sourceOf(context: Context, { files, title, language }: Given): Promise<WithReading | Refusal> {
  const sent = await readSentSource(context, files);
  if (isRefusal(sent)) return sent;
  const { file, reading } = sent;
  const { programmeId } = context.membership;
  return { programmeId, title, language, kind: reading.source, sha256: file.sha256, text: reading.text };
}

function refuseKnown({ known }: Extract<PlannedSource, { readonly outcome: 'known' }>): Refusal {
  return refuseKnowledge('source_known', { title: known.title }, { field: 'files' });
}

async function preview(context: Context, given: Given): Promise<Preview | Refusal> {
  const source = await sourceOf(context, given);
  if (isRefusal(source)) return source;
  const planned = await planSource(context.transaction, source);
  if (isRefusal(planned)) return planned;
  if (planned.outcome === 'known') return refuseKnown(planned);
  const { language } = context;
  const texts = knowledgeTexts[language];
  const facts = { title: source.title, passages: planned.passages.length };
  const unread = source.text.unreadablePages ?? [];
  const change = { label: texts.change, action: 'knowledge.add', input: { ...given }, form: true };
  return {
    does:
      planned.outcome === 'added'
        ? texts.adds(facts)
        : texts.replaces({ ...facts, since: formatDay(language, planned.older.addedAt, context.timeZone) }),
    elements: elements(
      {
        kind: 'text',
        text: `${texts.writtenIn(texts.languages[given.language])}\n${texts.begins(firstLine(source.text))}`,
      },
      unread.length > 0 && { kind: 'text', text: texts.unread(unread) },
      { kind: 'note', text: texts.seenByAll },
      { kind: 'buttons', buttons: [change] },
    ),
  };
}

/** What somebody else adds meanwhile may be the same, or take its title. */
async function state(context: Context, given: Given): Promise<PreviewState> {
  const source = await sourceOf(context, given);
  if (isRefusal(source)) return [null];
  const planned = await planSource(context.transaction, source);
  if (isRefusal(planned)) return [null];
  return [planned.outcome, planned.outcome === 'replaced' ? planned.older.id : null];
}

function addedMessage({ language }: Context, { title }: Given, outcome: 'added' | 'replaced'): Message {
  const texts = knowledgeTexts[language];
  const summary = outcome === 'added' ? texts.added(title) : texts.replaced(title);
  const all = { label: texts.actions['knowledge.sources'].title, action: 'knowledge.sources', input: {} };
  return { summary, elements: elements({ kind: 'text', text: summary }, { kind: 'buttons', buttons: [all] }) };
}
