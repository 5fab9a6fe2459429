/** Lets the secretariat bring its programme and roster up to date by dropping the files into the chat. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isOnlineList } from '../attendance/online-list/read-online-list.js';
import { secretariat } from '../members/roles.js';
import { type Element, elements, type Item, type Message, plain, type Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { readShownInput } from '../requests/previews.sql.js';
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

/** More than corrected addresses ever are: so many would be another list of people. */
const MOST_ANSWERS = 1_000;

interface Given {
  readonly files: readonly string[];
  /** `new@x=old@x` for the same person, `new@x=` for somebody else. */
  readonly answers: readonly string[];
  readonly same: boolean;
}

/** An answer's button holds that answer alone, as a button takes 2,000 characters: the others are in what was shown before it. */
async function withEarlierAnswers({ transaction, actor }: Context, given: Values): Promise<Values> {
  const { files, answers } = given;
  if (!Array.isArray(files) || files.length === 0 || !Array.isArray(answers)) return given;
  const earlier = await readShownInput(transaction, actor.accountId, 'programme.import', files);
  const before = Array.isArray(earlier?.answers) ? earlier.answers : [];
  const own = new Set(answers.map((answer) => answer.split('=')[0]));
  return { ...given, answers: [...before.filter((answer) => !own.has(answer.split('=')[0])), ...answers] };
}

export const importProgrammeAction = memberAction({
  name: 'programme.import',
  texts: importTexts,
  command: 'import',
  who: secretariat,
  input: z.object({
    files: z.array(z.string()).max(10).default([]),
    answers: z.array(z.string().max(600)).max(MOST_ANSWERS).default([]),
    /** Each person who is still asked about is the one candidate that there is. */
    same: z.boolean().default(false),
  }),
  complete: withEarlierAnswers,
  receives: {
    types: ['json', 'xlsx', 'csv', 'text', 'ole', 'macros', 'zip'],
    field: 'files',
    // "Import this" beside the list of a meeting means the list.
    recognises: async (content) => ((await isOnlineList(content)) ? false : null),
  },
  offered: 'help',
  confirm: {
    when: 'words',
    show: async (context, given) => {
      const result = await dryRun(context, given);
      if (isRefusal(result)) return result;
      if (!result.ok) return refusalOf(result, context);
      const { questions } = result;
      if (questions.length + given.answers.length > MOST_ANSWERS) {
        return refuseImport('too_many_questions', { questions: questions.length });
      }
      return {
        does: doesOf(context, result),
        elements: dryRunOf(context, given, result),
        ...(questions.length > 0 && { open: importTexts[context.language].refusals.unanswered() }),
      };
    },
    // What somebody else changes meanwhile may change what an import does: then it is shown again.
    state: async (context, given) => {
      const result = await dryRun(context, given);
      return [createHash('sha256').update(JSON.stringify(result)).digest('hex')];
    },
    // Its answers are in the preview that could not be confirmed.
    again: (input) => ({ ...input, answers: [] }),
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

/** Of each request: what is shown and what it rests on are the same dry run, which takes seconds for thousands of people. */
const dryRuns = new WeakMap<Context, Promise<ImportResult | Refusal>>();

function dryRun(context: Context, given: Given): Promise<ImportResult | Refusal> {
  const begun =
    dryRuns.get(context) ?? importInChat(context.transaction, context.files, importOf(context, given, true));
  dryRuns.set(context, begun);
  return begun;
}

/** What hangs on an answer is in no count of changes yet. */
function doesOf({ language }: Context, { changes, questions }: Imported): string {
  const texts = importTexts[language];
  return questions.length > 0 ? texts.asks(questions.length, counted(changes)) : texts.preview(counted(changes));
}

function importOf({ membership, person, now }: Context, given: Given, isDryRun: boolean): ChatImport {
  const { files, answers, same } = given;
  const about = { programmeId: membership.programmeId, personId: person.id, files, now, dryRun: isDryRun };
  return { ...about, answers: answersOf(answers), restIsSame: same };
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
    ...allTheSame(context, given, result.questions),
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

/** Many questions are one correction: a company's new domain. Of two candidates nobody can say so. */
function allTheSame({ language }: Context, { files }: Given, questions: readonly Question[]): readonly Element[] {
  const clear = questions.filter(({ candidates }) => candidates.length === 1).length;
  if (clear < 2) return [];
  const texts = importTexts[language];
  const input = { files, answers: [], same: true };
  const left = questions.length - MOST_QUESTIONS;
  return elements(left > 0 && { kind: 'note', text: texts.questionsLeft(left) }, {
    kind: 'buttons',
    buttons: [{ label: texts.allSame(clear), action: 'programme.import', input, proposed: true }],
  });
}

function questionItem({ language }: Context, { files }: Given, question: Question): Item {
  const texts = importTexts[language];
  const answer = (key: string) => ({
    action: 'programme.import',
    input: { files, answers: [`${question.email}=${key}`] },
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
