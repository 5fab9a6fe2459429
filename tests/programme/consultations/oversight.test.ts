/** What the secretariat sees of consultations and grants: hours, the ledger, and bookings whose adviser is gone. */
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { grantHours } from '../../../programme/consultations/entitlement/grant-hours.js';
import { readAvailable, readLedger } from '../../../programme/consultations/entitlement/ledger.js';
import { consultationSheets } from '../../../programme/consultations/oversight/export-consultations.js';
import { bookingsApart, readNeeded, readUnbooked } from '../../../programme/consultations/oversight/queries.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const inDays = (days: number) => new Date(fixture.services.clock.now().getTime() + days * 86_400_000);

async function grant(hours: number, companyId = fixture.company.id) {
  const staff = await fixture.member({ role: 'secretariat' });
  const by = { programmeId: fixture.programme.id, personId: staff.id };
  const now = fixture.services.clock.now();
  return await inTransaction(fixture.services.database, (transaction) =>
    grantHours(transaction, { companyId, hours, reason: '追加のご相談', by, now }),
  );
}

const available = () =>
  inTransaction(fixture.services.database, (transaction) => readAvailable(transaction, fixture.company.id));

async function bookedHour() {
  const { services, programme, company, person } = fixture;
  const adviser = await fixture.member({ role: 'adviser' });
  const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt: inDays(5) });
  const booking = await buildBooking(services, { company, slot, attendeeIds: [person.id] });
  return { adviser, booking };
}

describe('granting', () => {
  it('adds hours with who and why, and tells each participant once of several grants in a row', async () => {
    await grant(1);
    await grant(1);
    expect(await available()).toBe(4);
    const ledger = await inTransaction(fixture.services.database, (transaction) =>
      readLedger(transaction, fixture.company.id),
    );
    expect(ledger.at(-1)).toMatchObject({ kind: 'granted', hours: 1, reason: '追加のご相談' });
    const told = (await fixture.sendAllDue()).filter(({ kind }) => kind === 'consultation.granted');
    expect(told.filter(({ account }) => account.userId === fixture.person.account.userId)).toHaveLength(1);
  });

  it('takes back what is not in use, and never more', async () => {
    await bookedHour();
    const result = await grant(-2);
    expect(isRefusal(result) && result.refused).toBe('hours_in_use');
    expect(await available()).toBe(1);
    expect(isRefusal(await grant(-1))).toBe(false);
    expect(await available()).toBe(0);
  });
});

describe('the file', () => {
  it.each([true, false])('holds what was said only where the programme opens records: %s', async (openRecords) => {
    const { services, programme } = fixture;
    const { booking, adviser } = await bookedHour();
    const { database } = services;
    await database.programme.update({ where: { id: programme.id }, data: { openRecords } });
    await database.booking.update({ where: { id: booking.id }, data: { topics: '=SECRET-topic' } });
    const note = { bookingId: booking.id, authorId: adviser.id, text: 'PRIVATE-note', at: services.clock.now() };
    await database.privateNote.create({ data: note });
    const about = {
      programmeId: programme.id,
      language: 'en',
      personId: adviser.id,
      now: services.clock.now(),
    } as const;
    const sheets = await inTransaction(database, (transaction) => consultationSheets(transaction, about));
    const said = JSON.stringify(sheets);
    expect(said.includes('=SECRET-topic')).toBe(openRecords);
    expect(said).not.toContain('PRIVATE-note');
    expect(sheets.map(({ rows }) => rows.length)).toEqual([1, expect.any(Number), 1]);
  });
});

describe('the overview', () => {
  it('counts a company as not booked until it has a living booking, and what it still needs', async () => {
    const { services, programme, company } = fixture;
    const names = async () =>
      await inTransaction(services.database, async (transaction) => {
        const unbooked = await readUnbooked(transaction, programme.id, { from: 0, size: 50 });
        return unbooked.items.map(({ id }) => id);
      });
    expect(await names()).toContain(company.id);
    const before = await inTransaction(services.database, (transaction) => readNeeded(transaction, programme.id));
    const { booking } = await bookedHour();
    expect(await names()).not.toContain(company.id);
    const after = await inTransaction(services.database, (transaction) => readNeeded(transaction, programme.id));
    expect(after.needed).toBe(before.needed - 1);
    await services.database.booking.update({ where: { id: booking.id }, data: { state: 'cancelled' } });
    expect(await names()).toContain(company.id);
  });

  it('lists a booking once its adviser was taken off the company, and not before', async () => {
    const { services, programme, company } = fixture;
    const { adviser, booking } = await bookedHour();
    const now = services.clock.now();
    const apart = async () =>
      await inTransaction(services.database, async (transaction) =>
        transaction.booking.findMany({ where: await bookingsApart(transaction, programme.id, now) }),
      );
    const setById = adviser.id;
    const { id } = await services.database.assignment.create({
      data: { programmeId: programme.id, adviserId: adviser.id, companyId: company.id, since: now, setById },
    });
    expect(await apart()).toEqual([]);
    await services.database.assignment.update({ where: { id }, data: { endedAt: now } });
    expect((await apart()).map((one) => one.id)).toEqual([booking.id]);
    await services.database.assignment.update({ where: { id }, data: { endedAt: null } });
    await services.database.membership.updateMany({ where: { personId: adviser.id }, data: { endedAt: now } });
    expect((await apart()).map((one) => one.id)).toEqual([booking.id]);
  });
});
