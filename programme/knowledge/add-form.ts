/** The form of a document for the knowledge: which file, what it is called, and what it is written in. */
import { readReadFiles } from '../drafts/received-documents.js';
import { languages } from '../members/languages.js';
import { initialChoice, initialText } from '../messages/initial.js';
import type { Field, Form, Value, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { LONGEST_SOURCE_TITLE } from './rules.js';
import { readSentSource } from './sent-source.js';
import { knowledgeTexts } from './texts.js';

/** As many of the files that were sent before as are offered. */
const MOST_OFFERED = 20;

/** By which the person's device offers the files; what they are is told by their content. */
const endings = ['docx', 'pdf', 'md', 'txt'];

/** With what the document says of itself, where it was sent already. */
export async function addForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = knowledgeTexts[language];
  const fileIds = idsIn(given.files);
  const sent = fileIds.length === 0 ? null : await readSentSource(context, fileIds);
  // What cannot be added is refused at once, and asked for anew where this form was sent with it.
  if (sent !== null && isRefusal(sent) && given.title === undefined) return sent;
  const source = sent === null || isRefusal(sent) ? null : sent;
  const choices = languages.map((value) => ({ value, label: texts.languages[value] }));
  return {
    ...{ action: 'knowledge.add', title: texts.actions['knowledge.add'].title, cancel: chatTexts[language].close },
    introduction: [
      ...(source === null ? [] : [{ kind: 'text' as const, text: source.file.name }]),
      { kind: 'note', text: texts.seenByAll },
    ],
    fields: [
      ...(source === null ? await fileFields(context) : []),
      {
        ...{ kind: 'text', name: 'title', label: texts.labels.title, hint: texts.hints.title },
        ...{ maximum: LONGEST_SOURCE_TITLE, ...initialText(given.title, LONGEST_SOURCE_TITLE) },
      },
      {
        ...{ kind: 'choice', name: 'language', label: texts.labels.language, choices },
        ...initialChoice(given.language ?? language, choices),
      },
    ],
    known: source === null ? {} : { files: [source.file.id] },
    submit: texts.add,
  };
}

export function idsIn(files: Value): readonly string[] {
  return typeof files === 'object' && files !== null ? files.filter(isId) : [];
}

/** What was sent before can be chosen; a further file is taken here or, where the form takes none, in the chat. */
async function fileFields({ transaction, person, language, now }: Context): Promise<readonly Field[]> {
  const { labels, hints } = knowledgeTexts[language];
  const sent = await readReadFiles(transaction, person.id, { now, most: MOST_OFFERED });
  const choices = sent.map(({ id, name }) => ({ value: id, label: name }));
  const here = { kind: 'file' as const, label: labels.file, hint: hints.file, endings, maximum: 1 };
  if (choices.length === 0) return [{ ...here, name: 'files' }];
  return [
    { kind: 'several choices', name: 'files', label: labels.sent, choices, optional: true },
    { ...here, name: 'moreFiles', optional: true },
  ];
}
