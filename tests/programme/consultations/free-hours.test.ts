/** The list of free hours, which looks at all of them at once, and the look at a single hour agree on each. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSlotStanding } from '../../../programme/consultations/bookings/bookings.sql.js';
import { readFreeSlotRows } from '../../../programme/consultations/bookings/free-hours.sql.js';
import { readTerms } from '../../../programme/consultations/bookings/queries.js';
import { guardedFrom, refuseSlot } from '../../../programme/consultations/bookings/rules.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { buildAssignment } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({ programme: { consultations: 100 } });
const HOUR = 3_600_000;
const RUNS = 15;

const offered = fc.record({
  adviser: fc.nat(2),
  hour: fc.nat(40),
  pauseBefore: fc.constantFrom(0, 30),
  pauseAfter: fc.constantFrom(0, 30),
  perDay: fc.constantFrom(undefined, 1, 2),
  state: fc.constantFrom('free', 'free', 'booked', 'ours', 'cancelled', 'held', 'turn', 'withdrawn'),
});
const scenes = fc.record({
  slots: fc.uniqueArray(offered, {
    selector: ({ adviser, hour }) => `${adviser} ${hour}`,
    minLength: 8,
    maxLength: 24,
  }),
  taken: fc.boolean(),
  left: fc.boolean(),
});
type Scene = typeof scenes extends fc.Arbitrary<infer Drawn> ? Drawn : never;

async function build({ slots, taken, left }: Scene): Promise<readonly string[]> {
  const { services, programme, company, database } = fixture;
  const now = services.clock.now();
  const rival = await fixture.member({});
  const advisers = [0, 1, 2].map(() => fixture.member({ role: 'adviser' }));
  const [first, second, third] = await Promise.all(advisers);
  if (taken && first) {
    const { id } = await buildAssignment(services, { company, adviserId: first.id });
    await database.assignment.update({ where: { id }, data: { endedAt: now } });
  }
  if (left && second) await database.membership.updateMany({ where: { personId: second.id }, data: { endedAt: now } });
  const ids: string[] = [];
  for (const { adviser, hour, state, perDay, ...pauses } of slots) {
    const adviserId = [first, second, third][adviser]?.id ?? '';
    const startsAt = new Date(now.getTime() + (40 + hour) * HOUR);
    const limits = { ...pauses, ...(perDay !== undefined && { perDay }) };
    const slot = await buildSlot(services, { programme, adviserId, startsAt, ...limits });
    ids.push(slot.id);
    const ours = state === 'ours';
    const busy = await database.booking.count({
      where: { startsAt, state: { not: 'cancelled' }, companyId: (ours ? company : (rival.company ?? company)).id },
    });
    if ((ours || state === 'booked' || state === 'cancelled') && busy === 0) {
      const [booker, of] = ours ? [fixture.person, company] : [rival, rival.company ?? company];
      const { id } = await buildBooking(services, { company: of, slot, attendeeIds: [booker.id] });
      if (state === 'cancelled') await database.booking.update({ where: { id }, data: { state: 'cancelled' } });
    }
    const held = { heldById: rival.id, heldUntil: new Date(now.getTime() + HOUR) };
    const change = state === 'held' ? held : state === 'withdrawn' ? ({ state: 'withdrawn' } as const) : {};
    await database.consultationSlot.update({ where: { id: slot.id }, data: change });
    if (state === 'turn') {
      const waiting = { personId: rival.id, until: new Date('2025-01-01'), createdAt: now };
      const watch = await database.watch.create({
        data: { programmeId: programme.id, companyId: rival.company?.id ?? '', ...waiting },
      });
      const turn = { startsAt: now, endsAt: new Date(now.getTime() + HOUR) };
      await database.watchTurn.create({ data: { watchId: watch.id, slotId: slot.id, ...turn } });
    }
  }
  return ids;
}

it('an hour is listed exactly where it could be booked, for a company and for the staff', async () => {
  let free = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(scenes, async (scene) => {
      const { database, programme, person, secretary, company, services } = fixture;
      await database.booking.updateMany({ data: { state: 'cancelled' } });
      await database.consultationSlot.updateMany({ data: { state: 'withdrawn' } });
      const ids = await build(scene);
      const now = services.clock.now();
      const terms = await readTerms(database, programme.id);
      const moving = await database.booking.findFirst({ where: { companyId: company.id, state: 'booked' } });
      for (const isStaff of [false, true]) {
        for (const movingId of [undefined, moving?.id]) {
          const companyId = isStaff && movingId === undefined ? null : company.id;
          const personId = isStaff ? secretary.id : person.id;
          const reader = { programmeId: programme.id, companyId, personId, now, ...(movingId && { movingId }) };
          const from = isStaff ? new Date(now.getTime() + 1) : guardedFrom(now, terms);
          const listed = await readFreeSlotRows(database, reader, { from }, { from: 0, size: 100 });
          const bookable: string[] = [];
          for (const id of ids) {
            const slot = await readSlotStanding(database, id, reader);
            const against = slot && refuseSlot(slot, { isStaff, mode: null, now });
            if (against === null && id !== (movingId && moving?.slotId)) bookable.push(id);
          }
          expect(listed.map(({ id }) => id).toSorted()).toEqual(bookable.toSorted());
          expect(listed.every(({ total }) => total === listed.length)).toBe(true);
          free += bookable.length;
          refused += ids.length - bookable.length;
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(free, refused)).toBeGreaterThan(RUNS);
});
