/** A session is called off while its reminders are being sent: nobody is reminded of it after they were told that it does not take place. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { claimDue } from '../../../programme/notifications/claim.js';
import { deliver } from '../../../programme/notifications/deliver.js';
import type { Gateway } from '../../../programme/notifications/gateway.js';
import type { NotificationKind } from '../../../programme/notifications/kind.js';
import { planReminders } from '../../../programme/reminders/plan-reminders.js';
import { addRules } from '../../../programme/reminders/set-rules.js';
import { saveSession } from '../../../programme/sessions/save-session.js';
import { lockSession } from '../../../programme/sessions/sessions.sql.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  type TestServices,
} from '../../support/factories.js';

const PEOPLE = 12;
const ROUNDS = 8;

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase({ poolSize: 20 });
});
afterAll(async () => await test.close());

interface Told {
  readonly kind: string;
  readonly userId: string;
}

/** Sends all reminders of the last hour at once while the session is called off; what people were told, in its order. */
async function race(services: TestServices, round: number | 'change first' | 'sends first'): Promise<readonly Told[]> {
  const { database, clock } = services;
  clock.set('2024-10-01T09:00:00+09:00');
  const programme = await buildProgramme(services);
  const session = await buildSession(services, programme);
  const company = await buildCompany(services, programme);
  const people: BuiltPerson[] = [];
  for (let one = 0; one < PEOPLE; one += 1) people.push(await buildPerson(services, { programme, company }));
  const held = { sessionId: session.id, companyId: company.id, mode: 'online', state: 'confirmed' } as const;
  const times = { createdAt: clock.now(), changedAt: clock.now() };
  await database.registration.createMany({
    data: people.map(({ id: personId }) => ({ ...held, ...times, personId, registeredById: personId })),
  });
  await inTransaction(database, async (transaction) => {
    await addRules(transaction, programme.id, clock.now(), {
      session: [60],
      consultation: [],
      invitation: [],
      deadline: [],
    });
    await planReminders(transaction, { programmeId: programme.id, now: clock.now() });
  });
  clock.set(new Date(session.startsAt.getTime() - 60 * 60_000));
  const told: Told[] = [];
  const kinds = new Map<string, string>();
  const gateway: Gateway = {
    channel: 'slack',
    async deliver({ userId }, { key }) {
      told.push({ kind: kinds.get(key) ?? key, userId });
      return { outcome: 'delivered', reference: {} };
    },
  };
  const sendAll = async () => {
    const claimed = await claimDue(services, 500);
    await Promise.all(
      claimed.map((one) => deliver(services, { slack: gateway, teams: { ...gateway, channel: 'teams' } }, one)),
    );
    return claimed.length;
  };
  const callOff = async () => {
    // The change falls anywhere between the first claim and the last send.
    for (let turn = 0; typeof round === 'number' && turn < round * 3; turn += 1) await database.session.count();
    await inTransaction(database, async (transaction) => {
      const before = await lockSession(transaction, session.id);
      const fields = { state: 'called_off', calledOffWhy: '' } as const;
      await saveSession(transaction, before, { fields, byId: people[0]?.id ?? null, now: clock.now() });
    });
    await sendAll();
  };
  if (round === 'sends first') await sendAll();
  if (typeof round === 'string') await callOff();
  else await Promise.all([sendAll(), callOff()]);
  while ((await sendAll()) > 0);
  return told;
}

/** People who were reminded after they had been told. */
function remindedAfterwards(told: readonly Told[]): number {
  const off = new Set<string>();
  let reminded = 0;
  for (const { kind, userId } of told) {
    if (kind.startsWith('session.called-off')) off.add(userId);
    else if (kind.startsWith('reminder.') && off.has(userId)) reminded += 1;
  }
  return reminded;
}

it('reminds nobody of what they were told is called off', async () => {
  let [sent, off] = [0, 0];
  // On a busy machine all of the others may fall on one side.
  for (const round of [...Array(ROUNDS).keys(), 'change first', 'sends first'] as const) {
    const told = await race(buildServices(test.database), round);
    expect(remindedAfterwards(told)).toBe(0);
    expect(
      new Set(told.filter(({ kind }) => kind.startsWith('session.called-off')).map(({ userId }) => userId)).size,
    ).toBe(PEOPLE);
    const reminders = told.filter(({ kind }) => kind.startsWith('reminder.'));
    expect(new Set(reminders.map(({ userId }) => userId)).size).toBe(reminders.length);
    sent += reminders.length;
    off += PEOPLE - reminders.length;
  }
  // Both sides of the race were seen.
  expect(sent).toBeGreaterThan(0);
  expect(off).toBeGreaterThan(0);
});

it('would, if what was planned stayed and its message did not look at the truth', async () => {
  await test.database.$executeRaw`CREATE FUNCTION keep_reminders() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF OLD.kind LIKE 'reminder.%' AND NEW.state = 'suppressed' THEN RETURN OLD; END IF; RETURN NEW; END $$`;
  await test.database
    .$executeRaw`CREATE TRIGGER keep BEFORE UPDATE ON notification FOR EACH ROW EXECUTE FUNCTION keep_reminders()`;
  let reminded = 0;
  for (let round = 0; round < ROUNDS && reminded === 0; round += 1) {
    const services = buildServices(test.database);
    const blind = [...services.notificationKinds].map(([key, kind]): [string, NotificationKind] =>
      key.startsWith('reminder.')
        ? [key, { ...kind, compose: async () => ({ summary: '1', elements: [{ kind: 'text', text: '1' }] }) }]
        : [key, kind],
    );
    // The change is there before anything is sent, so that every reminder comes after it.
    const told = await race({ ...services, notificationKinds: new Map(blind) }, 'change first');
    reminded += told.filter(({ kind }) => kind.startsWith('reminder.')).length;
  }
  await test.database.$executeRaw`DROP TRIGGER keep ON notification`;
  expect(reminded).toBeGreaterThan(0);
});
