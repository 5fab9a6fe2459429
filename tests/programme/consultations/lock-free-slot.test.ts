/** A booking has its adviser's lock while the hour is free, and lets go of it at once where it is booked. */
import { beforeEach, expect, it } from 'vitest';
import { type ConsultationSlot, inTransaction, type Transaction } from '../../../prisma/client.js';
import { lockAdvisersOf, lockFreeSlot } from '../../../programme/consultations/bookings/bookings.sql.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const hours = (n: number) => new Date(fixture.services.clock.now().getTime() + n * 3_600_000);

let slot: ConsultationSlot;

beforeEach(async () => {
  const adviser = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki' });
  slot = await buildSlot(fixture.services, {
    ...{ programme: fixture.programme, adviserId: adviser.id, startsAt: hours(100) },
  });
});

/** Whether this transaction holds the lock of an adviser. */
async function holdsLock(transaction: Transaction): Promise<boolean> {
  const [row] = await transaction.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory') AS held`;
  return row?.held ?? false;
}

it('holds the lock of a free hour until the transaction ends', async () => {
  await inTransaction(fixture.services.database, async (transaction) => {
    expect(await lockFreeSlot(transaction, slot.id)).toBe(true);
    expect(await holdsLock(transaction)).toBe(true);
  });
});

it('holds nothing of a booked hour, and goes on in the same transaction', async () => {
  await buildBooking(fixture.services, { slot, company: fixture.company, attendeeIds: [fixture.person.id] });
  await inTransaction(fixture.services.database, async (transaction) => {
    expect(await lockFreeSlot(transaction, slot.id)).toBe(false);
    expect(await holdsLock(transaction)).toBe(false);
    // The lock that does not look is held of a booked hour, too.
    await lockAdvisersOf(transaction, [slot.id]);
    expect(await holdsLock(transaction)).toBe(true);
  });
});
