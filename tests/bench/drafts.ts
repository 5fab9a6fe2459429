/**
 * Drafts of a thousand companies, by name only: an adviser's queue, a version and a difference through the whole request beside bare
 * reads of the same rows, a submission until its check, and the memory of all of it.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import type { DocumentText } from '../../documents/document-text.js';
import { makeWordDocument, type PolicyText } from '../../playground/pilot/drafts/make-documents.js';
import { policyText } from '../../playground/pilot/drafts/policy-words.js';
import { openDatabase } from '../../prisma/client.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { checkDraft, storedCheck } from '../../programme/drafts/check/check-draft.js';
import { storedText, textToCheck } from '../../programme/drafts/draft-text.js';
import { readDraft } from '../../programme/drafts/read-draft.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import type { IncomingRequest, RequestResult } from '../../programme/requests/request.js';
import type { Services } from '../../programme/requests/services.js';
import { collectRooms } from '../../programme/rooms.js';
import { withFiles } from '../support/files.js';
import { temporaryDatabase } from './folder.js';
import { type Extent, report } from './measure.js';

const COMPANIES = 1_000;
const VERSIONS = 10;
const ORIGINALS = 50;
const ORIGINAL_BYTES = 300_000;
const CHUNK_BYTES = 262_144;
/** Clauses of a version: ten pages. */
const CLAUSES = 60;
const ROUNDS = { full: 100, few: 20 };
const SUBMISSIONS = { full: 10, few: 3 };

const MOST_MILLISECONDS = 1_000;
const MOST_UNTIL_CHECKED = 5_000;
const MOST_MEGABYTES = 400;
const SAMPLING_MILLISECONDS = 10;

const NOW = new Date('2025-03-01T03:00:00Z');
const CHECKLIST = 'human_rights_policy';

export async function benchDrafts({ full }: Extent): Promise<void> {
  const server = await temporaryDatabase();
  const client = new pg.Client({ connectionString: server.url });
  const { database, close } = openDatabase(server.url);
  try {
    await migrateDatabase(server.url);
    await client.connect();
    await fill(client);
    const clock = { now: () => NOW };
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const rooms = collectRooms();
    const interpreter = interpreterByRules(rooms.actions);
    const services = { database, clock, log, ...rooms, interpreter, ...withFiles(database, clock) };
    const peak = await peakMegabytes(async () => {
      await measureSubmission(services, full ? SUBMISSIONS.full : SUBMISSIONS.few);
      await measureReading(services, client, full ? ROUNDS.full : ROUNDS.few);
    });
    report({
      ...{ goal: 'drafts: memory of all of this above what was there', unit: 'MB', floor: MOST_MEGABYTES, ours: peak },
      ...{ rounds: 1, limit: `<= ${MOST_MEGABYTES} MB`, met: peak <= MOST_MEGABYTES },
    });
  } finally {
    await close();
    await client.end();
    await server.stop();
  }
}

/** Each version says most of what the one before it says. */
function versionText(version: number): DocumentText {
  const { title, clauses } = policyText('ja', { company: '計測株式会社', version, versions: VERSIONS });
  const policy = clauses.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
  const more = Array.from({ length: CLAUSES }, (_, at) => {
    // Every seventh clause is worded anew in each version.
    const worded = at % 7 === 0 ? version : 1;
    return `第${at + 20}条 当社は、事業${at}について、${sentence(at * 31 + worded)}${sentence(at * 17 + 5)}`;
  });
  const paragraphs = [title, ...policy, ...more].map((text) => ({ text, heading: null, label: null, page: null }));
  return { paragraphs, pages: null };
}

const words = '取引先 従業員 地域社会 労働環境 安全 健康 差別 教育 対話 調達 救済 窓口 公表 見直し 責任 影響'.split(
  ' ',
);

function sentence(seed: number): string {
  const named = Array.from({ length: 8 }, (_, at) => words[(seed * (at + 3) + at * 7) % words.length]).join('、');
  return `${named}に関わる人権への影響を調べ、${seed}日ごとに取り組みを確かめ、その結果を関係する方々に伝えます。`;
}

/** Written by one statement a table: the app would take hours. */
async function fill(client: pg.Client): Promise<void> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO programme (id, code, name_ja, name_en, time_zone, contact, starts_on, ends_on)
     VALUES ($1, 'bench', '計測', 'Bench', 'Asia/Tokyo', 'x@example.org', '2025-01-01', '2099-01-01')`,
    [id],
  );
  const typeId = randomUUID();
  await client.query(
    `INSERT INTO deliverable_type (id, programme_id, code, title_ja, title_en, checklist, due_on, position)
     VALUES ($1, $2, 'policy', '人権方針', 'Human rights policy', $3, '2025-03-31', 1)`,
    [typeId, id, CHECKLIST],
  );
  await client.query(
    `INSERT INTO company (programme_id, code, name_ja, name_en, kana)
     SELECT $1, 'C' || n, '計測' || n || '株式会社', 'Bench ' || n, 'ケイソク' FROM generate_series(1, $2::int) n`,
    [id, COMPANIES],
  );
  await people(client, id);
  await client.query(
    `INSERT INTO deliverable (type_id, programme_id, company_id, stage, stage_at, draft_count)
     SELECT $1, $2, c.id, 'submitted', $3, $4 FROM company c WHERE c.programme_id = $2`,
    [typeId, id, NOW, VERSIONS],
  );
  await client.query(
    `INSERT INTO draft (deliverable_id, programme_id, company_id, number, source, language, sha256, submitted_by_id, submitted_at,
       opened_at, review_due_on)
     SELECT d.id, d.programme_id, d.company_id, n, 'docx', 'ja', md5(d.id::text || n), m.person_id, $1::timestamptz - make_interval(days => 20 - n),
       CASE WHEN n < $2 THEN $1::timestamptz END, '2025-03-10'
     FROM deliverable d JOIN membership m ON m.company_id = d.company_id CROSS JOIN generate_series(1, $2::int) n`,
    [NOW, VERSIONS],
  );
  await texts(client);
  await originals(client, id);
  await client.query('ANALYZE');
}

/** One person a company, and the adviser who looks after all of them: more than anybody does. */
async function people(client: pg.Client, programmeId: string): Promise<void> {
  await client.query(
    `WITH p AS (INSERT INTO person (name_ja, name_en, furigana, language, time_zone, email)
       SELECT c.code, c.code, 'ケイソク', 'en'::language, 'Asia/Tokyo', lower(c.code) || '@bench.example' FROM company c
       UNION ALL SELECT '先生', 'Adviser', 'センセイ', 'en'::language, 'Asia/Tokyo', 'adviser@bench.example' RETURNING id, name_en),
     m AS (INSERT INTO membership (programme_id, person_id, role, level, company_id)
       SELECT $1, p.id, (CASE WHEN c.id IS NULL THEN 'adviser' ELSE 'participant' END)::role,
         (CASE WHEN c.id IS NOT NULL THEN 'working' END)::level, c.id FROM p LEFT JOIN company c ON c.code = p.name_en),
     a AS (INSERT INTO account (platform, tenant, user_id, address, person_id, linked_at, last_seen_at, looked_up_at)
       SELECT 'slack', 'T0BENCH', 'U' || p.name_en, jsonb_build_object('user', 'U' || p.name_en), p.id, $2, $2, $2 FROM p)
     INSERT INTO assignment (programme_id, adviser_id, company_id, since)
     SELECT $1, p.id, c.id, $2 FROM p, company c WHERE p.name_en = 'Adviser'`,
    [programmeId, NOW],
  );
}

async function texts(client: pg.Client): Promise<void> {
  for (let version = 1; version <= VERSIONS; version += 1) {
    const text = versionText(version);
    const found = checkDraft(CHECKLIST, textToCheck(text, 'docx'), 'ja');
    const characters = text.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
    await client.query(
      `INSERT INTO draft_text (draft_id, programme_id, company_id, paragraphs, characters)
       SELECT id, programme_id, company_id, $2::jsonb, $3 FROM draft WHERE number = $1`,
      [version, JSON.stringify(storedText(text).paragraphs), characters],
    );
    await client.query(
      `INSERT INTO draft_check (draft_id, programme_id, company_id, checklist, elements, checked_at)
       SELECT id, programme_id, company_id, $2, $3::jsonb, $4 FROM draft WHERE number = $1`,
      [version, CHECKLIST, JSON.stringify(found === null ? [] : storedCheck(found)), NOW],
    );
  }
}

async function originals(client: pg.Client, programmeId: string): Promise<void> {
  const { rows } = await client.query<{ id: string; companyId: string }>(
    `SELECT id, company_id AS "companyId" FROM draft WHERE number = $1 ORDER BY id LIMIT $2`,
    [VERSIONS, ORIGINALS],
  );
  for (const { id, companyId } of rows) {
    const fileId = randomUUID();
    await client.query(
      `INSERT INTO file (id, programme_id, company_id, kind, name, content_type, size, sha256, created_at)
       VALUES ($1, $2, $3, 'draft', 'policy.docx', 'application/octet-stream', $4, $5, $6)`,
      [fileId, programmeId, companyId, ORIGINAL_BYTES, fileId, NOW],
    );
    for (let from = 0; from < ORIGINAL_BYTES; from += CHUNK_BYTES) {
      const bytes = randomBytes(Math.min(CHUNK_BYTES, ORIGINAL_BYTES - from));
      const row = [fileId, from / CHUNK_BYTES, bytes];
      await client.query('INSERT INTO file_chunk (file_id, position, bytes) VALUES ($1, $2, $3)', row);
    }
    await client.query('UPDATE draft SET file_id = $2 WHERE id = $1', [id, fileId]);
  }
}

function accountOf(userId: string) {
  const identity = { platform: 'slack', tenant: 'T0BENCH', userId, address: { user: userId } } as const;
  return { ...identity, verifiedEmail: async () => null, language: null };
}

function delivery(userId: string) {
  return {
    account: accountOf(userId),
    ...{ key: randomUUID(), fingerprint: null, resendFingerprint: null, answeredLater: false },
  };
}

async function perform(services: Services, userId: string, action: string, input: object): Promise<RequestResult> {
  const asked: IncomingRequest = {
    ...delivery(userId),
    ...{ action, input: { ...input }, origin: 'chosen', submitted: false },
  };
  const result = await handleRequest(services, asked);
  const { reply } = result;
  if (reply.kind === 'form' || reply.outcome !== 'done') throw new Error(`${action}: ${JSON.stringify(reply)}`);
  return result;
}

async function measureReading(services: Services, client: pg.Client, rounds: number): Promise<void> {
  const { rows } = await client.query<{ newest: string; first: string }>(
    `SELECT n.id AS newest, f.id AS first FROM draft n JOIN draft f ON f.deliverable_id = n.deliverable_id AND f.number = 1
     WHERE n.number = $1 AND n.replaced_at IS NULL ORDER BY n.file_id NULLS LAST, n.id LIMIT $2`,
    [VERSIONS, rounds],
  );
  const measured: readonly (readonly [goal: string, ours: Reading, floor: Reading])[] = [
    [
      `drafts: the queue of ${COMPANIES} companies x ${VERSIONS} versions, p95 of a request`,
      () => perform(services, 'UAdviser', 'review.queue', {}),
      () => client.query(BARE_QUEUE),
    ],
    [
      'drafts: a version with its check, p95 of a request',
      ({ newest }) => perform(services, 'UAdviser', 'review.open', { draft: newest }),
      ({ newest }) => client.query(BARE_TEXTS, [[newest]]),
    ],
    [
      `drafts: what changed between versions 1 and ${VERSIONS}, p95 of a request`,
      ({ newest, first }) => perform(services, 'UAdviser', 'draft.difference', { olderDraft: first, draft: newest }),
      ({ newest, first }) => client.query(BARE_TEXTS, [[first, newest]]),
    ],
  ];
  for (const [goal, ours, floor] of measured) {
    const times: Beside = { ours: [], floor: [] };
    for (const versions of rows) {
      await beside(
        times,
        () => ours(versions),
        () => floor(versions),
      );
    }
    tell(goal, times);
  }
}

type Reading = (versions: { readonly newest: string; readonly first: string }) => Promise<unknown>;

const BARE_QUEUE = `SELECT DISTINCT ON (d.deliverable_id) d.id, d.number, c.name_en, d.submitted_at FROM draft d
  JOIN company c ON c.id = d.company_id ORDER BY d.deliverable_id, d.number DESC`;
const BARE_TEXTS = `SELECT t.paragraphs, k.elements FROM draft_text t JOIN draft_check k ON k.draft_id = t.draft_id
  WHERE t.draft_id = ANY ($1::uuid[])`;

/** Times in milliseconds, of the same things in the same run. */
interface Beside {
  readonly ours: number[];
  readonly floor: number[];
}

async function beside(times: Beside, ours: () => Promise<unknown>, floor: () => Promise<unknown>): Promise<void> {
  times.ours.push(await milliseconds(ours));
  times.floor.push(await milliseconds(floor));
}

function tell(goal: string, { ours, floor }: Beside, most = MOST_MILLISECONDS): void {
  const slowest = ninetyFifth(ours);
  report({
    ...{ goal, unit: 'ms', floor: ninetyFifth(floor), ours: slowest, rounds: ours.length },
    ...{ limit: `<= ${most} ms`, met: slowest <= most },
  });
}

function ninetyFifth(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** A file of 300 kB is dropped into the chat and agreed to, until the company sees its check; beside reading its text alone. */
async function measureSubmission(services: Services, rounds: number): Promise<void> {
  const times: Beside = { ours: [], floor: [] };
  for (let round = 1; round <= rounds; round += 1) {
    const content = makeWordDocument(longPolicy(round));
    const userId = `UC${round}`;
    await beside(
      times,
      async () => {
        const offered = await handleRequest(services, {
          ...delivery(userId),
          ...{ words: '', isCommand: false },
          files: [{ name: 'policy.docx', size: content.byteLength, looks: 'file', fetch: async () => pieces(content) }],
        });
        await agree(services, userId, offered);
      },
      () => readDraft(content, 'policy.docx'),
    );
  }
  tell('drafts: a submission until its check, p95', times, MOST_UNTIL_CHECKED);
}

/** Says yes to what is shown. */
async function agree(services: Services, userId: string, { reply }: RequestResult): Promise<void> {
  if (reply.kind === 'form') throw new Error('a form was shown instead of what is submitted');
  const { reply: answer } = await handleRequest(services, {
    ...delivery(userId),
    ...{ words: 'yes', isCommand: false },
  });
  if (answer.kind === 'form' || answer.outcome !== 'done') throw new Error(`not submitted: ${JSON.stringify(answer)}`);
}

async function* pieces(content: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < content.byteLength; at += 65_536) yield content.subarray(at, at + 65_536);
}

function longPolicy(round: number): PolicyText {
  const { paragraphs } = versionText(VERSIONS);
  const heading = `第${round}章`;
  return {
    title: `人権方針 ${round}`,
    clauses: [{ heading, paragraphs: paragraphs.map(({ text }) => text) }],
  };
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function peakMegabytes(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const sampling = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, SAMPLING_MILLISECONDS);
  try {
    await work();
  } finally {
    clearInterval(sampling);
  }
  return (Math.max(most, process.memoryUsage.rss()) - before) / 1e6;
}
