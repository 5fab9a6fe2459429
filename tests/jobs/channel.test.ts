/** A notification is given its channel and tenant when it is claimed, goes there first, and says in the end where it went. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Notification } from '../../prisma/client.js';
import { claimDue } from '../../programme/notifications/claim.js';
import { deliver } from '../../programme/notifications/deliver.js';
import type { Claimed } from '../../programme/notifications/notifications.sql.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  addMembers,
  type Member,
  makeTestServices,
  planWelcomes,
  recordingGateway,
  type TestServices,
} from './support.js';

let test: TestDatabase;
let services: TestServices;
/** Milliseconds that the app's clock is ahead. */
let ahead = 0;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  await test.database.notification.deleteMany();
  ahead = 0;
  services = makeTestServices(test.database, { now: () => new Date(Date.now() + ahead) });
});

const row = async (): Promise<Notification> => await test.database.notification.findFirstOrThrow();

async function claim(): Promise<Claimed> {
  const [claimed] = await claimDue(services, 1);
  if (claimed === undefined) throw new Error('nothing was due');
  return claimed;
}

/** One person with an account on Slack, used last, and one on Teams, who is to be welcomed. */
async function planOne(): Promise<Member> {
  const [member] = await addMembers(test.database, 1, ['slack', 'teams']);
  if (member === undefined) throw new Error('nobody');
  await test.database.account.updateMany({
    where: { personId: member.id, platform: 'teams' },
    data: { tenant: 'tenant-2' },
  });
  await planWelcomes(test.database, [member]);
  return member;
}

async function setAccount(
  member: Member,
  platform: 'slack' | 'teams',
  data: { lastSeenAt?: Date; unreachableReason?: string },
) {
  await test.database.account.updateMany({ where: { personId: member.id, platform }, data });
}

const away = () => recordingGateway('slack', () => ({ outcome: 'not-sent', reason: 'ECONNREFUSED' }));

describe('claiming', () => {
  it('chooses the account used last, and again each time', async () => {
    const member = await planOne();
    expect(await row()).toMatchObject({ channel: null, tenant: null });
    await deliver(services, { slack: away() }, await claim());
    expect(await row()).toMatchObject({ state: 'pending', channel: 'slack', tenant: 'T1', accountId: null });
    await setAccount(member, 'teams', { lastSeenAt: new Date(Date.now() + 1_000) });
    ahead = 60_000;
    await claim();
    expect(await row()).toMatchObject({ state: 'queued', channel: 'teams', tenant: 'tenant-2' });
  });

  it('passes over an account that cannot be written to, and chooses nothing where there is none', async () => {
    const member = await planOne();
    await setAccount(member, 'slack', { unreachableReason: 'user_disabled' });
    const claimed = await claim();
    expect(await row()).toMatchObject({ channel: 'teams', tenant: 'tenant-2' });
    await test.database.notification.update({ where: { id: claimed.id }, data: { state: 'pending' } });
    await setAccount(member, 'teams', { unreachableReason: 'uninstalled' });
    const again = await claim();
    expect(await row()).toMatchObject({ channel: null, tenant: null });
    expect(await deliver(services, {}, again)).toEqual({ state: 'unreachable' });
  });

  it('keeps to the one account that it must reach', async () => {
    const member = await planOne();
    const { id } = await test.database.account.findFirstOrThrow({ where: { personId: member.id, platform: 'teams' } });
    await test.database.notification.updateMany({ data: { accountId: id } });
    const claimed = await claim();
    expect(await row()).toMatchObject({ channel: 'teams', tenant: 'tenant-2' });
    const [slack, teams] = [recordingGateway(), recordingGateway('teams')];
    expect(await deliver(services, { slack, teams }, claimed)).toEqual({ state: 'delivered' });
    expect([slack.sent.length, teams.sent.length]).toEqual([0, 1]);
  });
});

describe('sending', () => {
  it('begins with what was chosen, though another account has been used since', async () => {
    const member = await planOne();
    const claimed = await claim();
    await setAccount(member, 'teams', { lastSeenAt: new Date(Date.now() + 1_000) });
    const [slack, teams] = [recordingGateway(), recordingGateway('teams')];
    await deliver(services, { slack, teams }, claimed);
    expect([slack.sent.length, teams.sent.length]).toEqual([1, 0]);
    expect(await row()).toMatchObject({ state: 'delivered', channel: 'slack', tenant: 'T1' });
  });

  it('records the way that was taken in the end', async () => {
    await planOne();
    const gone = recordingGateway('slack', () => ({ outcome: 'unreachable', reason: 'user_disabled' }));
    await deliver(services, { slack: gone, teams: recordingGateway('teams') }, await claim());
    const account = await test.database.account.findFirstOrThrow({
      where: { tenant: 'tenant-2', unreachableReason: null },
    });
    expect(account.platform).toBe('teams');
    const { channel, tenant, state } = await row();
    expect({ channel, tenant, state }).toEqual({ channel: 'teams', tenant: 'tenant-2', state: 'delivered' });
  });
});

describe('e-mail', () => {
  it('waits for as long as there is no gateway, blames no account, and goes out once there is one', async () => {
    const member = await planOne();
    await test.database.person.update({ where: { id: member.id }, data: { email: `${member.id}@example.org` } });
    await test.database.notification.updateMany({ data: { channel: 'email' } });
    const [slack, teams] = [recordingGateway(), recordingGateway('teams')];
    for (let time = 0; time < 20; time += 1) {
      expect(await deliver(services, { slack, teams }, await claim())).toEqual({ state: 'pending' });
      ahead += 16 * 60_000;
    }
    expect([...slack.sent, ...teams.sent]).toEqual([]);
    expect(new Set(services.errors)).toEqual(new Set(['a notification waits until our set-up is mended']));
    expect(await test.database.account.count({ where: { personId: member.id, unreachableReason: null } })).toBe(2);
    const email = recordingGateway('email');
    expect(await deliver(services, { slack, teams, email }, await claim())).toEqual({ state: 'delivered' });
    expect(email.sent.map(({ to }) => to.userId)).toEqual([`${member.id}@example.org`]);
    expect(await row()).toMatchObject({ channel: 'email', tenant: null, accountId: null });
  });

  it('is unreachable for a person without an address', async () => {
    await planOne();
    await test.database.notification.updateMany({ data: { channel: 'email' } });
    expect(await deliver(services, { email: recordingGateway('email') }, await claim())).toEqual({
      state: 'unreachable',
    });
  });
});

it('never stores a platform without its workspace or tenant', async () => {
  await planOne();
  const update = test.database.notification.updateMany({ data: { channel: 'slack', tenant: null } });
  await expect(update).rejects.toThrow('notification_tenant_of_platform');
});
