/** Lets the secretariat bring its programme and roster up to date by dropping the files into the chat. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { type Element, elements, type Item, type Message, plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import type { Imported, ImportResult } from './bring-up-to-date.js';
import { type Change, wordChange, wordFault, wordSheet, wordWarning } from './findings.js';
import { type ChatImport, importInChat } from './import-in-chat.js';
import { type Answers, type Question, wordQuestion } from './match-people.js';
import { refuseImport } from './refuse-import.js';
import { importTexts } from './texts.js';

/** What a person reads in a chat; the rest is counted. */
const MOST_LINES = 30;

/** Both platforms take this much in one paragraph. */
const LONGEST_PARAGRAPH = 2_500;

const MOST_QUESTIONS = 10;

interface Given {
  readonly files: readonly string[];
  /** `new@x=old@x` for the same person, `new@x=` for somebody else. */
  readonly answers: readonly string[];
}

export const importProgrammeAction = memberAction({
  name: 'programme.import',
  texts: importTexts,
  command: 'import',
  who: secretariat,
  input: z.object({
    files: z.array(z.string()).max(10).default([]),
    answers: z.array(z.string().max(600)).max(100).default([]),
  }),
  receives: { types: ['json', 'xlsx', 'csv', 'text', 'ole', 'macros', 'zip'], field: 'files' },
  offered: 'help',
  confirm: {
    when: 'words',
    show: async (context, given) => {
      const result = await importInChat(context.transaction, context.files, importOf(context, given, true));
      if (isRefusal(result)) return result;
      if (!result.ok) return refusalOf(result, context);
      return {
        does: importTexts[context.language].preview(counted(result.changes)),
        elements: dryRunOf(context, given, result),
        ...(result.questions.length > 0 && { open: importTexts[context.language].refusals.unanswered() }),
      };
    },
    // What somebody else changes meanwhile may change what an import does: then it is shown again.
    state: async (context, given) => {
      const result = await importInChat(context.transaction, context.files, importOf(context, given, true));
      return [createHash('sha256').update(JSON.stringify(result)).digest('hex')];
    },
  },
  run: async (context, given) => {
    const { transaction, files } = context;
    // Asked for by its button or command, it says what to send.
    if (given.files.length === 0) return { message: plain(importTexts[context.language].refusals.no_files()) };
    const result = await importInChat(transaction, files, importOf(context, given, false));
    if (isRefusal(result)) return result;
    if (!result.ok) return refusalOf(result, context);
    return { message: doneMessage(context, result) };
  },
});

function importOf({ membership, person, now }: Context, { files, answers }: Given, dryRun: boolean): ChatImport {
  return { programmeId: membership.programmeId, personId: person.id, files, answers: answersOf(answers), now, dryRun };
}

function answersOf(given: readonly string[]): Answers {
  return new Map(
    given.map((answer) => {
      const [email = '', key = ''] = answer.split('=');
      return [email, key === '' ? null : key] as const;
    }),
  );
}

function refusalOf({ faults, questions }: Standing, { language }: Pick<Context, 'language'>): Refusal {
  if (faults.length === 0 && questions.length > 0) return refuseImport('unanswered', {});
  return refuseImport('faults', {
    faults: shortened(
      faults.map((fault) => `・${wordFault(fault, language)}`),
      language,
    ),
  });
}

type Standing = Extract<ImportResult, { readonly ok: false }>;

function dryRunOf(context: Context, given: Given, result: Imported): readonly Element[] {
  const texts = importTexts[context.language];
  return elements(
    ...sheetAndWarnings(context, result),
    result.questions.length > 0 && { kind: 'heading', text: texts.questions },
    { kind: 'list', items: result.questions.slice(0, MOST_QUESTIONS).map((one) => questionItem(context, given, one)) },
    ...changesOf(context, result.changes),
  );
}

function sheetAndWarnings({ language }: Context, { sheet, warnings }: Imported): readonly Element[] {
  const lines = warnings.map((warning) => `・${wordWarning(warning, language)}`);
  return elements(
    sheet !== null && { kind: 'note', text: wordSheet(sheet, language) },
    lines.length > 0 && { kind: 'heading', text: importTexts[language].warnings },
    { kind: 'text', text: shortened(lines, language) },
  );
}

function questionItem({ language }: Context, { files, answers }: Given, question: Question): Item {
  const texts = importTexts[language];
  const answer = (key: string) => ({
    action: 'programme.import',
    input: { files, answers: [...answers, `${question.email}=${key}`] },
    // An answer changes what was shown, so that it is shown again before it is done.
    proposed: true,
  });
  return {
    title: question.name,
    lines: [wordQuestion(question, language)],
    buttons: [
      ...question.candidates.map(({ key, name }) => ({ label: texts.isSame(name), ...answer(key) })),
      { label: texts.isOther, ...answer('') },
    ],
  };
}

function changesOf({ language }: Context, changes: readonly Change[]): readonly Element[] {
  if (changes.length === 0) return [];
  // What people lose comes first.
  const order = ['end', 'change', 'create', 'remark'];
  const sorted = changes.toSorted((one, other) => order.indexOf(one.what) - order.indexOf(other.what));
  const lines = sorted.map((change) => `・${wordChange(change, language)}`);
  return [
    { kind: 'heading', text: importTexts[language].changes },
    { kind: 'text', text: shortened(lines, language) },
  ];
}

function doneMessage(context: Context, { changes }: Imported): Message {
  const summary = importTexts[context.language].done(counted(changes));
  return { summary, elements: elements({ kind: 'text', text: summary }, ...changesOf(context, changes)) };
}

/** A remark changes nothing. */
function counted(changes: readonly Change[]): number {
  return changes.filter(({ what }) => what !== 'remark').length;
}

function shortened(lines: readonly string[], language: Context['language']): string {
  const shown: string[] = [];
  let length = 0;
  for (const line of lines.slice(0, MOST_LINES)) {
    length += line.length + 1;
    if (length > LONGEST_PARAGRAPH) break;
    shown.push(line);
  }
  const left = lines.length - shown.length;
  return [...shown, ...(left > 0 ? [importTexts[language].more(left)] : [])].join('\n');
}
