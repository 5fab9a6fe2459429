/** The brief of a consultation: when it comes, that it follows the booking, and what it says to whom. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { bookConsultation } from '../../../programme/consultations/bookings/book-consultation.js';
import { cancelConsultation } from '../../../programme/consultations/bookings/cancel-consultation.js';
import { moveConsultation } from '../../../programme/consultations/bookings/move-consultation.js';
import { briefDueAt } from '../../../programme/consultations/briefs/brief-time.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const closure = { firstDay: '2025-02-03', lastDay: '2025-02-03', name: { ja: '休業', en: 'closed' } };

describe('the time of a brief', () => {
  it.each([
    ['the day before', '2025-02-05T13:00:00+09:00', 'Asia/Tokyo', [], '2025-02-04T17:00:00+09:00'],
    ['not on a weekend', '2025-02-03T13:00:00+09:00', 'Asia/Tokyo', [], '2025-01-31T17:00:00+09:00'],
    ['not on a holiday', '2025-02-12T13:00:00+09:00', 'Asia/Tokyo', [], '2025-02-10T17:00:00+09:00'],
    ['not on a closed day', '2025-02-04T13:00:00+09:00', 'Asia/Tokyo', [closure], '2025-01-31T17:00:00+09:00'],
    ['in the reader’s zone', '2025-02-05T01:00:00+09:00', 'Europe/Berlin', [], '2025-02-03T17:00:00+01:00'],
  ] as const)('is %s', (_, startsAt, zone, closures, due) => {
    expect(briefDueAt(new Date(startsAt), zone, { closures })).toEqual(new Date(due));
  });
});

const fixture = programmeFixture();
const hours = (n: number) => new Date(fixture.services.clock.now().getTime() + n * 3_600_000);
let adviser: BuiltPerson;

beforeEach(async () => {
  adviser = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki' });
});

const by = (): ActingMember => ({
  ...{ personId: fixture.person.id, programmeId: fixture.programme.id, role: 'participant', level: null },
  companyId: fixture.company.id,
});
const slotIn = async (from: number) =>
  await buildSlot(fixture.services, { programme: fixture.programme, adviserId: adviser.id, startsAt: hours(from) });

async function book(from: number): Promise<string> {
  const { id: slotId } = await slotIn(from);
  const now = fixture.services.clock.now();
  const about = {
    slotId,
    companyId: fixture.company.id,
    mode: 'online',
    topics: '苦情処理',
    questions: '窓口は?',
  } as const;
  const booked = await inTransaction(fixture.database, (transaction) =>
    bookConsultation(transaction, { ...about, attendeeIds: [fixture.person.id], fileIds: [], by: by(), now }),
  );
  if (isRefusal(booked)) throw new Error(booked.refused);
  return booked.bookingId;
}

const change = (bookingId: string) => ({ bookingId, reason: '', by: by(), now: fixture.services.clock.now() });
const briefs = async (subjectId: string) =>
  await fixture.database.notification.findMany({
    where: { subjectId, kind: 'consultation.brief', state: { not: 'suppressed' } },
    orderBy: { dueAt: 'asc' },
  });

describe('the brief', () => {
  it('is planned with the booking, moves with it and goes with it', async () => {
    const booking = await book(24 * 20);
    const [first] = await briefs(booking);
    expect(first?.personId).toBe(adviser.id);
    expect(first?.dueAt).toEqual(briefDueAt(hours(24 * 20), 'Asia/Tokyo', { closures: [] }));
    const { id: slotId } = await slotIn(24 * 30);
    await inTransaction(fixture.database, (transaction) =>
      moveConsultation(transaction, { ...change(booking), slotId, mode: null }),
    );
    const moved = await briefs(booking);
    expect(moved.map(({ dueAt }) => dueAt)).toEqual([briefDueAt(hours(24 * 30), 'Asia/Tokyo', { closures: [] })]);
    await inTransaction(fixture.database, (transaction) => cancelConsultation(transaction, change(booking)));
    expect(await briefs(booking)).toEqual([]);
  });

  it('says what the company asks and what became of the last one, and private notes to their author alone', async () => {
    const slot = await slotIn(-24 * 7);
    const { id: bookingId } = await buildBooking(fixture.services, {
      ...{ company: fixture.company, slot, attendeeIds: [fixture.person.id] },
    });
    const at = hours(-24);
    await fixture.database.booking.update({ where: { id: bookingId }, data: { state: 'held' } });
    await fixture.database.consultationRecord.create({
      data: { bookingId, version: 1, outcome: 'held', minutes: 60, advice: '方針を見直す', byId: adviser.id, at },
    });
    await fixture.database.nextAction.create({
      data: { bookingId, companyId: fixture.company.id, text: '窓口を決める', owner: '総務', createdAt: at },
    });
    for (const [authorId, text] of [
      [adviser.id, '私のメモ'],
      [fixture.secretary.id, '人のメモ'],
    ] as const) {
      await fixture.database.privateNote.create({ data: { bookingId, authorId, text, at } });
    }
    const booking = await book(24 * 20);
    const shown = wordsOf(await fixture.ask(adviser, 'consultation.brief', { booking }));
    for (const words of ['苦情処理', '窓口は?', '方針を見直す', 'Open: 窓口を決める (総務)', '私のメモ']) {
      expect(shown).toContain(words);
    }
    expect(shown).not.toContain('人のメモ');
    // What is stored with the request tells nothing of it.
    const stored = await fixture.database.request.findMany();
    expect(JSON.stringify(stored)).not.toMatch(/苦情処理|方針を見直す|私のメモ/);
    const other = await fixture.member({ role: 'adviser' });
    expect(await fixture.refused(other, 'consultation.brief', { booking })).not.toContain('苦情処理');
    expect(await fixture.refused(fixture.person, 'consultation.brief', { booking })).not.toContain('苦情処理');
  });

  it('is not planned where its time is over: the notice of the booking says all', async () => {
    fixture.services.clock.set(new Date('2025-02-03T17:30:00+09:00'));
    await fixture.database.programme.update({ where: { id: fixture.programme.id }, data: { guardHours: 0 } });
    expect(await briefs(await book(20))).toEqual([]);
  });
});
