/** A room as CONTRIBUTING.md describes one, complete and small: it works with nothing added to bot/ or jobs/. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import type { Session } from '../../prisma/client.js';
import type { Values } from '../../programme/messages/message.js';
import { collectKinds } from '../../programme/notifications/kind.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import { collectActions } from '../../programme/requests/registry.js';
import type { RequestResult } from '../../programme/requests/request.js';
import type { Services } from '../../programme/requests/services.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  notificationsTo,
  outcomeOf,
  request,
  type SettableClock,
  sendAllDue,
  settableClock,
  wordsOf,
} from '../support/factories.js';

let test: TestDatabase;
let services: Services;
let clock: SettableClock;
let session: Session;
let driver: BuiltPerson;
let other: BuiltPerson;
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  clock = settableClock();
  const own = buildServices(test.database, clock);
  // Afterwards, since the app's own list of rooms is complete only until the room here is loaded.
  const { parkingRoom } = await import('./room.js');
  const actions = collectActions([...own.actions.values(), ...parkingRoom.actions]);
  const notificationKinds = collectKinds([...own.notificationKinds.values(), ...parkingRoom.notificationKinds]);
  services = { ...own, actions, notificationKinds, interpreter: interpreterByRules(actions) };
  await test.database.$executeRawUnsafe(await readFile(new URL('table.sql', import.meta.url), 'utf8'));
});
afterAll(async () => await test.close());

beforeEach(async () => {
  clock.set('2024-10-01T09:00:00+09:00');
  const programme = await buildProgramme(services);
  session = await buildSession(services, programme, { code: 'MSM-1', titleEn: 'Kick-off' });
  driver = await buildPerson(services, { programme });
  other = await buildPerson(services, { programme });
  secretary = await buildPerson(services, { programme, role: 'secretariat', language: 'ja' });
});

const input = (space: number) => ({ session: session.id, space });

/** What a person gets who presses a button or, unless told otherwise, submits a form. */
async function ask(person: BuiltPerson, action: string, given: Values, submitted = true): Promise<RequestResult> {
  return await handleRequest(services, { ...request(person, 'help.show', given, { submitted }), action });
}

/** The words of what must succeed. */
async function done(person: BuiltPerson, action: string, given: Values = {}): Promise<string> {
  const result = await ask(person, action, given);
  expect(outcomeOf(result), wordsOf(result)).toBe('done');
  return wordsOf(result);
}

/** The words of what must be refused, in a message or at a field of the form. */
async function refused(person: BuiltPerson, action: string, given: Values): Promise<string> {
  const result = await ask(person, action, given);
  expect(outcomeOf(result), wordsOf(result)).not.toBe('done');
  return wordsOf(result);
}

describe('the first action', () => {
  it('asks in a form, does it, and notifies the secretariat in its language', async () => {
    const { reply } = await ask(driver, 'parking.reserve', { session: session.id }, false);
    expect(reply).toMatchObject({ kind: 'form', form: { title: 'Reserve parking', fields: [{ name: 'space' }] } });
    expect(await done(driver, 'parking.reserve', input(2))).toContain('Parking space 2 is reserved for you');
    const told = await sendAllDue(services);
    expect(notificationsTo(told, secretary).map(({ words }) => words)).toEqual([
      expect.stringContaining('2番が予約されました'),
    ]);
    expect(notificationsTo(told, driver)).toEqual([]);
  });

  it('is understood in words, and its form knows the session that they name', async () => {
    const { account, key, fingerprint, resendFingerprint, answeredLater } = request(driver, 'help.show');
    const incoming = { account, key, fingerprint, resendFingerprint, answeredLater };
    const { reply } = await handleRequest(services, { ...incoming, words: 'parking MSM-1', isCommand: true });
    expect(wordsOf({ reply })).toContain('Reserve parking');
    expect(reply).toMatchObject({ kind: 'form', form: { known: { session: session.id } } });
  });

  it('stands in the help of those who may, and of nobody else', async () => {
    expect(await done(driver, 'help.show')).toContain('Reserves a parking space');
    expect(await done(secretary, 'help.show')).not.toContain('会場の駐車スペース');
    expect(outcomeOf(await ask(secretary, 'parking.reserve', input(1)))).toBe('refused');
  });

  it('is refused by its rule and by its constraint, and leaves nothing behind', async () => {
    await done(driver, 'parking.reserve', input(3));
    expect(await refused(other, 'parking.reserve', input(3))).toContain('Parking space 3 is taken');
    await done(other, 'parking.reserve', input(4));
    clock.set(session.startsAt);
    expect(await refused(other, 'parking.reserve', input(1))).toContain('has begun');
    const rows = await test.database.$queryRaw`
      SELECT space FROM parking WHERE session_id = ${session.id}::uuid ORDER BY space`;
    expect(rows).toEqual([{ space: 3 }, { space: 4 }]);
  });
});

describe('the later action', () => {
  it('releases the space and notifies the person who had it', async () => {
    await done(driver, 'parking.reserve', input(2));
    await sendAllDue(services);
    expect(await done(secretary, 'parking.release', input(2))).toContain('取り消しました');
    const told = await sendAllDue(services);
    expect(notificationsTo(told, driver).map(({ words }) => words)).toEqual([
      expect.stringContaining('The secretariat released your parking space 2 at “Kick-off (MSM-1)”'),
    ]);
    expect(await refused(secretary, 'parking.release', input(2))).toContain('予約されていません');
  });

  it('leaves unsent what is no longer true', async () => {
    await done(driver, 'parking.reserve', input(2));
    await done(secretary, 'parking.release', input(2));
    await done(other, 'parking.reserve', input(2));
    await done(secretary, 'parking.release', input(2));
    await done(driver, 'parking.reserve', input(2));
    const told = await sendAllDue(services);
    expect(notificationsTo(told, other).map(({ kind }) => kind)).toEqual(['parking.released']);
    expect(notificationsTo(told, driver), 'who holds the space again').toEqual([]);
    expect(notificationsTo(told, secretary).map(({ kind }) => kind)).toEqual(['parking.reserved']);
  });
});
