/** Two at once: for one hour, for a hold and a booking, for a move and a cancellation, for a turn and a booking, for a booking and the taking back of its hour; each with a negative control. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConsultationSlot, openDatabase } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { ask, type BuiltPerson, outcomeOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { unlockedAddress } from '../../support/unlocked.js';

const fixture = programmeFixture();
const TRIES = 12;
/** Until a control has shown what it is to show. */
const MOST_TRIES = 300;

let saeki: BuiltPerson;
let rival: BuiltPerson;
let slot: ConsultationSlot;
let days = 0;

const free = async () => {
  days += 1;
  const startsAt = new Date(fixture.services.clock.now().getTime() + (10 + days) * 86_400_000);
  return await buildSlot(fixture.services, { programme: fixture.programme, adviserId: saeki.id, startsAt });
};
const grant = async (companyId: string) =>
  await fixture.database.entitlementEntry.create({
    data: { companyId, kind: 'granted', hours: 50, at: fixture.services.clock.now() },
  });
const submit = async (person: BuiltPerson, action: string, input: Values) =>
  outcomeOf(await fixture.ask(person, action, input, { submitted: true }));
const book = (person: BuiltPerson, slotId: string) =>
  submit(person, 'consultation.book', { slot: slotId, mode: 'online', topics: 'x', attendees: [person.id] });
const living = async () =>
  await fixture.database.booking.count({ where: { slotId: slot.id, state: { not: 'cancelled' } } });

beforeEach(async () => {
  saeki = await fixture.member({ role: 'adviser' });
  rival = await fixture.member({});
  slot = await free();
  await grant(fixture.company.id);
  await grant(rival.company?.id ?? '');
});

afterEach(async () => {
  await fixture.database.booking.updateMany({ data: { state: 'cancelled' } });
});

describe('two companies for one hour', () => {
  it('one has it, the other is told', async () => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      slot = await free();
      const outcomes = await Promise.all([book(fixture.person, slot.id), book(rival, slot.id)]);
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(await living()).toBe(1);
    }
  });
});

describe('a hold and a booking', () => {
  it('never leave an hour held for one and booked by another', async () => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      slot = await free();
      const [form, booked] = await Promise.all([
        fixture.ask(fixture.person, 'consultation.book', { slot: slot.id }),
        book(rival, slot.id),
      ]);
      const { heldById } = await fixture.database.consultationSlot.findUniqueOrThrow({ where: { id: slot.id } });
      expect([outcomeOf(form), booked === 'done' && heldById !== null]).toEqual(['form', false]);
      await fixture.database.consultationSlot.updateMany({ data: { heldById: null, heldUntil: null } });
    }
  });
});

describe('a move and a cancellation', () => {
  it('leave the hour given back once, and no booking of a cancelled one', async () => {
    const { company, colleague, person } = fixture;
    for (let tried = 0; tried < TRIES; tried += 1) {
      const [was, other] = [await free(), await free()];
      const built = await buildBooking(fixture.services, { company, slot: was, attendeeIds: [person.id] });
      await Promise.all([
        submit(person, 'consultation.move', { booking: built.id, slot: other.id, mode: 'online' }),
        submit(colleague, 'consultation.cancel', { booking: built.id, agreed: true }),
      ]);
      const { state } = await fixture.database.booking.findUniqueOrThrow({ where: { id: built.id } });
      const entries = await fixture.database.entitlementEntry.findMany({ where: { bookingId: built.id } });
      expect(entries.reduce((sum, { hours }) => sum + hours, 0)).toBe(state === 'cancelled' ? 0 : -1);
    }
  });
});

describe('the turn of a company that waits, and a booking', () => {
  it('keep the hour for the company whose turn it is', async () => {
    const third = await fixture.member({});
    await grant(third.company?.id ?? '');
    for (let tried = 0; tried < TRIES / 3; tried += 1) {
      slot = await free();
      await fixture.done(fixture.person, 'consultation.watch', { until: '2024-12-20' });
      const built = await buildBooking(fixture.services, {
        ...{ company: third.company ?? fixture.company, slot, attendeeIds: [third.id] },
      });
      const [, outcome] = await Promise.all([
        submit(third, 'consultation.cancel', { booking: built.id, agreed: true }),
        book(rival, slot.id),
      ]);
      expect(outcome).not.toBe('done');
      expect(await living()).toBe(0);
      expect(await book(fixture.person, slot.id)).toBe('done');
    }
  });
});

describe('without a company that waits', () => {
  it('the hour that was given up is the other company’s', async () => {
    const built = await buildBooking(fixture.services, {
      ...{ company: fixture.company, slot, attendeeIds: [fixture.person.id] },
    });
    await Promise.all([
      submit(fixture.person, 'consultation.cancel', { booking: built.id, agreed: true }),
      book(rival, slot.id),
    ]);
    // Where it came too early, it is told so, and has it now.
    if ((await living()) === 0) expect(await book(rival, slot.id)).toBe('done');
    expect(await living()).toBe(1);
  });
});

describe('without the adviser’s lock', () => {
  it('an hour is held for one and booked by another', async () => {
    const { url, database } = fixture.test;
    const unlocked = openDatabase(await unlockedAddress(database, url));
    const services = { ...fixture.services, database: unlocked.database };
    let both = 0;
    for (let tried = 0; tried < MOST_TRIES && both === 0; tried += 1) {
      slot = await free();
      const input = { slot: slot.id, mode: 'online', topics: 'x', attendees: [rival.id] };
      const [, booked] = await Promise.all([
        ask(services, fixture.person, 'consultation.book', { slot: slot.id }),
        ask(services, rival, 'consultation.book', input, { submitted: true }),
      ]);
      const { heldById } = await database.consultationSlot.findUniqueOrThrow({ where: { id: slot.id } });
      if (outcomeOf(booked) === 'done' && heldById !== null) both += 1;
    }
    await unlocked.close();
    expect(both).toBe(1);
  });
});

/** What this company may book beside the hours that are booked already: brought to that number. */
async function leave(company: string, hours: number): Promise<void> {
  const { available } = await fixture.database.entitlement.findUniqueOrThrow({ where: { companyId: company } });
  if (available === hours) return;
  const kind = hours > available ? 'granted' : 'revoked';
  const at = fixture.services.clock.now();
  await fixture.database.entitlementEntry.create({
    data: { companyId: company, kind, hours: hours - available, at, reason: 'for the scene' },
  });
}

/** What is left by the account, and by the sum of its ledger. */
async function left(company: string): Promise<readonly [account: number, ledger: number]> {
  const { available } = await fixture.database.entitlement.findUniqueOrThrow({ where: { companyId: company } });
  const entries = await fixture.database.entitlementEntry.findMany({ where: { companyId: company } });
  return [available, entries.reduce((sum, { hours }) => sum + hours, 0)];
}

const change = (hours: string) =>
  submit(fixture.secretary, 'consultation.grant', {
    ...{ company: fixture.company.id, hours, reason: 'for the race', agreed: true },
  });

describe('a booking of the last hour', () => {
  it('and the taking back of that hour: one comes about, and the account is exact', async () => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      slot = await free();
      await leave(fixture.company.id, 1);
      const outcomes = await Promise.all([book(fixture.person, slot.id), change('-1')]);
      expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
      expect(await left(fixture.company.id)).toEqual([0, 0]);
      expect(await living()).toBe(outcomes[0] === 'done' ? 1 : 0);
    }
  });

  it('of two people at once, and the granting of one more: as many are booked as there were hours', async () => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const [one, other] = [await free(), await free()];
      await leave(fixture.company.id, 1);
      const outcomes = await Promise.all([
        book(fixture.person, one.id),
        book(fixture.colleague, other.id),
        change('1'),
      ]);
      const booked = outcomes.slice(0, 2).filter((outcome) => outcome === 'done').length;
      expect([booked >= 1, outcomes[2]]).toEqual([true, 'done']);
      expect(await left(fixture.company.id)).toEqual([2 - booked, 2 - booked]);
    }
  });
});

// The last ones: what they take out of the database stays out.
describe('without the constraint on the account', () => {
  it('the last hour is booked and taken back', async () => {
    const { url, database } = fixture.test;
    await database.$executeRawUnsafe('ALTER TABLE entitlement DROP CONSTRAINT entitlement_not_negative');
    const unlocked = openDatabase(await unlockedAddress(database, url));
    const services = { ...fixture.services, database: unlocked.database };
    let overdrawn = 0;
    for (let tried = 0; tried < MOST_TRIES && overdrawn === 0; tried += 1) {
      slot = await free();
      await leave(fixture.company.id, 1);
      const input = { slot: slot.id, mode: 'online', topics: 'x', attendees: [fixture.person.id] };
      const [booked, taken] = await Promise.all([
        ask(services, fixture.person, 'consultation.book', input, { submitted: true }),
        change('-1'),
      ]);
      const [account] = await left(fixture.company.id);
      if (outcomeOf(booked) === 'done' && taken === 'done' && account < 0) overdrawn += 1;
      await leave(fixture.company.id, 0);
    }
    await unlocked.close();
    expect(overdrawn).toBe(1);
  });
});

describe('without a look at the hour beforehand', () => {
  it('the constraints refuse the second booking, and without them there are two', async () => {
    const both = async () => {
      slot = await free();
      const companies = [fixture.company, rival.company ?? fixture.company];
      const written = companies.map((company) =>
        buildBooking(fixture.services, { company, slot, attendeeIds: [fixture.person.id] }),
      );
      return (await Promise.allSettled(written)).filter(({ status }) => status === 'fulfilled').length;
    };
    expect([await both(), await living()]).toEqual([1, 1]);
    await fixture.database.$executeRawUnsafe('ALTER TABLE booking DROP CONSTRAINT booking_adviser_free');
    await fixture.database.$executeRawUnsafe('DROP INDEX booking_slot_free');
    expect([await both(), await living()]).toEqual([2, 2]);
  });
});
