/** R3: each two of confirm, move, take over, cancel, rebook, withdraw and record at once, on one booking; and what they do without the lock. */
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import type { Services } from '../../../programme/requests/services.js';
import { judge, violations } from '../../chaos/history.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { ask, type BuiltPerson, outcomeOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { unlockedAddress } from '../../support/unlocked.js';

const TRIES = 3;
/** Until the control has shown what it is to show. */
const MOST_TRIES = 100;
/** As many hours as a scene reserves at most; none of them comes back. */
const HOURS_OF_SCENE = 2;
const fixture = programmeFixture();
const LATER = 3 * 365 * 86_400_000;

let saeki: BuiltPerson;
let days = 0;
beforeEach(async () => {
  days = 0;
  saeki = await fixture.member({ role: 'adviser' });
});

/** A booking, an hour to move it to, and a colleague who was asked to take it over. */
interface Scene {
  readonly services: Services;
  readonly booking: string;
  readonly was: string;
  readonly other: string;
  readonly request: string;
  readonly asked: BuiltPerson;
}

const submit = async ({ services }: Scene, person: BuiltPerson, action: string, input: Values) =>
  outcomeOf(await ask(services, person, action, input, { submitted: true }));

/** Each as its own person would make it. */
const changes: Readonly<Record<string, (scene: Scene) => Promise<string>>> = {
  /** Of a preview that words had asked for. */
  confirm: async ({ services, booking, other }) => {
    const input = { booking, slot: other, mode: 'online' };
    const { reply } = await ask(services, fixture.colleague, 'consultation.move', input, { origin: 'words' });
    if (reply.kind === 'form' || reply.outcome !== 'preview') return reply.kind === 'form' ? 'form' : reply.outcome;
    const [agree] = reply.message.elements.flatMap((one) => (one.kind === 'buttons' ? one.buttons : []));
    if (agree === undefined || 'link' in agree) throw new Error('nothing to agree to');
    return outcomeOf(await ask(services, fixture.colleague, agree.action, agree.input));
  },
  move: (scene) =>
    submit(scene, fixture.person, 'consultation.move', { booking: scene.booking, slot: scene.other, mode: 'online' }),
  'take over': (scene) =>
    submit(scene, scene.asked, 'consultation.answer', { bookingRequest: scene.request, accept: true }),
  cancel: (scene) => submit(scene, fixture.colleague, 'consultation.cancel', { booking: scene.booking, agreed: true }),
  rebook: async (scene) => {
    const { person } = fixture;
    await submit(scene, person, 'consultation.cancel', { booking: scene.booking, agreed: true });
    const input = { slot: scene.was, mode: 'online', topics: 'x', attendees: [person.id] };
    return await submit(scene, person, 'consultation.book', input);
  },
  /** Of the hour to which others would move. */
  withdraw: (scene) => submit(scene, saeki, 'consultation.withdraw', { slots: [scene.other], agreed: true }),
  record: async (scene) => {
    const clock = { now: () => new Date(scene.services.clock.now().getTime() + LATER) };
    const words = { outcome: 'held', minutes: '60', advice: 'x', seen: 0, agreed: true };
    const later = { ...scene, services: { ...scene.services, clock } };
    return await submit(later, saeki, 'consultation.record', { booking: scene.booking, ...words });
  },
};

const names = Object.keys(changes);
const pairs = names.flatMap((one, place) => names.slice(place).map((other) => [one, other] as const));

async function build(services: Services): Promise<Scene> {
  const { company, person, programme, database } = fixture;
  // What an earlier scene left is out of the way.
  await database.booking.updateMany({ data: { state: 'cancelled' } });
  await database.entitlementEntry.create({
    data: { companyId: company.id, kind: 'granted', hours: HOURS_OF_SCENE, at: new Date(0), reason: 'for the scene' },
  });
  const asked = await fixture.member({ role: 'adviser' });
  const free = async () => {
    days += 1;
    const startsAt = new Date(fixture.services.clock.now().getTime() + (10 + days) * 86_400_000);
    return await buildSlot(fixture.services, { programme, adviserId: saeki.id, startsAt });
  };
  const [was, other] = [await free(), await free()];
  const { id: booking } = await buildBooking(fixture.services, { company, slot: was, attendeeIds: [person.id] });
  const about = { bookingId: booking, askedOfId: asked.id, startsAt: was.startsAt, endsAt: was.endsAt };
  const request = await database.bookingRequest.create({
    data: { ...about, kind: 'take_over', byId: saeki.id, createdAt: fixture.services.clock.now() },
  });
  return { services, booking, was: was.id, other: other.id, request: request.id, asked };
}

/** Does both at once, and returns what is wrong afterwards. */
async function race(scene: Scene, one: string, other: string): Promise<readonly string[]> {
  const { database, company } = fixture;
  const answers = await Promise.allSettled([changes[one]?.(scene), changes[other]?.(scene)]);
  const faults = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []));
  const booking = await database.booking.findUniqueOrThrow({
    where: { id: scene.booking },
    include: { changes: { orderBy: { version: 'asc' } } },
  });
  const last = booking.changes.at(-1);
  const said = [last?.version, last?.startsAt.getTime(), last?.adviserId];
  const is = [booking.version, booking.startsAt.getTime(), booking.adviserId];
  const bookings = await database.booking.findMany({
    where: { companyId: company.id, OR: [{ slotId: { in: [scene.was, scene.other] } }, { id: scene.booking }] },
  });
  const entries = await database.entitlementEntry.findMany({
    where: { OR: [{ bookingId: null, companyId: company.id }, { bookingId: { in: bookings.map(({ id }) => id) } }] },
  });
  const available = entries.reduce((sum, { hours }) => sum + hours, 0);
  const verdict = judge({
    ...{ bookings, entries, balances: [], accounts: [{ companyId: company.id, available }] },
    ...{ changes: {}, atLeast: 0, answers: [] },
  });
  const withdrawn = await database.booking.count({
    where: { id: { in: bookings.map(({ id }) => id) }, state: 'booked', slot: { state: 'withdrawn' } },
  });
  return [
    ...faults,
    ...(JSON.stringify(said) === JSON.stringify(is) ? [] : [`the last change says ${said}, the booking ${is}`]),
    ...(violations(verdict) === 0 ? [] : [JSON.stringify(verdict)]),
    ...(withdrawn === 0 ? [] : ['a booking stands on an hour that was withdrawn']),
  ];
}

it.each(names)('%s, alone, is done', async (name) => {
  expect(await changes[name]?.(await build(fixture.services))).toBe('done');
});

describe('at once', () => {
  it.each(pairs)('%s and %s', async (one, other) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      expect(await race(await build(fixture.services), one, other)).toEqual([]);
    }
  });
});

describe('without the adviser’s lock', () => {
  it.each([
    ['move', 'cancel'],
    ['move', 'withdraw'],
    ['move', 'take over'],
  ])('%s and %s go wrong', async (one, other) => {
    const { database, close } = openDatabase(await unlockedAddress(fixture.database, fixture.test.url));
    const services = { ...fixture.services, database };
    let wrong: readonly string[] = [];
    for (let tried = 0; tried < MOST_TRIES && wrong.length === 0; tried += 1) {
      wrong = await race(await build(services), one, other);
    }
    await close();
    expect(wrong).not.toEqual([]);
  });
});
