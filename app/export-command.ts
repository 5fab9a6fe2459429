/** `npm run programme -- export FOLDER`: writes a programme and its roster as files that can be imported again. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inTransaction, type Language, openDatabase } from '../prisma/client.js';
import { makeExportFiles, refusedOf } from '../programme/import/export-files.js';
import { wordFault } from '../programme/import/findings.js';
import { readExport } from '../programme/import/read-export.js';
import { importTexts } from '../programme/import/texts.js';
import { systemClock } from '../programme/requests/context.js';
import type { Configuration } from './configuration.js';
import { prepareDatabase } from './database.js';
import { findProgramme } from './find-programme.js';
import { complain, say } from './say.js';

export const exportUsage = 'npm run programme -- export FOLDER [--programme CODE] [--lang ja|en]';

/** Reading thousands of people takes seconds; the rest is for a busy server. */
const LONGEST_TRANSACTION_MILLISECONDS = 60_000;

/** The exit status: 0 where an import takes the files as they are, 1 where it would not, or nothing could be made. */
export async function exportCommand(configuration: Configuration, words: readonly string[]): Promise<number> {
  const asked = readWords(words);
  if ('complaint' in asked) {
    complain(asked.complaint, exportUsage);
    return 1;
  }
  const prepared = await prepareDatabase(configuration);
  const { database, close } = openDatabase(prepared.url);
  try {
    const programmeId = await findProgramme(database, asked.programme);
    if (programmeId === null) return 1;
    const read = await inTransaction(database, (transaction) => readExport(transaction, programmeId), {
      ...{ viewer: { kind: 'programme', programmeId }, timeout: LONGEST_TRANSACTION_MILLISECONDS },
    });
    const { folder, language } = asked;
    const files = await makeExportFiles(read, language);
    await mkdir(folder, { recursive: true });
    for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
    const texts = importTexts[language];
    const { people, programme, unnamed } = read;
    say(texts.exported({ sessions: programme.sessions.length, lines: people.length }), texts.leftOut);
    if (unnamed.length > 0) say(texts.unnamed(unnamed.length), ...unnamed);
    say(`→ ${folder}`);
    const refused = await refusedOf(files, systemClock.now());
    if (refused.length > 0) complain(texts.refusedAsItIs, ...refused.map((fault) => wordFault(fault, language)));
    return refused.length === 0 ? 0 : 1;
  } finally {
    await close();
    await prepared.close();
  }
}

interface Asked {
  readonly folder: string;
  readonly language: Language;
  /** Its code; undefined: the only one there is. */
  readonly programme: string | undefined;
}

function readWords(words: readonly string[]): Asked | { readonly complaint: string } {
  const options = { lang: { type: 'string' }, programme: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    const [folder, ...rest] = positionals;
    const { lang: language = 'ja', programme } = values;
    if (!folder || rest.length > 0) return { complaint: 'A programme is exported into one folder:' };
    if (language !== 'ja' && language !== 'en') return { complaint: `There is no language "${language}".` };
    return { folder, language, programme };
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) };
  }
}
