/** `npm run report`: makes the implementation report of a programme as files in a folder, and tells what fails or is missing. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PhotographReader } from '../documents/report/report-document.js';
import { inTransaction, type Language, openDatabase } from '../prisma/client.js';
import { openFiles } from '../programme/files/open-files.js';
import { readWhole } from '../programme/files/read-whole.js';
import { documentTexts } from '../programme/reports/document-texts.js';
import { missingCaptions } from '../programme/reports/photograph-blocks.js';
import { type ImplementationReport, readReport } from '../programme/reports/read-report.js';
import { makeReportFiles } from '../programme/reports/report-files.js';
import { missingTexts } from '../programme/reports/sections.js';
import { reportTexts } from '../programme/reports/texts.js';
import { systemClock } from '../programme/requests/context.js';
import type { Configuration } from './configuration.js';
import { prepareDatabase } from './database.js';
import { findProgramme } from './find-programme.js';
import { complain, say } from './say.js';

const usage = [
  'npm run report -- [--language ja|en|both] [--out FOLDER] [--programme CODE]',
  'In a build or a container: node dist/main.js report …',
];

/** Reading ten thousand companies takes seconds; the rest is for a busy server. */
const LONGEST_TRANSACTION_MILLISECONDS = 60_000;

/** The exit status: 0 where every check holds, 1 where one fails or nothing could be made. */
export async function reportCommand(configuration: Configuration, words: readonly string[]): Promise<number> {
  const asked = readWords(words);
  if ('complaint' in asked) {
    complain(asked.complaint, ...usage);
    return 1;
  }
  const prepared = await prepareDatabase(configuration);
  const { database, close } = openDatabase(prepared.url);
  try {
    const programmeId = await findProgramme(database, asked.programme);
    if (programmeId === null) return 1;
    const report = await inTransaction(
      database,
      (transaction) => readReport(transaction, programmeId, systemClock.now()),
      { viewer: { kind: 'programme', programmeId }, timeout: LONGEST_TRANSACTION_MILLISECONDS },
    );
    const store = openFiles(database, configuration.filesFolder);
    return await write(report, { ...asked, readPhotograph: (id) => readWhole(store, id) });
  } finally {
    await close();
    await prepared.close();
  }
}

interface Asked {
  readonly languages: readonly Language[];
  readonly out: string;
  /** Its code; undefined: the only one there is. */
  readonly programme: string | undefined;
}

function readWords(words: readonly string[]): Asked | { readonly complaint: string } {
  const options = { language: { type: 'string' }, out: { type: 'string' }, programme: { type: 'string' } } as const;
  try {
    const { values } = parseArgs({ args: [...words], options });
    const { language = 'both', out = 'report', programme } = values;
    if (language !== 'ja' && language !== 'en' && language !== 'both') {
      return { complaint: `There is no language "${language}".` };
    }
    return { languages: language === 'both' ? ['ja', 'en'] : [language], out, programme };
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) };
  }
}

async function write(
  report: ImplementationReport,
  { languages, out, readPhotograph }: Asked & { readonly readPhotograph: PhotographReader },
): Promise<number> {
  await mkdir(out, { recursive: true });
  const tell = (name: string, number: number, of: number) => say(`${number}/${of} ${name}`);
  for (const { name, bytes } of await makeReportFiles(report, { languages, pictures: true, readPhotograph, tell })) {
    await writeFile(join(out, name), bytes);
  }
  const language = languages.length === 1 ? (languages[0] ?? 'en') : 'en';
  const failed = report.checks.filter(({ ok }) => !ok);
  say('', ...checkLines(report, language), '', ...missingLines(report, language, languages), `→ ${out}`);
  return failed.length === 0 ? 0 : 1;
}

function checkLines({ checks }: ImplementationReport, language: Language): readonly string[] {
  const { checks: names, ok, failed, programmeItself } = documentTexts[language];
  return checks.flatMap(({ name, subject, left, right, ok: holds, rows }) => [
    `${holds ? ok : failed}  ${names[name]} — ${subject ?? programmeItself}: ${left}, ${right}`,
    ...rows.map((row) => `    ${row[language]}`),
  ]);
}

function missingLines(
  report: ImplementationReport,
  language: Language,
  languages: readonly Language[],
): readonly string[] {
  const { sections, languages: names, programmeItself, captionPart, photographOf } = documentTexts[language];
  const { missing, nothingMissing, missingItem } = reportTexts[language];
  const parts = missingTexts(report, languages);
  const captions = missingCaptions(report, languages);
  if (parts.length + captions.length === 0) return [nothingMissing];
  return [
    missing(parts.length + captions.length),
    ...parts.map(({ session, section, language: of }) =>
      missingItem(session ?? programmeItself, sections[section], names[of]),
    ),
    ...captions.map(({ session, number, language: of }) =>
      missingItem(photographOf(session ?? programmeItself, number), captionPart, names[of]),
    ),
  ];
}
