/** `npm run pilot`: replays the pilot of 2024, or another programme, through both platforms and prints who came. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { explain } from '../../app/explain.js';
import { complain, say } from '../../app/say.js';
import { sampleFile } from '../host/sample.js';
import { PilotFailed } from './failure.js';
import { readPlan } from './plan.js';
import type { PrivateDatabase } from './private-database.js';
import { consultationLine, deliverableLines, drawTable, figuresJson, notificationLine } from './table.js';

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
    const { figures, consultations, deliverables, notifications, timeZone, remarks } = await replay({
      databaseUrl: database.url,
      redisUrl: REDIS_URL === undefined || REDIS_URL === '' ? null : REDIS_URL,
      programmeFile,
      rosterFile,
      tell: (sentence) => say(sentence),
    });
    if (out !== undefined) {
      await mkdir(out, { recursive: true });
      await writeFile(join(out, 'figures.json'), figuresJson(figures, { consultations, deliverables }, notifications));
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(
      '',
      ...drawTable(figures, timeZone),
      '',
      consultationLine(consultations),
      ...deliverableLines(deliverables),
      notificationLine(notifications),
      '',
      ...remarks,
      `Replayed in ${seconds} s${out === undefined ? '' : `; the figures are in ${join(out, 'figures.json')}`}. Times are in ${timeZone}.`,
    );
  } finally {
    await database.close();
  }
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
