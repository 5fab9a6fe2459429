/** `npm run programme -- import PROGRAMME.json ROSTER.(csv|xlsx) [--dry-run]`: brings a programme and its people into the database. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../prisma/client.js';
import { systemClock } from '../programme/context.js';
import { wordChange, wordFault } from '../programme/members/import/findings.js';
import { importProgramme } from '../programme/members/import-programme.js';
import type { Configuration } from './configuration.js';
import { prepareDatabase } from './database.js';
import { openLog } from './log.js';
import { complain, say } from './say.js';

const usage = 'npm run programme -- import PROGRAMME.json ROSTER.csv|ROSTER.xlsx [--dry-run] [--lang ja|en]';

/** The exit status: 0 when it was done, 1 when something has to be put right first. */
export async function programmeCommand(configuration: Configuration, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    strict: false,
    options: { 'dry-run': { type: 'boolean' }, lang: { type: 'string' } },
  });
  const [command, programmePath, rosterPath, ...rest] = positionals;
  if (command !== 'import' || !programmePath || !rosterPath || rest.length > 0) {
    complain(usage);
    return 1;
  }
  const language = values.lang === 'en' ? 'en' : 'ja';
  const [programmeFile, rosterFile] = await Promise.all([read(programmePath), read(rosterPath)]);
  if (programmeFile === null || rosterFile === null) {
    complain(`Cannot read ${programmeFile === null ? programmePath : rosterPath}.`);
    return 1;
  }
  const prepared = await prepareDatabase(configuration);
  const { database, close } = openDatabase(prepared.url);
  try {
    const house = { database, clock: systemClock, log: openLog(configuration.logLevel) };
    const dryRun = values['dry-run'] === true;
    const result = await importProgramme(house, { programmeFile, rosterFile, dryRun });
    if (!result.ok) {
      complain(...result.faults.map((fault) => wordFault(fault, language)));
      return 1;
    }
    say(
      ...result.changes.map((change) => wordChange(change, language)),
      summary(language, result.changes.length, dryRun),
    );
    return 0;
  } finally {
    await close();
    await prepared.close();
  }
}

async function read(path: string) {
  try {
    return { name: basename(path), content: new Uint8Array(await readFile(path)) };
  } catch {
    return null;
  }
}

function summary(language: 'ja' | 'en', changes: number, dryRun: boolean): string {
  if (language === 'en')
    return dryRun ? `${changes} changes would be made; nothing was written.` : `${changes} changes made.`;
  return dryRun ? `${changes}件の変更があります(書き込みはしていません)。` : `${changes}件の変更を行いました。`;
}
