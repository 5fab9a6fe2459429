/** P3: booking an hour, alone and for the hot one, beside a bare transaction that writes the same rows; P3b: listing free hours. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import { inTransaction, openDatabase, type PrismaClient, type Programme } from '../../prisma/client.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { bookConsultation } from '../../programme/consultations/bookings/book-consultation.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import { isRefusal } from '../../programme/requests/refusal.js';
import { collectRooms } from '../../programme/rooms.js';
import { startCountingProxy } from '../support/counting-proxy.js';
import { withFiles } from '../support/files.js';
import { type BareBooking, bookBare } from './bare-booking.js';
import { temporaryDatabase } from './folder.js';
import { type Extent, latencies, median, report } from './measure.js';

const ROUNDS = { full: 7, few: 3 };
const HOURS = 40;
/** Companies that want the hot hour at once. */
const RIVALS = 4;
const MOST_BOOKING = 1.5;
const ADVISERS = 200;
const WEEKS = 8;
const HOURS_A_WEEK = 10;
const LISTS = 200;
const MOST_LISTING_MILLISECONDS = 50;
const NOW = new Date('2024-10-01T00:00:00Z');
const HOUR = 3_600_000;

export async function benchHotSlot({ full }: Extent): Promise<void> {
  const server = await temporaryDatabase();
  const { database, close } = openDatabase(server.url);
  try {
    await migrateDatabase(server.url);
    const world = await fill(database);
    await measureBooking(server.url, database, world, full ? ROUNDS.full : ROUNDS.few);
    await countWaits(server.url, database, world);
    await measureListing(server.url, database, world);
  } finally {
    await close();
    await server.stop();
  }
}

interface World {
  readonly programme: Programme;
  readonly companies: readonly { readonly id: string; readonly personId: string; readonly userId: string }[];
  readonly adviserId: string;
  readonly offerId: string;
}

async function fill(database: PrismaClient): Promise<World> {
  const programme = await database.programme.create({
    data: {
      ...{ code: 'bench', nameJa: '計測', nameEn: 'Bench', timeZone: 'Asia/Tokyo', contact: 'x@example.org' },
      ...{ startsOn: NOW, endsOn: new Date('2099-01-01'), consultations: 100 },
    },
  });
  const companies: World['companies'][number][] = [];
  for (let number = 0; number < RIVALS; number += 1) {
    const names = { nameJa: `会社${number}`, nameEn: `Company ${number}`, kana: 'カイシャ' };
    const company = await database.company.create({
      data: { programmeId: programme.id, code: `B${number}`, ...names },
    });
    const granted = { kind: 'granted', hours: 10_000, at: NOW } as const;
    await database.entitlementEntry.create({ data: { companyId: company.id, ...granted } });
    const userId = `U${number}`;
    const account = { platform: 'slack', tenant: 'T0BENCH', userId, address: { user: userId } } as const;
    const person = await member(database, programme, `Person ${number}`, {
      memberships: {
        create: { programmeId: programme.id, role: 'participant', level: 'working', companyId: company.id },
      },
      accounts: { create: { ...account, linkedAt: NOW, lastSeenAt: NOW, lookedUpAt: NOW } },
    });
    companies.push({ id: company.id, personId: person.id, userId });
  }
  const adviser = await member(database, programme, 'Adviser', adviserOf(programme));
  const offer = await offerOf(database, programme, adviser.id);
  return { programme, companies, adviserId: adviser.id, offerId: offer.id };
}

const adviserOf = ({ id }: Programme) => ({ memberships: { create: { programmeId: id, role: 'adviser' as const } } });

async function member(database: PrismaClient, { timeZone }: Programme, name: string, more: object) {
  const names = { nameJa: name, nameEn: name, furigana: 'ケイソク', language: 'en' } as const;
  return await database.person.create({ data: { ...names, timeZone, ...more } });
}

async function offerOf(database: PrismaClient, { id: programmeId }: Programme, adviserId: string, more: object = {}) {
  const terms = { method: 'online', link: 'https://meet.example/x', createdAt: NOW, ...more } as const;
  return await database.consultationOffer.create({
    data: { programmeId, adviserId, offeredById: adviserId, ...terms },
  });
}

let hours = 0;

/** One after the other, each a day later than the one before. */
async function freshHours(database: PrismaClient, { programme, adviserId, offerId }: World, count: number) {
  const slots = Array.from({ length: count }, () => {
    hours += 1;
    const startsAt = new Date(NOW.getTime() + (hours + 100) * 24 * HOUR);
    const endsAt = new Date(startsAt.getTime() + HOUR);
    return { programmeId: programme.id, offerId, adviserId, startsAt, endsAt, createdAt: NOW };
  });
  return await database.consultationSlot.createManyAndReturn({ data: slots });
}

type Book = (wanted: BareBooking) => Promise<boolean>;

function ourBooking(database: PrismaClient): Book {
  return async ({ slot, companyId, personId }) => {
    const by = { personId, programmeId: slot.programmeId, role: 'participant', level: 'working', companyId } as const;
    const words = { topics: 'topics', questions: 'questions', mode: 'online' } as const;
    const asked = { slotId: slot.id, companyId, ...words, attendeeIds: [personId], fileIds: [], by, now: NOW };
    return !isRefusal(await inTransaction(database, (transaction) => bookConsultation(transaction, asked)));
  };
}

function bareBooking(pool: pg.Pool): Book {
  return async (wanted) => {
    const connection = await pool.connect();
    try {
      return await bookBare(connection, wanted, NOW);
    } finally {
      connection.release();
    }
  };
}

async function measureBooking(url: string, database: PrismaClient, world: World, rounds: number): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const sides: readonly Book[] = [bareBooking(pool), ourBooking(database)];
  for (const rivals of [1, RIVALS]) {
    const times = sides.map((): { readonly p50: number; readonly p99: number }[] => []);
    const rows: Record<string, unknown>[] = [{}, {}];
    // The first round warms all up and is thrown away.
    for (let round = 0; round <= rounds; round += 1) {
      for (const side of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const book = sides[side];
        if (book === undefined) continue;
        const before = await countRows(database);
        const taken = await bookAll(book, database, world, rivals);
        const after = await countRows(database);
        rows[side] = Object.fromEntries(
          Object.entries(after).map(([table, count]) => [table, count - (before[table] ?? 0)]),
        );
        if (round > 0) times[side]?.push(latencies(taken));
      }
    }
    if (JSON.stringify(rows[0]) !== JSON.stringify(rows[1])) {
      throw new Error(`not the same rows: ${JSON.stringify(rows)}`);
    }
    const name = rivals === 1 ? 'P3' : `P3, ${rivals} at once`;
    for (const at of ['p50', 'p99'] as const) {
      const [floor, ours] = times.map((all) => median(all.map((one) => one[at])));
      if (floor === undefined || ours === undefined) continue;
      const limit = `<= ${MOST_BOOKING} x a bare transaction`;
      report({ goal: `${name} ${at}`, unit: 'ms', floor, ours, rounds, limit, met: ours <= MOST_BOOKING * floor });
    }
  }
  await pool.end();
}

/** How long each hour took to be booked: from the first try until everybody has an answer. */
async function bookAll(book: Book, database: PrismaClient, world: World, rivals: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (const slot of await freshHours(database, world, HOURS)) {
    const began = performance.now();
    const tried = world.companies
      .slice(0, rivals)
      .map(({ id: companyId, personId }) => book({ id: randomUUID(), slot, companyId, personId }));
    const won = (await Promise.all(tried)).filter(Boolean).length;
    times.push(performance.now() - began);
    if (won !== 1) throw new Error(`${won} have booked the hour`);
  }
  return times;
}

async function countRows(database: PrismaClient): Promise<Readonly<Record<string, number>>> {
  return {
    booking: await database.booking.count(),
    attendee: await database.bookingAttendee.count(),
    change: await database.bookingChange.count(),
    entry: await database.entitlementEntry.count(),
    notification: await database.notification.count(),
    event: await database.calendarEvent.count(),
  };
}

/** How often each side waits for the server. */
async function countWaits(url: string, database: PrismaClient, world: World): Promise<void> {
  const proxy = await startCountingProxy(url);
  const opened = openDatabase(proxy.url, { poolSize: 1 });
  const pool = new pg.Pool({ connectionString: proxy.url, max: 1 });
  const [company] = world.companies;
  if (company === undefined) throw new Error('no company');
  const waitsOf = async (book: Book) => {
    const waits: number[] = [];
    for (const slot of await freshHours(database, world, 3)) {
      proxy.take();
      await book({ id: randomUUID(), slot, companyId: company.id, personId: company.personId });
      waits.push(proxy.take());
    }
    // The first connects and prepares.
    return waits.at(-1) ?? Number.NaN;
  };
  const [floor, ours] = [await waitsOf(bareBooking(pool)), await waitsOf(ourBooking(opened.database))];
  report({
    goal: 'P3 waits',
    unit: 'round trips',
    floor,
    ours,
    rounds: 1,
    limit: '<= the bare transaction',
    met: ours <= floor,
  });
  await opened.close();
  await pool.end();
  await proxy.close();
}

async function measureListing(url: string, database: PrismaClient, world: World): Promise<void> {
  await fillHours(database, world);
  // The app's role may not analyse: it would be told so in a warning that nobody reads, and the plans be made without statistics.
  const owner = openDatabase(url, { poolSize: 1, asOwner: true });
  await owner.database.$executeRaw`ANALYZE`;
  await owner.close();
  const clock = { now: () => NOW };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const rooms = collectRooms();
  const interpreter = interpreterByRules(rooms.actions);
  const services = { database, clock, log, ...rooms, interpreter, ...withFiles(database, clock) };
  const filters = [{}, { week: 'two', part: 'afternoon' }, { adviser: world.adviserId }, { mode: 'online', from: 60 }];
  const times: number[] = [];
  for (let list = 0; list < LISTS; list += 1) {
    const userId = world.companies[list % RIVALS]?.userId ?? '';
    const account = { platform: 'slack', tenant: 'T0BENCH', userId, address: { user: userId } } as const;
    const delivery = { key: randomUUID(), fingerprint: null, resendFingerprint: null, answeredLater: false };
    const began = performance.now();
    const { reply } = await handleRequest(services, {
      ...{ account: { ...account, verifiedEmail: async () => null, language: null }, ...delivery },
      ...{
        action: 'consultation.find',
        input: filters[list % filters.length] ?? {},
        origin: 'chosen',
        submitted: false,
      },
    });
    times.push(performance.now() - began);
    if (reply.kind === 'form' || reply.outcome !== 'done') throw new Error('the hours are not listed');
  }
  const sorted = times.slice(filters.length).toSorted((one, other) => one - other);
  const ours = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
  report({
    ...{ goal: `P3b free hours of ${ADVISERS} advisers x ${WEEKS} weeks, p95 of a request`, unit: 'ms' },
    ...{ floor: MOST_LISTING_MILLISECONDS, ours, rounds: sorted.length },
    ...{ limit: `<= ${MOST_LISTING_MILLISECONDS} ms`, met: ours <= MOST_LISTING_MILLISECONDS },
  });
}

/** Every fifth hour is booked. */
async function fillHours(database: PrismaClient, { programme, companies }: World): Promise<void> {
  const days = Array.from({ length: WEEKS * 7 }, (_, day) => day).filter((day) => ![4, 5].includes(day % 7));
  for (let number = 0; number < ADVISERS; number += 1) {
    const adviser = await member(database, programme, `Adviser ${number}`, adviserOf(programme));
    // Half of them limit their days and pause in between.
    const limits = number % 2 === 0 ? {} : { perDay: 3, pauseBefore: 10, pauseAfter: 10 };
    const offer = await offerOf(database, programme, adviser.id, limits);
    const starts = days.flatMap((day) =>
      Array.from(
        { length: HOURS_A_WEEK / 5 },
        (_, place) => new Date(NOW.getTime() + day * 24 * HOUR + (place === 0 ? 1 : 5) * HOUR),
      ),
    );
    await database.consultationSlot.createMany({
      data: starts.map((startsAt) => ({
        ...{ programmeId: programme.id, offerId: offer.id, adviserId: adviser.id, startsAt, createdAt: NOW },
        endsAt: new Date(startsAt.getTime() + HOUR),
      })),
    });
  }
  // A company of its own for each, so that no company is in two places.
  await database.$executeRaw`
    WITH chosen AS (
      SELECT s.*, row_number() OVER (ORDER BY s.starts_at, s.id) AS place FROM consultation_slot s
      WHERE s.programme_id = ${programme.id}::uuid AND NOT EXISTS (SELECT FROM booking b WHERE b.slot_id = s.id)),
    made AS (
      INSERT INTO company (programme_id, code, name_ja, name_en, kana)
      SELECT programme_id, 'F' || place, 'F', 'F', 'F' FROM chosen WHERE place % 5 = 0 RETURNING id, code)
    INSERT INTO booking (programme_id, company_id, adviser_id, slot_id, starts_at, ends_at, mode, booked_by_id, created_at)
    SELECT c.programme_id, made.id, c.adviser_id, c.id, c.starts_at, c.ends_at, 'online', ${companies[0]?.personId}::uuid,
      c.created_at
    FROM chosen c JOIN made ON made.code = 'F' || c.place`;
}
