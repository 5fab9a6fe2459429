/** Importing over sessions that live: changed in the chat, called off, with people registered. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { snapshotOf } from '../../../programme/sessions/snapshot.js';
import { participant, said } from './import-files.js';
import { basic, createImportPlace, type ImportPlace, now, people, twoSessions, worded } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());
beforeEach(() => place.empty());

const attempt: ImportPlace['attempt'] = (...given) => place.attempt(...given);
const changesOf: ImportPlace['changesOf'] = (...given) => place.changesOf(...given);
const everything = () => place.everything();

describe('sessions that were changed in the chat', () => {
  let secretary: string;

  beforeEach(async () => {
    await changesOf(basic, people);
    secretary = (await place.test.database.person.findFirstOrThrow({ where: { email: 'adviser@sharoshi.example' } }))
      .id;
  });

  /** As the chat does it: a new version in a person's name. */
  async function changeInChat(code: string, data: { roomCapacity?: number; state?: 'called_off' }) {
    const { id } = await place.test.database.session.findFirstOrThrow({ where: { code } });
    const changed = await place.test.database.session.update({
      where: { id },
      data: { ...data, version: { increment: 1 } },
    });
    await place.test.database.sessionVersion.create({
      data: {
        sessionId: id,
        version: changed.version,
        snapshot: snapshotOf(changed),
        changedBy: secretary,
        createdAt: now,
      },
    });
  }

  it('stay so while the file says what it said before', async () => {
    await changeInChat('MSM-1', { roomCapacity: 30 });
    expect(worded(await changesOf(basic, people))).toEqual([
      'Note session “MSM-1 題名 MSM-1”: changed in the chat since the last import; that change is kept',
    ]);
    expect(await place.test.database.session.findFirst({ where: { code: 'MSM-1' } })).toMatchObject({
      roomCapacity: 30,
      version: 2,
    });
  });

  it('follow the file once it says something new', async () => {
    await changeInChat('MSM-1', { roomCapacity: 30 });
    const newer = twoSessions({ roomCapacity: 40 });
    expect(worded(await changesOf(newer, people))).toEqual([
      'Change session “MSM-1 題名 MSM-1”: places in the room: 30 → 40; what was changed in the chat is replaced by what the file says; Thu, 7 Nov 2024 15:30–17:00 JST, registration until Fri, 1 Nov 2024 17:00 JST',
    ]);
    expect(await changesOf(newer, people)).toEqual([]);
  });

  it('are not revived after they were called off', async () => {
    await changeInChat('MSM-2', { state: 'called_off' });
    expect(await changesOf(basic, people)).toEqual([]);
    const newer = twoSessions({}, { roomCapacity: 40 });
    expect(worded(await changesOf(newer, people))).toEqual([
      'Note session “MSM-2 題名 MSM-2”: called off; left as it is',
    ]);
  });
});

describe('sessions that people are registered for', () => {
  beforeEach(async () => {
    await changesOf(twoSessions({ roomCapacity: 2 }), people);
    const { id: sessionId } = await place.test.database.session.findFirstOrThrow({ where: { code: 'MSM-1' } });
    const registering = await place.test.database.person.findMany({ where: { email: { endsWith: 'one.example' } } });
    await place.test.database.registration.createMany({
      data: registering.map(({ id }) => ({
        sessionId,
        personId: id,
        mode: 'onsite' as const,
        state: 'confirmed' as const,
        registeredById: id,
        createdAt: now,
        changedAt: now,
      })),
    });
  });

  it.each([true, false])('are not given fewer places than are confirmed (dry run: %s)', async (dryRun) => {
    const before = await everything();
    const result = await attempt(twoSessions({ roomCapacity: 1, titleEn: 'New' }), [...people, participant(9)], dryRun);
    expect(result.ok ? [] : said(result.faults)).toEqual([
      ['sessions[0].roomCapacity', '2 places are confirmed already; it cannot be fewer.'],
    ]);
    expect(await everything()).toEqual(before);
    expect(await place.test.database.notification.count()).toBe(0);
  });

  it('have their people told of what changed, but not by a dry run', async () => {
    const moved = twoSessions({ roomCapacity: 2, startsAt: '2024-11-07T15:00' });
    await changesOf(moved, people, true);
    expect(await place.test.database.notification.count()).toBe(0);
    await changesOf(moved, people);
    await changesOf(moved, people);
    const notices = await place.test.database.notification.findMany();
    expect(notices.map(({ kind }) => kind)).toEqual(['session.changed', 'session.changed']);
  });
});
