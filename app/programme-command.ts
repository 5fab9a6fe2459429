/** `npm run programme -- import PROGRAMME.json ROSTER.(csv|xlsx) [--dry-run] …` brings a programme and its people into the database; `export` is its counterpart. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Language, openDatabase } from '../prisma/client.js';
import { wordChange, wordFault, wordSheet, wordWarning } from '../programme/import/findings.js';
import { importProgramme } from '../programme/import/import-programme.js';
import { type Answers, type Question, wordQuestion } from '../programme/import/match-people.js';
import { systemClock } from '../programme/requests/context.js';
import type { Configuration } from './configuration.js';
import { prepareDatabase } from './database.js';
import { exportCommand, exportUsage } from './export-command.js';
import { openLog } from './log.js';
import { complain, say } from './say.js';

const usage = [
  'npm run programme -- import PROGRAMME.json ROSTER.csv|ROSTER.xlsx [--dry-run] [--same OLD=NEW] [--other NEW] [--lang ja|en]',
  exportUsage,
  'In a build or a container: node dist/main.js programme import …',
];

/** The exit status: 0 when it was done, 1 when something has to be put right first. */
export async function programmeCommand(configuration: Configuration, words: readonly string[]): Promise<number> {
  if (words[0] === 'export') return await exportCommand(configuration, words.slice(1));
  const asked = readWords(words);
  if ('complaint' in asked) {
    complain(asked.complaint, ...usage);
    return 1;
  }
  const { programmePath, rosterPath, language, dryRun, answers } = asked;
  const [programmeFile, rosterFile] = await Promise.all([read(programmePath), read(rosterPath)]);
  if (programmeFile === null || rosterFile === null) {
    complain(`Cannot read ${programmeFile === null ? programmePath : rosterPath}.`);
    return 1;
  }
  const prepared = await prepareDatabase(configuration);
  const { database, close } = openDatabase(prepared.url);
  try {
    const services = { database, clock: systemClock, log: quietLog(configuration) };
    const result = await importProgramme(services, { programmeFile, rosterFile, dryRun, answers });
    if (!result.ok) {
      complain(...result.faults.map((fault) => wordFault(fault, language)), ...asking(result.questions, language));
      return 1;
    }
    say(
      ...(result.sheet === null ? [] : [wordSheet(result.sheet, language)]),
      ...result.warnings.map((warning) => wordWarning(warning, language)),
      ...asking(result.questions, language),
      ...result.changes.map((change) => wordChange(change, language)),
      summary(language, result.changes.length, dryRun),
    );
    return 0;
  } finally {
    await close();
    await prepared.close();
  }
}

interface Asked {
  readonly programmePath: string;
  readonly rosterPath: string;
  readonly language: Language;
  readonly dryRun: boolean;
  readonly answers: Answers;
}

const answering = { same: { type: 'string', multiple: true }, other: { type: 'string', multiple: true } } as const;

/** Null where one of them cannot be understood. */
function readAnswers(given: { readonly same?: readonly string[]; readonly other?: readonly string[] }): Answers | null {
  const answers = new Map<string, string | null>();
  for (const pair of given.same ?? []) {
    const [known, email, ...more] = pair.toLowerCase().split('=');
    if (!known || !email || more.length > 0) return null;
    answers.set(email, known);
  }
  for (const email of given.other ?? []) answers.set(email.toLowerCase(), null);
  return answers;
}

/** Each question with the words that answer it. */
function asking(questions: readonly Question[], language: Language): readonly string[] {
  return questions.flatMap((question) => [
    wordQuestion(question, language),
    ...question.candidates.map(({ key }) => `  --same ${key}=${question.email}`),
    `  --other ${question.email}`,
  ]);
}

/** Strict, since a mistyped --dry-run would otherwise write. */
function readWords(words: readonly string[]): Asked | { readonly complaint: string } {
  const options = { 'dry-run': { type: 'boolean' }, lang: { type: 'string' }, ...answering } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    const [command, programmePath, rosterPath, ...rest] = positionals;
    const { lang: language = 'ja' } = values;
    if (command !== 'import' || !programmePath || !rosterPath || rest.length > 0) {
      return { complaint: 'A programme is imported from two files:' };
    }
    if (language !== 'ja' && language !== 'en') return { complaint: `There is no language "${language}".` };
    const answers = readAnswers(values);
    if (answers === null) return { complaint: 'An answer is --same OLD=NEW, or --other NEW for somebody else:' };
    return { programmePath, rosterPath, language, dryRun: values['dry-run'] === true, answers };
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) };
  }
}

/** The result is told in words; the log has something to add only when something goes wrong. */
function quietLog({ logLevel }: Configuration) {
  return openLog(logLevel === 'info' ? 'warn' : logLevel);
}

async function read(path: string) {
  try {
    return { name: basename(path), content: new Uint8Array(await readFile(path)) };
  } catch {
    return null;
  }
}

function summary(language: Language, changes: number, dryRun: boolean): string {
  if (language === 'en') {
    const counted = changes === 1 ? '1 change' : `${changes} changes`;
    return dryRun ? `${counted} would be made; nothing was written.` : `${counted} made.`;
  }
  return dryRun ? `${changes}件の変更があります(書き込みはしていません)。` : `${changes}件の変更を行いました。`;
}
