/** The secretariat's overview and the lists behind its numbers in a programme of ten thousand companies, beside a bare count of its registrations. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../prisma/client.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import type { RequestingAccount } from '../../programme/requests/request.js';
import { buildServices, requestingAccount, settableClock } from '../support/factories.js';
import { temporaryDatabase } from './folder.js';
import { type Extent, median, report } from './measure.js';

const COMPANIES = 10_000;
const SESSIONS = 5;
const ROUNDS = { full: 100, few: 20 };
const WARM_UP = 10;
const MOST_MILLISECONDS = 300;

const NOW = new Date('2025-03-10T01:00:00Z');

const shown = [
  { goal: 'overview: all numbers and charts', action: 'overview.show', input: {} },
  { goal: 'overview: who has not answered', action: 'overview.list', input: { list: 'unanswered' } },
  { goal: 'overview: quiet companies', action: 'overview.list', input: { list: 'quiet' } },
  { goal: 'overview: Home of the secretariat', action: 'home.show', input: {} },
] as const;

export async function benchOverview({ full }: Extent): Promise<void> {
  const server = await temporaryDatabase();
  const client = new pg.Client({ connectionString: server.url });
  const { database, close } = openDatabase(server.url);
  try {
    await migrateDatabase(server.url);
    await client.connect();
    const account = requestingAccount({ language: 'ja' });
    await fill(client, account);
    const services = buildServices(database, settableClock(NOW.toISOString()));
    const rounds = full ? ROUNDS.full : ROUNDS.few;
    const floor: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      floor.push(await milliseconds(async () => void (await client.query(BARE_COUNT))));
    }
    for (const { goal, action, input } of shown) {
      const say = async () => {
        const { reply } = await handleRequest(services, {
          ...{ account, key: randomUUID(), fingerprint: null, resendFingerprint: null, action, input },
          ...{ origin: 'chosen', submitted: false, answeredLater: false },
        });
        if (reply.kind !== 'message' || reply.outcome !== 'done') throw new Error(`${goal}: ${JSON.stringify(reply)}`);
      };
      for (let round = 0; round < WARM_UP; round += 1) await say();
      const ours: number[] = [];
      for (let round = 0; round < rounds; round += 1) ours.push(await milliseconds(say));
      const p95 = percentile(ours, 0.95);
      report({
        ...{ goal: `${goal}, p95`, unit: 'ms', floor: median(floor), ours: p95, rounds },
        ...{ limit: `<= ${MOST_MILLISECONDS} ms`, met: p95 <= MOST_MILLISECONDS },
      });
    }
  } finally {
    await close();
    await client.end();
    await server.stop();
  }
}

/** Nearest rank. */
function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const BARE_COUNT = 'SELECT session_id, count(*) FROM registration GROUP BY session_id';

/**
 * Written by one statement a table: one person a company, three sessions behind and two ahead, of which half have answered the next;
 * a third of the companies was heard from this week, one in twenty cannot be written to, one in fifty asks for more time.
 */
async function fill(client: pg.Client, { platform, tenant, userId, address }: RequestingAccount): Promise<void> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO programme (id, code, name_ja, name_en, time_zone, contact, starts_on, ends_on)
     VALUES ($1, 'bench', '計測', 'Bench', 'Asia/Tokyo', 'x@example.org', '2024-11-01', '2025-04-30')`,
    [id],
  );
  await client.query(
    `INSERT INTO company (programme_id, code, name_ja, name_en, kana)
     SELECT $1, 'C' || n, '計測' || n || '株式会社', 'Bench ' || n, 'ケイソク' FROM generate_series(1, $2::int) n`,
    [id, COMPANIES],
  );
  await client.query(
    `WITH p AS (INSERT INTO person (name_ja, name_en, furigana, language, time_zone, created_at)
       SELECT c.code, c.code, c.code, 'ja'::language, 'Asia/Tokyo', '2024-11-01'::timestamptz FROM company c
       UNION ALL SELECT '先生', 'Adviser', 'センセイ', 'ja'::language, 'Asia/Tokyo', '2024-11-01'::timestamptz
       UNION ALL SELECT '事務局', 'Secretariat', 'ジムキョク', 'ja'::language, 'Asia/Tokyo', '2024-11-01'::timestamptz RETURNING id, name_en)
     INSERT INTO membership (programme_id, person_id, role, level, company_id)
     SELECT $1, p.id, (CASE p.name_en WHEN 'Adviser' THEN 'adviser' WHEN 'Secretariat' THEN 'secretariat' ELSE 'participant' END)::role,
       (CASE WHEN c.id IS NOT NULL THEN 'working' END)::level, c.id FROM p LEFT JOIN company c ON c.code = p.name_en`,
    [id],
  );
  await client.query(
    `INSERT INTO account (platform, tenant, user_id, person_id, address, last_seen_at, unreachable_reason)
     SELECT 'slack', 'T-BENCH', 'U' || m.person_id, m.person_id, '{}', $1::timestamptz - make_interval(days => substr(c.code, 2)::int % 60),
       CASE WHEN substr(c.code, 2)::int % 20 = 0 THEN 'user_disabled' END
     FROM membership m JOIN company c ON c.id = m.company_id`,
    [NOW],
  );
  await client.query(
    `INSERT INTO account (platform, tenant, user_id, person_id, address, last_seen_at)
     SELECT $1::platform, $2, $3, person_id, $4, $5 FROM membership WHERE role = 'secretariat'`,
    [platform, tenant, userId, JSON.stringify(address), NOW],
  );
  await sessions(client, id);
  await consultations(client, id);
  await deliverables(client, id);
  await client.query(
    `INSERT INTO notification (programme_id, person_id, kind, subject_id, data, key, due_at, created_at, state, settled_at, reason)
     SELECT $1, m.person_id, 'session.promoted', gen_random_uuid(), '{}', n || m.id::text, $2, $2,
       (CASE WHEN random() < 0.01 THEN 'unreachable' ELSE 'delivered' END)::notification_state, $2, 'none'
     FROM membership m, generate_series(1, 10) n`,
    [id, NOW],
  );
  await client.query('ANALYZE');
}

async function sessions(client: pg.Client, programmeId: string): Promise<void> {
  await client.query(
    `INSERT INTO session (programme_id, code, kind, title_ja, title_en, audience, starts_at, ends_at, time_zone, method, deadline, details, check_in_code)
     SELECT $1, 'S-' || n, 'seminar', '第' || n || '回', 'Session ' || n, 'all', t, t + interval '2 hours', 'Asia/Tokyo', 'mixed', t,
       '{"agenda": [], "materials": [], "groupWork": false, "groupSize": null}', lpad(n::text, 6, '0')
     FROM generate_series(1, $2::int) n, LATERAL (SELECT $3::timestamptz + make_interval(days => (n - 3) * 3 - 1) AS t) at`,
    [programmeId, SESSIONS, NOW],
  );
  await client.query(
    `INSERT INTO registration (session_id, person_id, company_id, mode, state, registered_by_id, created_at, changed_at)
     SELECT s.id, m.person_id, m.company_id, 'online', 'confirmed', m.person_id, s.starts_at - interval '40 days', s.starts_at - interval '40 days'
     FROM session s, membership m JOIN company c ON c.id = m.company_id
     WHERE s.starts_at < $1 OR (s.code = 'S-4' AND substr(c.code, 2)::int % 2 = 0)`,
    [NOW],
  );
  await client.query(
    `INSERT INTO attendance (session_id, person_id, company_id, present, mode, source, recorded_by_id, recorded_at)
     SELECT s.id, m.person_id, m.company_id, true, (CASE WHEN random() < 0.5 THEN 'onsite' ELSE 'online' END)::mode,
       'secretariat', m.person_id, $1 FROM session s, membership m JOIN company c ON c.id = m.company_id
     WHERE s.starts_at < $1 AND substr(c.code, 2)::int % 60 < 40`,
    [NOW],
  );
}

/** One after another with the one adviser, so that none overlaps: of three in ten companies, a third of them still to come. */
async function consultations(client: pg.Client, programmeId: string): Promise<void> {
  await client.query(
    `WITH o AS (INSERT INTO consultation_offer (programme_id, adviser_id, method, offered_by_id, created_at)
       SELECT $1, person_id, 'online', person_id, $2 FROM membership WHERE role = 'adviser' RETURNING id, adviser_id)
     INSERT INTO consultation_slot (programme_id, offer_id, adviser_id, starts_at, ends_at, created_at)
     SELECT $1, o.id, o.adviser_id, t, t + interval '1 hour', $2 FROM o, generate_series(1, 200) n,
       LATERAL (SELECT $2::timestamptz + make_interval(days => 30, hours => n * 2) AS t) at`,
    [programmeId, NOW],
  );
  await client.query(
    `INSERT INTO booking (programme_id, company_id, adviser_id, starts_at, ends_at, mode, state, booked_by_id, created_at)
     SELECT $1, c.id, a.person_id, t, t + interval '1 minute', 'online',
       (CASE WHEN t < $2 THEN 'held' ELSE 'booked' END)::booking_state, m.person_id, $2::timestamptz - interval '50 days'
     FROM (SELECT id, substr(code, 2)::int AS n FROM company) c JOIN membership m ON m.company_id = c.id
     JOIN membership a ON a.role = 'adviser', LATERAL (SELECT $2::timestamptz + make_interval(mins => (c.n - 2000) * 4) AS t) at
     WHERE c.n <= 3000`,
    [programmeId, NOW],
  );
}

async function deliverables(client: pg.Client, programmeId: string): Promise<void> {
  await client.query(
    `WITH t AS (INSERT INTO deliverable_type (programme_id, code, title_ja, title_en, due_on, position)
       VALUES ($1, 'policy', '人権方針', 'Human rights policy', '2025-03-31', 1), ($1, 'due', '人権DD', 'Due diligence', '2025-04-20', 2)
       RETURNING id, code),
     d AS (INSERT INTO deliverable (type_id, programme_id, company_id, stage, stage_at)
       SELECT t.id, $1, c.id, (ARRAY['drafting', 'submitted', 'to_be_revised', 'confirmed', 'approved'])[1 + substr(c.code, 2)::int % 5]::deliverable_stage, $2
       FROM t, company c WHERE t.code = 'policy' RETURNING id, company_id, stage)
     INSERT INTO deliverable_event (deliverable_id, programme_id, company_id, position, kind, at)
     SELECT d.id, $1, d.company_id, k.position, k.kind::deliverable_event_kind, $2::timestamptz - make_interval(days => 60 - k.position * 5 - (random() * 5)::int)
     FROM d, (VALUES (1, 'begun'), (2, 'submitted'), (3, 'confirmed'), (4, 'approved')) k (position, kind)
     WHERE k.position <= CASE d.stage WHEN 'drafting' THEN 1 WHEN 'submitted' THEN 2 WHEN 'to_be_revised' THEN 2 WHEN 'confirmed' THEN 3 ELSE 4 END`,
    [programmeId, NOW],
  );
  await client.query(
    `INSERT INTO due_extension (deliverable_id, programme_id, company_id, state, until, asked_at)
     SELECT d.id, d.programme_id, d.company_id, 'asked', '2025-04-15', $1 FROM deliverable d JOIN company c ON c.id = d.company_id
     WHERE substr(c.code, 2)::int % 50 = 0`,
    [NOW],
  );
}
