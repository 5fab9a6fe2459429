/** The audit finds what contradicts itself in the outbox, and what the channel says otherwise; a clean outbox has no fault. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it, test } from 'vitest';
import type { Prisma } from '../../../prisma/client.js';
import { auditNotifications } from '../../../programme/notifications/audit.js';
import { buildAnnouncement } from '../../support/announcements.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import { buildPlace } from '../../support/places.js';

let place: TestDatabase;
let services: TestServices;
let person: BuiltPerson;

beforeAll(async () => {
  place = await createTestDatabase();
  services = buildServices(place.database);
  person = await buildPerson(services, { programme: await buildProgramme(services) });
});
afterAll(async () => await place.close());
beforeEach(async () => {
  await place.database.notification.deleteMany();
  await place.database.placePost.deleteMany();
  await place.database.pace.deleteMany();
});

const minutes = (count: number) => new Date(services.clock.now().getTime() + count * 60_000);

async function add(given: Partial<Prisma.NotificationUncheckedCreateInput>): Promise<string> {
  const key = given.key ?? randomUUID();
  await place.database.notification.create({
    data: {
      ...{ kind: 'session.promoted', personId: person.id, data: {}, dueAt: minutes(-60), createdAt: minutes(-90) },
      ...given,
      key,
    },
  });
  return key;
}

const delivered = {
  state: 'delivered',
  channel: 'slack',
  tenant: 'T1',
  settledAt: new Date('2024-11-01T00:00:00Z'),
} as const;

const clean: readonly Partial<Prisma.NotificationUncheckedCreateInput>[] = [
  { ...delivered, reference: { ts: '1' } },
  { ...delivered, reason: 'seen by people' },
  { state: 'suppressed', reason: 'no longer true' },
  { state: 'missed', reason: 'too late to be of use' },
  { state: 'unreachable', reason: 'no account can be written to' },
  { state: 'unknown', reason: 'timeout' },
  { state: 'failed', reason: 'invalid_blocks' },
];

it('finds nothing wrong in what was sent or explained, and its figures add up', async () => {
  for (const one of clean) await add(one);
  await add({ dueAt: minutes(60) });
  const { figures, faults } = await auditNotifications(services);
  expect(faults).toEqual([]);
  expect(figures).toEqual({
    ...{ planned: 7, delivered: 2, suppressed: 1, missed: 1, unreachable: 1, unknown: 1, failed: 1, open: 1 },
  });
});

test.each([
  ['delivered at no time', { ...delivered, settledAt: null, reference: {} }],
  ['delivered without the reference of its channel', delivered],
  ['sent when it was of no use any more', { ...delivered, reference: {}, latestAt: new Date('2024-10-31T00:00:00Z') }],
  ['not sent, and nothing says why', { state: 'suppressed' }],
  ['not sent, and nothing says why', { state: 'failed' }],
  ['due and forgotten', { state: 'pending' }],
  ['due and forgotten', { state: 'sending' }],
] as const)('finds what is %s', async (fault, given) => {
  await add(given);
  expect((await auditNotifications(services)).faults).toMatchObject([{ fault }]);
});

it('does not call forgotten what waits for a pause that its platform asked for', async () => {
  await add({ state: 'pending', paceKey: 'slack:T1' });
  const paused = { tokens: 5, refilledAt: minutes(-1), pausedUntil: minutes(5) };
  await place.database.pace.create({ data: { key: 'slack:T1', ...paused } });
  expect((await auditNotifications(services)).faults).toEqual([]);
});

it('finds one message that two notifications claim', async () => {
  for (const subjectId of [randomUUID(), randomUUID()]) await add({ ...delivered, subjectId, reference: { ts: '7' } });
  expect((await auditNotifications(services)).faults).toMatchObject([{ fault: 'one message for two notifications' }]);
});

it('does not call forgotten what waits for its turn at a pace that is used up, but what a pace forgot', async () => {
  await add({ state: 'pending', paceKey: 'slack:T1' });
  const waiting = async () => (await auditNotifications(services)).faults.map(({ fault }) => fault);
  await place.database.pace.create({ data: { key: 'slack:T1', tokens: 0, refilledAt: minutes(-9) } });
  expect(await waiting()).toEqual([]);
  await place.database.pace.updateMany({ data: { refilledAt: minutes(-11) } });
  expect(await waiting()).toEqual(['due and forgotten']);
  await place.database.pace.updateMany({ data: { refilledAt: minutes(-1), tokens: 1 } });
  expect(await waiting()).toEqual(['due and forgotten']);
});

it('compares with what the channel accepted, where it can be read', async () => {
  const [once, never, twice, maybe] = [
    await add({ ...delivered, reference: { ts: '0' } }),
    await add({ ...delivered, reference: { ts: '1' } }),
    await add({ ...delivered, reference: { ts: '2' } }),
    await add({ ...delivered, reference: { ts: '3' }, mayRepeat: true }),
  ];
  const keys = new Map([
    [once, 1],
    [twice, 2],
    [maybe, 2],
    ['of nobody', 1],
  ]);
  const { faults, unread } = await auditNotifications(services, [{ channel: 'slack', keys }]);
  const idOf = async (key: string) => (await place.database.notification.findUniqueOrThrow({ where: { key } })).id;
  expect(new Map(faults.map(({ id, fault }) => [id, fault]))).toEqual(
    new Map([
      [await idOf(never), 'delivered, and the channel has none'],
      [await idOf(twice), 'accepted 2 times'],
      ['of nobody', 'accepted, and no row says so'],
    ]),
  );
  expect(unread).toBe(0);
});

it('looks at what is posted to channels as well', async () => {
  const programme = await buildProgramme(services);
  const channel = await buildPlace(services, { programme });
  const announcementId = await buildAnnouncement(services, { programme, createdById: person.id, state: 'sent' });
  const about = { announcementId, placeId: channel.id, dueAt: minutes(-60), latestAt: minutes(600) };
  const post = async (version: number, rest: Partial<Prisma.PlacePostUncheckedCreateInput>) =>
    await place.database.placePost.create({ data: { ...about, version, ...rest } });
  await post(1, { state: 'delivered', settledAt: minutes(-50), reference: { ts: '1' } });
  await post(2, { state: 'unknown', settledAt: minutes(-50), reason: 'timeout' });
  const key = `announcement:${announcementId}:place:${channel.id}`;
  const accepted = [{ channel: 'slack' as const, keys: new Map([[`${key}:1`, 1]]) }];
  const sound = await auditNotifications(services, accepted);
  expect(sound.faults).toEqual([]);
  expect(sound.figures).toMatchObject({ planned: 2, delivered: 1, unknown: 1 });
  // An edit carries its own key, and the channel forgets the one before.
  await post(6, { state: 'delivered', settledAt: minutes(-40), reference: { ts: '1' } });
  const edited = [{ channel: 'slack' as const, keys: new Map([[`${key}:6`, 1]]) }];
  expect((await auditNotifications(services, edited)).faults).toEqual([]);
  await place.database.placePost.deleteMany({ where: { version: 6 } });
  await post(3, { state: 'delivered', settledAt: minutes(900), reference: { ts: '3' } });
  await post(4, { state: 'failed' });
  await post(5, {});
  const twice = [
    {
      channel: 'slack' as const,
      keys: new Map([
        [`${key}:1`, 2],
        [`${key}:9`, 1],
      ]),
    },
  ];
  const { faults } = await auditNotifications(services, twice);
  expect(faults.map(({ fault }) => fault).toSorted()).toEqual([
    'accepted 2 times',
    'accepted, and no row says so',
    'delivered, and the channel has none',
    'due and forgotten',
    'not sent, and nothing says why',
    'sent when it was of no use any more',
  ]);
});
