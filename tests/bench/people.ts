/**
 * Thousands of people, by name only: the import of a roster of 5,000 beside a bare insert of as many rows, and the search among
 * 10,000 beside a bare ILIKE, in the same run on the same server.
 */
import pg from 'pg';
import { openDatabase, type PrismaClient } from '../../prisma/client.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { importProgramme } from '../../programme/import/import-programme.js';
import { searchChoices } from '../../programme/requests/search.js';
import type { Services } from '../../programme/requests/services.js';
import { jsonFile, type Line, participant, programme, rosterFile, session } from '../programme/import/import-files.js';
import { buildServices } from '../support/factories.js';
import { temporaryDatabase } from './folder.js';
import { type Extent, latencies, median, report } from './measure.js';

const IMPORTED = 5_000;
const SEARCHED = 10_000;
const COMPANY_OF = 20;
const ROUNDS = 3;
const SEARCHES = 30;

/** What reading, comparing and checking a roster may cost beside writing it. */
const MOST_IMPORT = 50;
/** What identifying, authorising and searching by readings and kana may cost beside one comparison. */
const MOST_SEARCH = 10;
const MOST_MEGABYTES = 500;
const SAMPLING_MILLISECONDS = 10;

export async function benchPeople(_extent: Extent): Promise<void> {
  const server = await temporaryDatabase();
  const { database, close } = openDatabase(server.url);
  const client = new pg.Client({ connectionString: server.url });
  try {
    await migrateDatabase(server.url);
    await client.connect();
    const services = buildServices(database);
    await measureImport(services, client);
    await measureSearch(services, database, client);
  } finally {
    await client.end();
    await close();
    await server.stop();
  }
}

const family = ['見本', '佐藤', '鈴木', '高橋', '田中', '伊藤', '渡邉', '山本', '中村', '小林'];

function lineOf(number: number): Line {
  const company = Math.ceil(number / COMPANY_OF);
  return participant(number, {
    'Company code': `P${company}`,
    'Company name (Japanese)': `試験${company}株式会社`,
    'Company name (English)': `Test ${company} Co., Ltd.`,
    'Company kana': 'シケン',
    'Name (Japanese)': `${family[number % family.length]} ${number}郎`,
  });
}

async function measureImport(services: Services, client: pg.Client): Promise<void> {
  const bare: number[] = [];
  const [dry, wet, again]: [number[], number[], number[]] = [[], [], []];
  const peaks: number[] = [];
  const bytes: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    // A programme of its own for each round, as people of another one could not be created again.
    const lines = Array.from({ length: IMPORTED }, (_, index) => lineOf(round * 100_000 + index));
    const roster = rosterFile(lines);
    const files = {
      programmeFile: jsonFile(programme([session(`B-${round}`)], { code: `bench-${round}` })),
      rosterFile: roster,
    };
    bytes.push(roster.content.byteLength / 1e6);
    bare.push(await seconds(async () => await insertBare(client, round)));
    const peak = await peakMegabytes(async () => {
      dry.push(await seconds(async () => await imported(services, { ...files, dryRun: true })));
      wet.push(await seconds(async () => await imported(services, { ...files, dryRun: false })));
    });
    peaks.push(peak);
    again.push(await seconds(async () => await imported(services, { ...files, dryRun: false })));
  }
  const floor = median(bare);
  const limit = `<= ${MOST_IMPORT} x the insert`;
  for (const [name, times] of [
    ['dry run', dry],
    ['written', wet],
    ['again, nothing changed', again],
  ] as const) {
    const ours = median(times);
    const goal = `import of ${IMPORTED} people, ${name}`;
    report({ goal, unit: 's', floor, ours, rounds: ROUNDS, limit, met: ours <= MOST_IMPORT * floor });
  }
  const ours = median(peaks);
  const goal = `memory of an import of ${IMPORTED} people above what was there, beside the file's size`;
  const most = `<= ${MOST_MEGABYTES} MB`;
  report({ goal, unit: 'MB', floor: median(bytes), ours, rounds: ROUNDS, limit: most, met: ours <= MOST_MEGABYTES });
}

async function imported(services: Services, files: Parameters<typeof importProgramme>[1]): Promise<void> {
  const result = await importProgramme(services, files);
  if (!result.ok) throw new Error(`the import has ${result.faults.length} faults`);
}

/** As many rows as the import writes, without looking at any. */
async function insertBare(client: pg.Client, round: number): Promise<void> {
  await client.query('BEGIN');
  await client.query('CREATE TEMP TABLE bare_person (LIKE person INCLUDING ALL)');
  await client.query('CREATE TEMP TABLE bare_membership (LIKE membership INCLUDING ALL)');
  const numbers = Array.from({ length: IMPORTED }, (_, index) => index);
  await client.query(
    `WITH p AS (INSERT INTO bare_person (email, name_ja, name_en, furigana)
       SELECT e, n, n, 'ミホン' FROM unnest($1::text[], $2::text[]) AS v(e, n) RETURNING id)
     INSERT INTO bare_membership (programme_id, person_id, role, level, company_id)
       SELECT gen_random_uuid(), id, 'participant', 'working', gen_random_uuid() FROM p`,
    [numbers.map((number) => `${round}.${number}@bare.example`), numbers.map((number) => `見本 ${number}`)],
  );
  await client.query('DROP TABLE bare_person, bare_membership');
  await client.query('COMMIT');
}

async function measureSearch(services: Services, database: PrismaClient, client: pg.Client): Promise<void> {
  const files = {
    programmeFile: jsonFile(programme([session('S-1')], { code: 'search' })),
    rosterFile: rosterFile(Array.from({ length: SEARCHED }, (_, index) => lineOf(900_000 + index))),
    dryRun: false,
  };
  await imported(services, files);
  const { id: programmeId } = await database.programme.findFirstOrThrow({ where: { code: 'search' } });
  const identity = { platform: 'slack', tenant: 'T0BENCH', userId: 'U0OFFICE' } as const;
  const address = { user: identity.userId };
  await database.person.create({
    data: {
      ...{ nameJa: '事務局', nameEn: 'Office', furigana: 'ジムキョク' },
      memberships: { create: { programmeId, role: 'secretariat' } },
      accounts: { create: { ...identity, address, linkedAt: new Date(), lastSeenAt: new Date() } },
    },
  });
  const account = { ...identity, address, verifiedEmail: async () => null, language: null };
  const search = async (typed: string) =>
    await searchChoices(services, { account, action: 'member.end', field: 'person', typed, given: {} });
  const first = await seconds(async () => {
    if ((await search('渡辺 900006')).length !== 1) throw new Error('the search does not find the person');
  });
  await client.query('ANALYZE');
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < SEARCHES; round += 1) {
    const typed = round % 3 === 0 ? '渡辺' : round % 3 === 1 ? `mihon 90${1000 + round}` : 'どこにもいない';
    ours.push(1000 * (await seconds(async () => await search(typed))));
    bare.push(1000 * (await seconds(async () => await searchBare(client, programmeId, typed))));
  }
  const [floor, all] = [latencies(bare), latencies(ours)];
  const limit = `<= ${MOST_SEARCH} x the comparison`;
  const tell = (goal: string, at: 'p50' | 'p99') =>
    report({
      ...{ goal, unit: 'ms', floor: floor[at], ours: all[at], rounds: SEARCHES, limit },
      met: all[at] <= MOST_SEARCH * floor[at],
    });
  tell(`search among ${SEARCHED} people, median`, 'p50');
  tell(`search among ${SEARCHED} people, slowest of a hundred`, 'p99');
  const goal = `first search among ${SEARCHED} people, which writes their forms, beside one comparison`;
  const once = 'once for each person';
  report({ goal, unit: 'ms', floor: floor.p50, ours: first * 1000, rounds: 1, limit: once, met: true });
}

async function searchBare(client: pg.Client, programmeId: string, typed: string): Promise<void> {
  await client.query(
    `SELECT p.id, p.name_ja FROM person p JOIN membership m ON m.person_id = p.id
     WHERE m.programme_id = $1 AND m.ended_at IS NULL
       AND (p.name_ja ILIKE $2 OR p.name_en ILIKE $2 OR p.furigana ILIKE $2)
     ORDER BY p.furigana, p.id LIMIT 50`,
    [programmeId, `%${typed}%`],
  );
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function peakMegabytes(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, SAMPLING_MILLISECONDS);
  await work();
  clearInterval(sampling);
  return (Math.max(most, process.memoryUsage.rss()) - before) / 1e6;
}
