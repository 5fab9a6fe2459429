/** A change plans anew what is still to be sent, beside senders that take it at the same moment. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, type Notification, type Prisma } from '../../../prisma/client.js';
import { memberWelcome } from '../../../programme/members/welcome.js';
import { claimDue } from '../../../programme/notifications/claim.js';
import { deliver } from '../../../programme/notifications/deliver.js';
import type { Claimed } from '../../../programme/notifications/notifications.sql.js';
import { type Planned, plan } from '../../../programme/notifications/plan.js';
import { type ReplannedSubject, replan } from '../../../programme/notifications/replan.js';
import { sessionCalledOff } from '../../../programme/sessions/notifications.js';
import {
  addMembers,
  countStates,
  eventually,
  type Member,
  makeTestServices,
  type RecordingGateway,
  recordingGateway,
  type TestServices,
} from '../../jobs/support.js';
import { atOnce } from '../../support/at-once.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { takeRowLocksOut } from '../../support/unlocked.js';

let test: TestDatabase;
let services: TestServices;
let members: readonly Member[];
let subject: ReplannedSubject;

const start = new Date('2026-11-02T00:00:00Z');
const later = new Date('2026-12-24T00:00:00Z');
/** Milliseconds that the clock is after the start. */
let ahead = 0;

beforeAll(async () => {
  test = await createTestDatabase({ poolSize: 20 });
  members = await addMembers(test.database, 24);
});
afterAll(async () => await test.close());
beforeEach(async () => {
  await test.database.notification.deleteMany();
  ahead = 0;
  services = makeTestServices(test.database, { now: () => new Date(start.getTime() + ahead) });
  subject = { programmeId: null, subjectId: randomUUID(), kinds: [memberWelcome] };
});

/** A notification to the member of this number about the subject. */
function about(number: number, change: Partial<Planned> = {}): Planned {
  const { id: personId = '' } = members[number] ?? {};
  const { subjectId } = subject;
  return {
    ...{ key: `${subjectId} ${number}`, kind: memberWelcome, programmeId: null, personId, subjectId, dueAt: start },
    ...change,
  };
}

async function planRows(...rows: readonly Planned[]): Promise<void> {
  await plan(test.database, services.clock.now(), rows);
}

async function replanRows(...rows: readonly Planned[]): Promise<void> {
  await inTransaction(test.database, async (transaction) => {
    await replan(transaction, services.clock.now(), subject, rows);
  });
}

async function rowOf({ key }: Planned): Promise<Notification> {
  return await test.database.notification.findUniqueOrThrow({ where: { key } });
}

async function set({ key }: Planned, data: Prisma.NotificationUpdateInput): Promise<void> {
  await test.database.notification.update({ where: { key }, data });
}

async function claimAll(): Promise<readonly Claimed[]> {
  return await claimDue(services, 100);
}

describe('planning anew', () => {
  it('withdraws what is not wanted any more, moves what is, and adds what is new', async () => {
    const [gone, moved, stays, added] = [about(0), about(1), about(2), about(3)];
    await planRows(gone, moved, stays);
    const before = await rowOf(stays);
    ahead = 60_000;
    await replanRows({ ...moved, dueAt: later, data: { to: 3 } }, stays, added);
    expect(await rowOf(gone)).toMatchObject({
      ...{ state: 'suppressed', reason: 'a later change took its place', settledAt: services.clock.now() },
    });
    expect(await rowOf(moved)).toMatchObject({ state: 'pending', dueAt: later, data: { to: 3 } });
    expect(await rowOf(stays)).toEqual(before);
    expect(await rowOf(added)).toMatchObject({ state: 'pending', dueAt: start, createdAt: services.clock.now() });
  });

  it('takes out of the queue what is moved or not wanted, so that its job does nothing', async () => {
    const [gone, moved, stays] = [about(0), about(1), about(2)];
    await planRows(gone, moved, stays);
    const jobs = await claimAll();
    await replanRows({ ...moved, dueAt: later }, stays);
    const slack = recordingGateway();
    for (const job of jobs) await deliver(services, { slack }, job);
    expect(slack.sent.map(({ key }) => key)).toEqual([stays.key]);
    expect(await rowOf(moved)).toMatchObject({ state: 'pending', dueAt: later, claimedUntil: null });
    ahead = later.getTime() - start.getTime();
    for (const job of await claimAll()) await deliver(services, { slack }, job);
    expect(slack.sent.map(({ key }) => key)).toEqual([stays.key, moved.key]);
  });

  it.each(['delivered', 'sending', 'unknown', 'unreachable', 'failed'] as const)('leaves what is %s', async (state) => {
    const [wanted, unwanted] = [about(0), about(1)];
    await planRows(wanted, unwanted);
    for (const one of [wanted, unwanted]) await set(one, { state });
    const before = [await rowOf(wanted), await rowOf(unwanted)];
    await replanRows({ ...wanted, dueAt: later });
    expect([await rowOf(wanted), await rowOf(unwanted)]).toEqual(before);
    expect(await countStates(test.database)).toEqual({ [state]: 2 });
  });

  it('leaves other subjects, other programmes and other kinds', async () => {
    const others = [
      about(0, { key: 'another subject', subjectId: randomUUID() }),
      about(1, { key: 'another kind', kind: sessionCalledOff }),
      about(2, { key: 'another programme', programmeId: (await test.database.programme.findFirstOrThrow()).id }),
    ];
    await planRows(...others);
    await replanRows();
    expect(await countStates(test.database)).toEqual({ pending: 3 });
    await expect(replanRows(about(1, { kind: sessionCalledOff }))).rejects.toThrow('is not of the subject');
    await expect(replanRows(about(1, { subjectId: null }))).rejects.toThrow('is not of the subject');
  });

  it('plans again what an earlier change had withdrawn', async () => {
    const row = about(0);
    await planRows(row);
    await replanRows();
    await replanRows({ ...row, dueAt: later });
    expect(await rowOf(row)).toMatchObject({ state: 'pending', dueAt: later, reason: null, settledAt: null });
  });

  it('does not cut short the pause after a failed send, and ends it with a move beyond it', async () => {
    const row = about(0);
    const pause = { dueAt: new Date(start.getTime() + 30_000), reason: 'rate limited', faults: 2 };
    await planRows(row);
    await set(row, pause);
    await replanRows({ ...row, data: { to: 2 } });
    expect(await rowOf(row)).toMatchObject({ ...pause, data: { to: 2 } });
    await replanRows({ ...row, dueAt: later });
    expect(await rowOf(row)).toMatchObject({ dueAt: later, reason: null, faults: 0 });
  });

  it('wakes the dispatcher when what moved is due sooner, at the commit and not before', async () => {
    const row = about(0, { dueAt: later });
    await planRows(row);
    const client = new pg.Client({ connectionString: test.url });
    await client.connect();
    let heard = 0;
    client.on('notification', () => {
      heard += 1;
    });
    try {
      await client.query('LISTEN notifications');
      await inTransaction(test.database, async (transaction) => {
        await replan(transaction, services.clock.now(), subject, [{ ...row, dueAt: start }]);
        await client.query('SELECT 1');
        expect(heard).toBe(0);
      });
      await eventually(() => heard === 1);
    } finally {
      await client.end();
    }
  });
});

describe('a change while a sender takes the row', () => {
  /** The sender begins once the change has moved the row; the change commits when the sender is done or waits for it. */
  async function race({ database }: TestDatabase, row: Planned, claimed: Claimed, slack: RecordingGateway) {
    await atOnce({
      database,
      first: async (transaction) =>
        await replan(transaction, services.clock.now(), subject, [{ ...row, dueAt: later }]),
      second: async () => await deliver({ ...services, database }, { slack }, claimed),
    });
    return await database.notification.findUniqueOrThrow({ where: { key: row.key } });
  }

  it('sends nothing that the change has moved', async () => {
    const row = about(0);
    await planRows(row);
    const slack = recordingGateway();
    const [claimed] = await claimAll();
    if (claimed === undefined) throw new Error('nothing was due');
    expect(await race(test, row, claimed, slack)).toMatchObject({ state: 'pending', dueAt: later });
    expect(slack.sent).toEqual([]);
  });

  it('would send what was moved, as it was, if the rows were not locked', async () => {
    const own = await createTestDatabase();
    try {
      const [member] = await addMembers(own.database, 1);
      const row = about(0, { personId: member?.id ?? '' });
      await plan(own.database, services.clock.now(), [row]);
      const [claimed] = await claimDue({ ...services, database: own.database }, 1);
      if (claimed === undefined) throw new Error('nothing was due');
      const columns = [
        'state',
        'due_at',
        'claimed_until',
        'settled_at',
        'reference',
        'channel',
        'tenant',
        'account_id',
      ];
      await takeRowLocksOut(own.database, { table: 'notification', key: 'id', columns });
      const slack = recordingGateway();
      expect(await race(own, row, claimed, slack)).toMatchObject({ state: 'delivered' });
      expect(slack.sent).toHaveLength(1);
    } finally {
      await own.close();
    }
  });

  it('leaves what the sender took first: sent once, and not to be sent again', async () => {
    const row = about(0);
    await planRows(row);
    const slack = recordingGateway('slack', async () => {
      await replanRows({ ...row, dueAt: later });
      return { outcome: 'delivered', reference: {} };
    });
    for (const job of await claimAll()) await deliver(services, { slack }, job);
    expect(slack.sent).toHaveLength(1);
    expect(await rowOf(row)).toMatchObject({ state: 'delivered', dueAt: start });
    expect(await countStates(test.database)).toEqual({ delivered: 1 });
  });
});

describe('many at once', () => {
  /** Each row is either sent as it was, or changed and not sent. */
  async function contradictions(slack: RecordingGateway): Promise<readonly string[]> {
    const rows = await test.database.notification.findMany({ where: { subjectId: subject.subjectId } });
    return rows
      .filter(({ key, state, dueAt }) => {
        const times = slack.sent.filter((one) => one.key === key).length;
        const isMoved = state === 'suppressed' || (state === 'pending' && dueAt.getTime() === later.getTime());
        return times === 0 ? !isMoved : times > 1 || state !== 'delivered' || dueAt.getTime() !== start.getTime();
      })
      .map(({ key, state }) => `${key} ${state}`);
  }

  it('dispatchers, senders and changes neither repeat a notification nor lose one', async () => {
    for (let round = 0; round < 8; round += 1) {
      await test.database.notification.deleteMany();
      subject = { ...subject, subjectId: randomUUID() };
      const rows = members.map((_member, number) => about(number));
      await planRows(...rows);
      const slack = recordingGateway();
      const wanted = rows.filter((_row, number) => number % 2 === 0).map((row) => ({ ...row, dueAt: later }));
      const send = async () => {
        for (let jobs = await claimDue(services, 3); jobs.length > 0; jobs = await claimDue(services, 3)) {
          await Promise.all(jobs.map((job) => deliver(services, { slack }, job)));
        }
      };
      await Promise.all([send(), send(), replanRows(...wanted), replanRows(...wanted)]);
      await send();
      expect(await contradictions(slack)).toEqual([]);
      expect(services.errors).toEqual([]);
    }
  });
});
