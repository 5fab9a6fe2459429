/** What becomes of the places of those whom an import takes off the roster. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { saveSession } from '../../../programme/sessions/save-session.js';
import { lockSession } from '../../../programme/sessions/sessions.sql.js';
import { buildAccount, buildServices, notificationsTo, sendAllDue, settableClock } from '../../support/factories.js';
import { participant } from './import-files.js';
import { createImportPlace, type ImportPlace, now, twoSessions } from './import-place.js';

let place: ImportPlace;
beforeAll(async () => {
  place = await createImportPlace();
});
afterAll(() => place.test.close());
beforeEach(() => place.empty());

const files = twoSessions({ roomCapacity: 1 });

/** Person 1 stays, person 2 leaves; both hold an account. */
async function two() {
  await place.changesOf(files, [participant(1), participant(2)]);
  const services = buildServices(place.test.database, settableClock(now.toISOString()));
  const person = async (number: number) => {
    const found = await services.database.person.findUniqueOrThrow({ where: { email: `person${number}@one.example` } });
    return { ...found, account: await buildAccount(services, found) };
  };
  const [stays, leaves] = [await person(1), await person(2)];
  const session = await services.database.session.findFirstOrThrow({ where: { code: 'MSM-1' } });
  await sendAllDue(services);
  const common = { sessionId: session.id, createdAt: now, changedAt: now };
  const register = async (who: { id: string }, more: object) =>
    await services.database.registration.create({
      data: { ...common, personId: who.id, registeredById: who.id, state: 'confirmed', mode: 'onsite', ...more },
    });
  const held = async (who: { id: string }) =>
    await services.database.registration.findFirst({ where: { personId: who.id, sessionId: session.id } });
  const changeLink = async () =>
    await inTransaction(services.database, async (transaction) =>
      saveSession(transaction, await lockSession(transaction, session.id), {
        fields: { link: 'https://meeting.example.org/new-secret' },
        byId: stays.id,
        now,
      }),
    );
  return { services, stays, leaves, session, register, held, changeLink };
}

it('gives the place of who left to the person who waits, and tells only the latter', async () => {
  const { services, stays, leaves, register, held } = await two();
  await register(leaves, {});
  await register(stays, { state: 'waiting', waitingFor: 'onsite', queueNumber: 1 });
  await place.changesOf(files, [participant(1)]);
  expect(await held(leaves)).toMatchObject({ state: 'cancelled' });
  expect(await held(stays)).toMatchObject({ state: 'confirmed', mode: 'onsite', waitingFor: null });
  const told = await sendAllDue(services);
  expect(told.map(({ kind }) => kind)).toEqual(['session.promoted']);
  expect(notificationsTo(told, stays)).toHaveLength(1);
});

it('leaves a session that is over as it was', async () => {
  const { services, leaves, session, register, held } = await two();
  await register(leaves, {});
  const started = { startsAt: new Date('2024-10-01T00:00:00Z'), endsAt: new Date('2024-10-01T01:00:00Z') };
  await services.database.session.update({
    where: { id: session.id },
    data: { ...started, deadline: new Date('2024-09-30T00:00:00Z') },
  });
  await place.changesOf(files, [participant(1)]);
  expect(await held(leaves)).toMatchObject({ state: 'confirmed' });
});

it('tells who left nothing of a link that changes afterwards', async () => {
  const { services, stays, leaves, register, changeLink } = await two();
  await register(leaves, { mode: 'online' });
  await register(stays, { mode: 'online' });
  await place.changesOf(files, [participant(1)]);
  expect(await changeLink()).toMatchObject({ notified: { reached: 1, unreached: [] } });
  const told = await sendAllDue(services);
  expect(told.map(({ words }) => words.includes('new-secret'))).toEqual([true]);
  expect(notificationsTo(told, stays)).toHaveLength(1);
});

it('does not count among those to be told who left and still holds a place', async () => {
  const { services, leaves, register, changeLink } = await two();
  await register(leaves, { mode: 'online' });
  await services.database.membership.updateMany({ where: { personId: leaves.id }, data: { endedAt: now } });
  expect(await changeLink()).toMatchObject({ notified: { reached: 0, unreached: [] } });
});

it('suppresses what was planned before who left did so', async () => {
  const { services, leaves, register, changeLink } = await two();
  await register(leaves, { mode: 'online' });
  expect(await changeLink()).toMatchObject({ notified: { reached: 1, unreached: [] } });
  await services.database.membership.updateMany({ where: { personId: leaves.id }, data: { endedAt: now } });
  expect(await sendAllDue(services)).toEqual([]);
});
