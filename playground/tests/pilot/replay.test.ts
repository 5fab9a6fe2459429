/** The replay gives exactly what the plan says: for the pilot of 2024 the figures of its report, and for a small programme of other companies. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { figuresJson } from '../../../programme/reports/figures-json.js';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.js';
import { sampleFile } from '../../host/sample.js';
import { type Replayed, replay } from '../../pilot/replay.js';
import { adviser, smallProgramme, smallRoster } from './programme.js';

const figuresSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      people: z.int(),
      companies: z.int(),
      offline: z.int(),
      online: z.int(),
    }),
  ),
  consultations: z.object({ held: z.int(), companies: z.int(), hours: z.number() }),
  deliverables: z.array(z.object({ id: z.string(), companies: z.int(), completed: z.int() })),
});

/** The public report on the pilot tells these. */
async function reportedFigures() {
  const file = new URL('figures-2024.json', import.meta.url);
  return figuresSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

function counted({ report }: Replayed) {
  return figuresSchema.parse(JSON.parse(figuresJson(report)));
}

// Six months of everybody's clicks: two minutes on two idle cores, more beside other tests.
test('the pilot of 2024, replayed through both platforms, has the figures of its report', async () => {
  const test = await createTestDatabase();
  try {
    const [programmeFile, rosterFile] = await Promise.all([sampleFile('programme.json'), sampleFile('roster.csv')]);
    const replayed = await replay({ databaseUrl: test.url, redisUrl: null, programmeFile, rosterFile });
    expect(counted(replayed)).toEqual(await reportedFigures());
    expect(replayed.report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(replayed.remarks).toEqual([]);
    const { planned, open, ...ended } = replayed.notifications;
    expect(open).toBe(0);
    expect(planned).toBe(Object.values(ended).reduce((sum, count) => sum + count, 0));
    // The clock stands still whenever something is due, so that every reminder is in time.
    expect(ended).toMatchObject({ missed: 0, unknown: 0, failed: 0 });
    const reminded = { kind: { startsWith: 'reminder.' }, state: 'delivered' } as const;
    expect(await test.database.notification.count({ where: reminded })).toBeGreaterThan(100);
    const announced = await test.database.announcement.findMany({ include: { _count: { select: { answers: true } } } });
    expect(announced).toMatchObject([{ state: 'sent', reminders: 1 }]);
    const inChat = { kind: 'announcement.message', state: 'delivered' } as const;
    expect(announced[0]?._count.answers).toBe(await test.database.notification.count({ where: inChat }));
    const again = { kind: 'announcement.reminder', state: 'delivered' } as const;
    expect(await test.database.notification.count({ where: again })).toBeGreaterThan(0);
    const states = await test.database.registration.groupBy({ by: ['state'], _count: true });
    expect(states.map(({ state }) => state)).toContain('cancelled');
    expect(await test.database.registration.count({ where: { substituteForId: { not: null } } })).toBe(5);
    expect(await test.database.attendance.count({ where: { supersededAt: { not: null } } })).toBe(2);
    const sources = await test.database.attendance.groupBy({ by: ['source'], where: { supersededAt: null } });
    expect(sources.map(({ source }) => source).sort()).toEqual(['check_in_code', 'online_button', 'secretariat']);
    const outcomes = await test.database.consultationRecord.groupBy({ by: ['outcome'], _count: true });
    expect(outcomes.map(({ outcome, _count }) => [outcome, _count]).sort()).toEqual([
      ['company_absent', 1],
      ['held', 28],
    ]);
    const changes = await test.database.bookingChange.groupBy({ by: ['kind'], _count: true });
    expect(changes.map(({ kind, _count }) => [kind, _count]).sort()).toEqual([
      ['booked', 29],
      ['moved', 1],
      ['recorded', 29],
      ['taken_over', 1],
    ]);
    expect(await test.database.recordResponse.count({ where: { confirmed: true } })).toBe(14);
    const platforms = await test.database.account.groupBy({ by: ['platform'], where: { personId: { not: null } } });
    expect(platforms.map(({ platform }) => platform).sort()).toEqual(['slack', 'teams']);
  } finally {
    await test.close();
  }
}, 900_000);

describe('a small programme of other companies', () => {
  let place: TestDatabase;
  let replayed: Replayed;
  beforeAll(async () => {
    place = await createTestDatabase();
    const files = { programmeFile: smallProgramme(), rosterFile: smallRoster() };
    replayed = await replay({ databaseUrl: place.url, redisUrl: null, ...files });
  });
  afterAll(() => place.close());

  test('gives exactly what its plan says, a session without anyone included', () => {
    expect(counted(replayed).sessions).toEqual([
      { id: 'OPEN', people: 5, companies: 4, offline: 0, online: 5 },
      { id: 'ROOM-1', people: 5, companies: 3, offline: 5, online: 0 },
      { id: 'MIX-1', people: 7, companies: 4, offline: 4, online: 3 },
      { id: 'MIX-2', people: 4, companies: 2, offline: 3, online: 1 },
      { id: 'NONE-1', people: 0, companies: 0, offline: 0, online: 0 },
    ]);
  });

  test('says whose plan is not replayed', () => {
    expect(replayed.remarks).toEqual([expect.stringContaining(adviser)]);
  });

  test('never seats more than the room holds: one of four was recorded at the door', async () => {
    const session = await place.database.session.findFirstOrThrow({
      where: { code: 'MIX-1' },
      include: { registrations: true, attendances: { where: { supersededAt: null } } },
    });
    const seated = session.registrations.filter(({ state, mode }) => state === 'confirmed' && mode === 'onsite');
    expect(seated).toHaveLength(3);
    const seatedIds = new Set(seated.map(({ personId }) => personId));
    const atTheDoor = session.attendances.filter(({ mode, personId }) => mode === 'onsite' && !seatedIds.has(personId));
    expect(atTheDoor).toMatchObject([{ source: 'secretariat' }]);
  });

  test('nobody but those whom the plan leads to has done anything for the session without anyone', async () => {
    expect(await place.database.registration.count({ where: { session: { code: 'NONE-1' } } })).toBe(0);
  });

  test('is not replayed into a database that holds it already', async () => {
    const again = { programmeFile: smallProgramme(), rosterFile: smallRoster(), redisUrl: null };
    await expect(replay({ databaseUrl: place.url, ...again })).rejects.toThrow('holds a programme already');
  });
});
