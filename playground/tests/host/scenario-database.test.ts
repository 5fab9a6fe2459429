/** Proves that a scenario takes the place of the sample programme only: a programme of somebody's own is never lost to a click. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.js';
import { startClock } from '../../clock.js';
import { fillWithSample } from '../../host/fill-with-sample.js';
import { openHost } from '../../host/open-host.js';
import { holdsSampleOnly } from '../../host/scenario-database.js';
import { NotPossible } from '../../page/client-sessions/client-session.js';
import { listeningLog } from '../../pilot/listening-log.js';

let place: TestDatabase;
const morning = new Date('2024-10-28T10:00:00+09:00');

beforeEach(async () => {
  place = await createTestDatabase();
  await fillWithSample(place.url, startClock(morning));
});
afterEach(async () => {
  await place.close();
});

async function addProgramme(code: string): Promise<void> {
  const { id: _id, concernContacts: _contacts, ...sample } = await place.database.programme.findFirstOrThrow();
  await place.database.programme.create({ data: { ...sample, code } });
}

test('the sample may be replaced', async () => {
  expect(await holdsSampleOnly(place.url)).toBe(true);
});

test('another programme may not, wherever it stands', async () => {
  await addProgramme('real-2026');
  expect(await holdsSampleOnly(place.url)).toBe(false);
});

test('nor may the sample that somebody has bound to a workspace of their own', async () => {
  await place.database.binding.updateMany({ where: { platform: 'slack' }, data: { tenant: 'T0REALWORKSPACE' } });
  expect(await holdsSampleOnly(place.url)).toBe(false);
});

test('a request for a scenario is refused there with the reason, and everything stays', async () => {
  await addProgramme('real-2026');
  const host = await openHost({
    ...{ databaseUrl: place.url, redisUrl: null, log: listeningLog().log, ownDatabase: true },
    clock: startClock(morning),
    ports: { bot: 0, slack: 0, teams: 0 },
  });
  try {
    let left = false;
    const leave = () => {
      left = true;
    };
    const asked = host.loadScenario('registration-week', { leave, tell() {} });
    await expect(asked).rejects.toThrow('more than the sample programme');
    expect(left).toBe(false);
    await expect(asked).rejects.toBeInstanceOf(NotPossible);
    expect(await place.database.programme.count()).toBe(2);
  } finally {
    await host.close();
  }
});
