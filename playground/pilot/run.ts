/** `npm run pilot`: replays the pilot of 2024, or another programme, through both platforms and prints who came. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '../../app/explain.js';
import { complain, say } from '../../app/say.js';
import type { ImplementationReport } from '../../programme/reports/read-report.js';
import { sampleFile } from '../host/sample.js';
import { PilotFailed } from './failure.js';
import { readPlan } from './plan.js';
import type { PrivateDatabase } from './private-database.js';
import { checkLines, consultationLine, deliverableLines, drawTable, notificationLine } from './table.js';

const usage =
  'npm run pilot [-- --out FOLDER] [--programme PROGRAMME.json --roster ROSTER.csv|ROSTER.xlsx] [--database-url postgresql://…]';

interface Wishes {
  readonly out: string | undefined;
  readonly programme: string | undefined;
  readonly roster: string | undefined;
  readonly databaseUrl: string | undefined;
}

/** @throws PilotFailed where the words make no sense */
function readWishes(words: readonly string[]): Wishes {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        out: { type: 'string' },
        programme: { type: 'string' },
        roster: { type: 'string' },
        'database-url': { type: 'string' },
      },
    });
    const { out, programme, roster } = values;
    if ((programme === undefined) !== (roster === undefined)) {
      throw new PilotFailed('--programme and --roster belong together.');
    }
    return { out, programme, roster, databaseUrl: values['database-url'] };
  } catch (error) {
    throw new PilotFailed(error instanceof Error ? error.message : String(error), usage);
  }
}

async function inputFile(path: string) {
  try {
    return { name: basename(path), content: new Uint8Array(await readFile(path)) };
  } catch {
    throw new PilotFailed(`Cannot read ${path}.`);
  }
}

async function main(words: readonly string[]): Promise<void> {
  const began = performance.now();
  const { out, programme, roster, databaseUrl } = readWishes(words);
  const [programmeFile, rosterFile] = await Promise.all([
    programme === undefined ? sampleFile('programme.json') : inputFile(programme),
    roster === undefined ? sampleFile('roster.csv') : inputFile(roster),
  ]);
  // Before the rest is loaded and a server started for nothing.
  await readPlan(programmeFile, rosterFile);
  const { replay } = await import('./replay.js');
  const opening = openGivenOrPrivate(databaseUrl);
  endWhenTold(opening);
  const database = await opening;
  try {
    const { REDIS_URL } = process.env;
    const { report, notifications, remarks, lateEvents } = await replay({
      databaseUrl: database.url,
      redisUrl: REDIS_URL === undefined || REDIS_URL === '' ? null : REDIS_URL,
      programmeFile,
      rosterFile,
      tell: (sentence) => say(sentence),
    });
    if (out !== undefined) await writeReport(report, out);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(
      '',
      ...drawTable(report),
      '',
      consultationLine(report),
      ...deliverableLines(report),
      notificationLine(notifications),
      ...checkLines(report),
      '',
      ...remarks,
      ...(lateEvents === 0
        ? []
        : [`${lateEvents} of Slack's events were answered after its three seconds and came again.`]),
      `Replayed in ${seconds} s${out === undefined ? '' : `; the report and its figures are in ${out}`}. Times are in ${report.programme.timeZone}.`,
    );
  } finally {
    await database.close();
  }
}

/** In both languages, with its figures as JSON. */
async function writeReport(report: ImplementationReport, out: string): Promise<void> {
  const { makeReportFiles } = await import('../../programme/reports/report-files.js');
  await mkdir(out, { recursive: true });
  const files = await makeReportFiles(report, {
    ...{ languages: ['ja', 'en'], pictures: true },
    // Nobody has sent any in the replay.
    readPhotograph: async () => null,
  });
  for (const { name, bytes } of files) await writeFile(join(out, name), bytes);
}

/** Told to end in the middle (Ctrl-C), the private server must not stay behind. */
function endWhenTold(opening: Promise<PrivateDatabase>): void {
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      const end = () => process.exit(status);
      opening.then((database) => database.close()).then(end, end);
    });
  }
}

async function openGivenOrPrivate(url: string | undefined): Promise<PrivateDatabase> {
  if (url === undefined) return await (await import('./private-database.js')).startPrivateDatabase();
  const { migrateDatabase } = await import('../../prisma/migrate.js');
  await migrateDatabase(url);
  return { url, close: async () => {} };
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  complain(error instanceof PilotFailed ? error.message : explain(error), 'The pilot was not replayed.');
  process.exitCode = 1;
}
