/** Booking, moving and cancelling a consultation as use cases: the hour, the ledger, and who is told. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type ConsultationSlot, inTransaction } from '../../../prisma/client.js';
import { bookConsultation } from '../../../programme/consultations/bookings/book-consultation.js';
import { cancelConsultation } from '../../../programme/consultations/bookings/cancel-consultation.js';
import { moveConsultation } from '../../../programme/consultations/bookings/move-consultation.js';
import { readAvailable, readLedger } from '../../../programme/consultations/entitlement/ledger.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { buildSlot } from '../../support/consultations.js';
import type { BuiltPerson } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const hours = (n: number) => new Date(fixture.services.clock.now().getTime() + n * 3_600_000);

let adviser: BuiltPerson;
let slot: ConsultationSlot;
let later: ConsultationSlot;

const by = (person: BuiltPerson, role: ActingMember['role'] = 'participant'): ActingMember => ({
  ...{ personId: person.id, programmeId: fixture.programme.id, role, level: null },
  companyId: person.company?.id ?? null,
});

async function book(slotId: string, person = fixture.person) {
  return await inTransaction(fixture.services.database, (transaction) =>
    bookConsultation(transaction, {
      ...{ slotId, companyId: fixture.company.id, mode: 'online', topics: '苦情処理', questions: '', fileIds: [] },
      ...{ attendeeIds: [fixture.person.id, fixture.colleague.id], by: by(person), now: fixture.services.clock.now() },
    }),
  );
}

async function booked(slotId: string): Promise<string> {
  const result = await book(slotId);
  if (isRefusal(result)) throw new Error(result.refused);
  return result.bookingId;
}

const refusalOf = (result: object) => (isRefusal(result) ? result.refused : null);
const available = () =>
  inTransaction(fixture.services.database, (transaction) => readAvailable(transaction, fixture.company.id));
const change = () => ({ reason: '', by: by(fixture.person), now: fixture.services.clock.now() });
const told = async () => (await fixture.sendAllDue()).map(({ kind, account }) => ({ kind, userId: account.userId }));

beforeEach(async () => {
  adviser = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki' });
  const { programme, services } = fixture;
  slot = await buildSlot(services, {
    programme,
    adviserId: adviser.id,
    startsAt: hours(100),
    link: 'https://meet.example/1',
  });
  later = await buildSlot(services, { programme, adviserId: adviser.id, startsAt: hours(124) });
});

describe('a company', () => {
  it('books an hour, and the adviser and the colleague are told', async () => {
    expect(await available()).toBe(2);
    await booked(slot.id);
    expect(await available()).toBe(1);
    expect(await told()).toEqual(
      expect.arrayContaining([
        { kind: 'consultation.booked', userId: adviser.account.userId },
        { kind: 'consultation.booked', userId: fixture.colleague.account.userId },
      ]),
    );
  });

  it('has no hour beyond its entitlement, and gets one back by cancelling', async () => {
    const first = await booked(slot.id);
    await booked(later.id);
    const third = await buildSlot(fixture.services, {
      ...{ programme: fixture.programme, adviserId: adviser.id, startsAt: hours(150) },
    });
    expect(refusalOf(await book(third.id))).toBe('not_entitled');
    await inTransaction(fixture.services.database, (transaction) =>
      cancelConsultation(transaction, { bookingId: first, ...change() }),
    );
    expect(await available()).toBe(1);
    await booked(third.id);
    const ledger = await inTransaction(fixture.services.database, (transaction) =>
      readLedger(transaction, fixture.company.id),
    );
    expect(ledger.map(({ kind, hours: by }) => [kind, by])).toEqual([
      ...[
        ['granted', 2],
        ['reserved', -1],
        ['reserved', -1],
        ['returned', 1],
        ['reserved', -1],
      ],
    ]);
  });

  it('moves a booking, and nobody hears of an hour that was never told', async () => {
    const bookingId = await booked(slot.id);
    const moved = await inTransaction(fixture.services.database, (transaction) =>
      moveConsultation(transaction, { bookingId, slotId: later.id, mode: null, ...change() }),
    );
    expect(refusalOf(moved)).toBeNull();
    const sent = await fixture.sendAllDue();
    expect(sent.filter(({ account }) => account.userId === adviser.account.userId)).toHaveLength(1);
    expect(await available()).toBe(1);
    expect(refusalOf(await book(later.id))).toBe('slot_taken');
  });

  it('can no longer cancel within the guard time; the secretariat can', async () => {
    const bookingId = await booked(slot.id);
    fixture.services.clock.set(hours(60));
    const cancel = async (as: ActingMember, reason = '') =>
      await inTransaction(fixture.services.database, (transaction) =>
        cancelConsultation(transaction, { bookingId, ...change(), reason, by: as }),
      );
    expect(refusalOf(await cancel(by(fixture.person)))).toBe('too_late');
    expect(refusalOf(await cancel(by(fixture.secretary, 'secretariat')))).toBe('reason_needed');
    expect(refusalOf(await cancel(by(fixture.secretary, 'secretariat'), 'They called'))).toBeNull();
  });
});
