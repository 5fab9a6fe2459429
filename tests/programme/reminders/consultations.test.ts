/** Reminders of consultations: planned with the booking, moved and withdrawn in the transaction of its changes, for those who attend. */
import { beforeEach, expect, it } from 'vitest';
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import { bookConsultation } from '../../../programme/consultations/bookings/book-consultation.js';
import { cancelConsultation } from '../../../programme/consultations/bookings/cancel-consultation.js';
import { moveConsultation } from '../../../programme/consultations/bookings/move-consultation.js';
import { planReminders } from '../../../programme/reminders/plan-reminders.js';
import { addRules } from '../../../programme/reminders/set-rules.js';
import { acting } from '../../support/acting.js';
import { buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, notificationsTo } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({ programme: { timeZone: 'Asia/Tokyo' } });
const at = (text: string) => new Date(`${text}:00+09:00`);
const now = () => fixture.services.clock.now();
const by = () => ({ ...acting(fixture.person, fixture.programme, 'participant'), companyId: fixture.company.id });

let adviser: BuiltPerson;

beforeEach(async () => {
  const programmeId = fixture.programme.id;
  fixture.services.clock.set(at('2025-01-20T10:00'));
  adviser = await fixture.member({ role: 'adviser' });
  await fixture.database.entitlementEntry.create({
    data: { companyId: fixture.company.id, kind: 'granted', hours: 5, at: now() },
  });
  await inTransaction(fixture.database, async (transaction) => {
    await addRules(transaction, programmeId, now(), {
      session: [],
      consultation: [1_440, 60],
      invitation: [],
      deadline: [],
    });
    await planReminders(transaction, { programmeId, now: now() });
  });
});

const offered = async (when: string) =>
  await buildSlot(fixture.services, { programme: fixture.programme, adviserId: adviser.id, startsAt: at(when) });

const change = async (work: (transaction: Transaction) => Promise<unknown>) => {
  const done = await inTransaction(fixture.database, work);
  expect(done).not.toHaveProperty('refused');
};

/** A consultation of that time, which the person alone attends. */
async function book(when: string): Promise<string> {
  const { id: slotId } = await offered(when);
  await change((transaction) =>
    bookConsultation(transaction, {
      ...{ slotId, companyId: fixture.company.id, mode: 'online', topics: '', questions: '', fileIds: [] },
      ...{ attendeeIds: [fixture.person.id], by: by(), now: now() },
    }),
  );
  return (await fixture.database.booking.findFirstOrThrow({ where: { slotId } })).id;
}

async function planned({ id: personId }: Pick<BuiltPerson, 'id'> = fixture.person): Promise<readonly Date[]> {
  const rows = await fixture.database.notification.findMany({
    where: { personId, kind: { startsWith: 'reminder.' }, state: 'pending' },
    orderBy: { dueAt: 'asc' },
  });
  return rows.map(({ dueAt }) => dueAt);
}

it('are planned for those who attend, move with the booking, and are withdrawn with it', async () => {
  const bookingId = await book('2025-02-04T13:00');
  expect(await planned()).toEqual([at('2025-02-03T09:00'), at('2025-02-04T12:00')]);
  for (const other of [fixture.colleague, adviser]) expect(await planned(other)).toEqual([]);
  // Tuesday, 11 February, is a national holiday: the day before the 12th has no window.
  const { id: slotId } = await offered('2025-02-12T10:00');
  const moving = (transaction: Transaction) =>
    moveConsultation(transaction, { bookingId, slotId, mode: null, reason: '', by: by(), now: now() });
  await change(moving);
  expect(await planned()).toEqual([at('2025-02-10T16:00'), at('2025-02-12T09:00')]);
  await change((transaction) => cancelConsultation(transaction, { bookingId, reason: '', by: by(), now: now() }));
  expect(await planned()).toEqual([]);
});

it('stay as they were where the change is undone', async () => {
  const bookingId = await book('2025-02-04T13:00');
  const before = await planned();
  const undone = inTransaction(fixture.database, async (transaction) => {
    await cancelConsultation(transaction, { bookingId, reason: '', by: by(), now: now() });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await planned()).toEqual(before);
});

it('say when and with whom, in days and in minutes, and nothing once it has begun', async () => {
  const bookingId = await book('2025-02-04T13:00');
  const remindedAt = async (when: string) => {
    fixture.services.clock.set(at(when));
    const told = notificationsTo(await fixture.sendAllDue(), fixture.person);
    return told.filter(({ kind }) => kind.startsWith('reminder.')).map(({ words }) => words);
  };
  const [dayBefore = '', ...more] = await remindedAt('2025-02-03T09:00');
  expect(more).toEqual([]);
  expect(dayBefore).toContain('Your consultation is tomorrow');
  expect(dayBefore).toContain(adviser.nameEn);
  const [hourBefore = ''] = await remindedAt('2025-02-04T12:05');
  expect(hourBefore).toContain('begins in 55 minutes');
  await fixture.database.reminderTold.deleteMany();
  await fixture.database.notification.updateMany({
    where: { kind: { startsWith: 'reminder.' } },
    data: { state: 'pending', settledAt: null },
  });
  expect(await remindedAt('2025-02-04T13:00')).toEqual([]);
  expect((await fixture.database.booking.findUniqueOrThrow({ where: { id: bookingId } })).state).toBe('booked');
});
