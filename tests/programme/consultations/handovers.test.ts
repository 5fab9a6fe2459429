/** Handing over, answering and a day off: what changes, who is told, and what meets at the same instant. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type Booking,
  type ConsultationSlot,
  inTransaction,
  openDatabase,
  type Transaction,
} from '../../../prisma/client.js';
import { bookConsultation } from '../../../programme/consultations/bookings/book-consultation.js';
import { cancelConsultation } from '../../../programme/consultations/bookings/cancel-consultation.js';
import { moveConsultation } from '../../../programme/consultations/bookings/move-consultation.js';
import { readAvailable } from '../../../programme/consultations/entitlement/ledger.js';
import { answerRequest } from '../../../programme/consultations/handovers/answer-request.js';
import { withdrawHours } from '../../../programme/consultations/slots/withdraw-hours.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import type { Form, Values } from '../../../programme/messages/message.js';
import { atOnce } from '../../support/at-once.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, buildAssignment, messageWords, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({ programme: { timeZone: 'Asia/Tokyo' } });
const at = (text: string) => new Date(`${text}+09:00`);

let saeki: BuiltPerson;
let tanaka: BuiltPerson;
let slot: ConsultationSlot;
let booking: Booking;

beforeEach(async () => {
  fixture.services.clock.set(at('2025-01-20T10:00'));
  saeki = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki', language: 'en' });
  tanaka = await fixture.member({ role: 'adviser', nameJa: '田中 太一', nameEn: 'Taichi Tanaka', language: 'en' });
  slot = await offered('2025-02-04T13:00');
  booking = await booked(slot);
});

const offered = (when: string, adviser = saeki) =>
  buildSlot(fixture.services, {
    ...{ programme: fixture.programme, adviserId: adviser.id, startsAt: at(when), link: 'https://meet.example/x' },
  });
const booked = (of: ConsultationSlot) =>
  buildBooking(fixture.services, {
    ...{ company: fixture.company, slot: of, attendeeIds: [fixture.person.id, fixture.colleague.id] },
  });
const read = () => fixture.database.booking.findUniqueOrThrow({ where: { id: booking.id } });
const submit = (person: BuiltPerson, action: string, input: Values) =>
  fixture.ask(person, action, input, { submitted: true });
const told = async () =>
  (await fixture.sendAllDue()).map(({ kind, account, message }) => ({
    ...{ kind, to: account.userId, words: messageWords(message) },
  }));
async function askTanaka(): Promise<string> {
  const asked = await submit(saeki, 'consultation.hand-over', { booking: booking.id, adviser: tanaka.id });
  expect(outcomeOf(asked), wordsOf(asked)).toBe('done');
  return (await fixture.database.bookingRequest.findFirstOrThrow({ where: { state: 'open' } })).id;
}
const answer = (bookingRequest: string, accept = true, person = tanaka) =>
  fixture.ask(person, 'consultation.answer', { bookingRequest, accept });
const choicesIn = (form: Form, name: string) => {
  const field = form.fields.find((one) => one.name === name);
  return field?.kind === 'choice' ? field.choices : [];
};

describe('handing over', () => {
  it('offers only advisers who are free then, with what they hold that day, and none who was taken off the company', async () => {
    const busy = await fixture.member({ role: 'adviser', nameEn: 'Busy' });
    const apart = await fixture.member({ role: 'adviser', nameEn: 'Apart' });
    await fixture.database.booking.create({
      data: {
        ...{ programmeId: fixture.programme.id, companyId: (await other()).id, adviserId: busy.id, mode: 'online' },
        ...{ startsAt: at('2025-02-04T13:30'), endsAt: at('2025-02-04T14:30') },
        ...{ bookedById: fixture.person.id, createdAt: at('2025-01-20T10:00') },
      },
    });
    const { id } = await buildAssignment(fixture.services, { company: fixture.company, adviserId: apart.id });
    await fixture.database.assignment.update({ where: { id }, data: { endedAt: at('2025-01-20T10:00') } });
    const form = await fixture.opened(saeki, 'consultation.hand-over', { booking: booking.id });
    expect(choicesIn(form, 'adviser')).toEqual([
      { value: tanaka.id, label: 'Taichi Tanaka (consultations that day: 0)' },
    ]);
  });

  it('changes nothing before the colleague accepts; then everyone is told once', async () => {
    const request = await askTanaka();
    expect((await read()).adviserId).toBe(saeki.id);
    const asked = await told();
    expect(asked.map(({ kind, to }) => [kind, to])).toEqual([['consultation.asked', tanaka.account.userId]]);
    expect(asked[0]?.words).toContain('Sae Saeki');
    expect(outcomeOf(await answer(request))).toBe('done');
    expect(await read()).toMatchObject({ adviserId: tanaka.id, startsAt: slot.startsAt, slotId: null });
    const people = (await told()).map(({ kind, to }) => [kind, to]);
    expect(people.filter(([, to]) => to === fixture.colleague.account.userId)).toHaveLength(1);
    expect(new Set(people.map(([kind]) => kind))).toEqual(new Set(['consultation.moved']));
    const withdrawn = await fixture.database.consultationSlot.findUniqueOrThrow({ where: { id: slot.id } });
    expect(withdrawn.state).toBe('withdrawn');
    expect(wordsOf(await answer(request))).toContain('accepted already');
  });

  it('tells who asked where the colleague declines, and the company hears nothing', async () => {
    const request = await askTanaka();
    await told();
    expect(outcomeOf(await answer(request, false))).toBe('done');
    expect((await read()).adviserId).toBe(saeki.id);
    expect(await told()).toMatchObject([{ kind: 'consultation.answered', to: saeki.account.userId }]);
  });

  it('is asked once, of nobody else’s booking, and lapses when the booking changes', async () => {
    const request = await askTanaka();
    expect(outcomeOf(await submit(saeki, 'consultation.hand-over', { booking: booking.id, adviser: tanaka.id }))).toBe(
      'refused',
    );
    expect(outcomeOf(await answer(request, true, saeki))).toBe('refused');
    await told();
    await cancel();
    expect(await told()).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'consultation.answered', to: tanaka.account.userId })]),
    );
    expect(wordsOf(await answer(request))).toContain('has lapsed');
  });
});

const other = async () =>
  await fixture.database.company.create({
    data: { programmeId: fixture.programme.id, code: 'OTHER', nameJa: '別', nameEn: 'Other', kana: 'ベツ' },
  });

const participant = (): ActingMember => ({
  ...{ personId: fixture.person.id, programmeId: fixture.programme.id, role: 'participant', level: null },
  companyId: fixture.company.id,
});
const cancel = () =>
  inTransaction(fixture.database, (transaction) =>
    cancelConsultation(transaction, {
      ...{ bookingId: booking.id, reason: '', by: participant(), now: fixture.services.clock.now() },
    }),
  );

it('a time of the company’s own becomes an hour of the adviser’s once it is accepted', async () => {
  const overlapping = await offered('2025-02-06T10:30');
  const request = await fixture.database.bookingRequest.create({
    data: {
      ...{ bookingId: booking.id, kind: 'own_time', askedOfId: saeki.id, byId: fixture.person.id },
      ...{ startsAt: at('2025-02-06T10:00'), endsAt: at('2025-02-06T11:00'), createdAt: at('2025-01-20T10:00') },
    },
  });
  expect(outcomeOf(await answer(request.id, true, saeki))).toBe('done');
  expect(await read()).toMatchObject({ startsAt: at('2025-02-06T10:00'), adviserId: saeki.id });
  const gone = await fixture.database.consultationSlot.findUniqueOrThrow({ where: { id: overlapping.id } });
  expect(gone.state).toBe('withdrawn');
});

describe('an hour that is booked', () => {
  it('is not withdrawn: the refusal leads to handing its booking over', async () => {
    const { reply } = await submit(saeki, 'consultation.withdraw', { slots: [slot.id], agreed: true });
    expect(reply).toMatchObject({ kind: 'message', outcome: 'refused' });
    expect(JSON.stringify(reply)).toContain(`"action":"consultation.hand-over","input":{"booking":"${booking.id}"}`);
    const free = await offered('2025-02-05T13:00');
    expect(outcomeOf(await submit(saeki, 'consultation.withdraw', { slots: [free.id], agreed: true }))).toBe('done');
    expect(outcomeOf(await submit(tanaka, 'consultation.withdraw', { slots: [slot.id], agreed: true }))).not.toBe(
      'done',
    );
  });

  it('stands first in the agenda', async () => {
    await offered('2025-01-21T13:00');
    const agenda = wordsOf(await fixture.ask(saeki, 'consultation.agenda'));
    expect(agenda).toContain('Your next consultation');
    expect(agenda).toMatch(/4 Feb 2025 13:00.*Free hours.*21 Jan 2025 13:00/s);
  });
});

describe('a day with more than one plan holds', () => {
  it('names what stays, in the lines, in the plan and after it, and goes on with it', async () => {
    await fixture.database.entitlementEntry.create({
      data: { companyId: fixture.company.id, kind: 'granted', hours: 20, at: at('2025-01-20T10:00') },
    });
    for (const hour of ['00', '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11']) {
      await booked(await offered(`2025-02-04T${hour}:00`));
    }
    await told();
    const lines = await fixture.ask(saeki, 'consultation.away', { day: '2025-02-04' });
    if (lines.reply.kind !== 'form') throw new Error(wordsOf(lines));
    const { form } = lines.reply;
    const later = 'This one stays as it is for now, so please go on with it afterwards:\\nTue, 4 Feb 2025 13:00';
    expect(JSON.stringify(form.introduction)).toContain(later);
    const chosen = Object.fromEntries(form.fields.map(({ name }) => [name, choicesIn(form, name).at(-1)?.value ?? '']));
    const shown = await submit(saeki, 'consultation.away', { ...form.known, ...chosen });
    if (shown.reply.kind !== 'form') throw new Error(wordsOf(shown));
    expect(JSON.stringify(shown.reply.form.introduction)).toContain(later);
    const did = await submit(saeki, 'consultation.away', shown.reply.form.known);
    expect(outcomeOf(did), wordsOf(did)).toBe('done');
    expect(JSON.stringify(did.reply)).toContain(later);
    expect(JSON.stringify(did.reply)).toContain('"action":"consultation.away","input":{"day":"2025-02-04"}');
    expect((await read()).state).toBe('booked');
    const rest = await fixture.opened(saeki, 'consultation.away', { day: '2025-02-04' });
    expect(rest.fields).toHaveLength(1);
  });
});

describe('a day off', () => {
  it('proposes, shows and does everything at once, and each person gets one message', async () => {
    await fixture.database.entitlementEntry.create({
      data: { companyId: fixture.company.id, kind: 'granted', hours: 5, at: at('2025-01-20T10:00') },
    });
    const second = await booked(await offered('2025-02-04T15:00'));
    const third = await booked(await offered('2025-02-04T17:00'));
    const later = await offered('2025-02-06T13:00');
    const free = await offered('2025-02-04T10:00');
    await told();
    const lines = await fixture.ask(saeki, 'consultation.away', { day: '2025-02-04' }, { submitted: true });
    if (lines.reply.kind !== 'form') throw new Error('no form');
    const { form } = lines.reply;
    expect(form.fields.map((field) => (field.kind === 'choice' ? field.initial : null))).toEqual([
      `${booking.id}.slot.${later.id}`,
      `${second.id}.adviser.${tanaka.id}`,
      `${third.id}.adviser.${tanaka.id}`,
    ]);
    expect(choicesIn(form, 'line1').at(-1)?.label).toBe('Cancel and give the hour back');
    const chosen = {
      ...{ line1: `${booking.id}.slot.${later.id}`, line2: `${second.id}.adviser.${tanaka.id}` },
      line3: `${third.id}.cancel`,
    };
    const shown = await submit(saeki, 'consultation.away', { ...form.known, ...chosen });
    if (shown.reply.kind !== 'form') throw new Error(wordsOf(shown));
    expect(JSON.stringify(shown.reply.form.introduction)).toContain('3 people will be told, each in one message');
    const before = await available();
    const did = await submit(saeki, 'consultation.away', shown.reply.form.known);
    expect(outcomeOf(did), wordsOf(did)).toBe('done');
    expect(await read()).toMatchObject({ startsAt: later.startsAt, adviserId: saeki.id });
    expect(await available()).toBe((before ?? 0) + 1);
    expect((await fixture.database.consultationSlot.findUniqueOrThrow({ where: { id: free.id } })).state).toBe(
      'withdrawn',
    );
    const sent = await told();
    expect(sent.map(({ kind, to }) => [kind, to]).toSorted()).toEqual(
      [fixture.person, fixture.colleague, tanaka]
        .map(({ account }) => ['consultation.rearranged', account.userId])
        .toSorted(),
    );
    const toTanaka = sent.find(({ to }) => to === tanaka.account.userId)?.words ?? '';
    expect(toTanaka).toContain('Please hold these consultations instead');
    expect(toTanaka).not.toContain('17:00');
    expect(await told()).toEqual([]);
  });

  it('is refused as a whole where the day has changed meanwhile, and where a line cannot be done', async () => {
    const stale = { day: '2025-02-04', agreed: true, line1: `${booking.id}.cancel` };
    await booked(await offered('2025-02-04T15:00'));
    const changed = await submit(saeki, 'consultation.away', stale);
    expect(outcomeOf(changed)).toBe('form');
    expect((await read()).state).toBe('booked');
    const past = await submit(saeki, 'consultation.away', { day: '2025-01-19' });
    expect(past.reply).toMatchObject({ kind: 'form', errors: { day: 'Please choose today or a later day.' } });
    const empty = await submit(saeki, 'consultation.away', { day: '2025-02-05' });
    expect(empty.reply).toMatchObject({ kind: 'form', errors: { day: expect.stringContaining('Nothing is booked') } });
  });
});

const available = () =>
  inTransaction(fixture.database, (transaction) => readAvailable(transaction, fixture.company.id));

describe('at the same instant', () => {
  const asTanaka = (): ActingMember => ({
    ...{ personId: tanaka.id, programmeId: fixture.programme.id, role: 'adviser', level: null, companyId: null },
  });

  type Work = (transaction: Transaction) => Promise<unknown>;
  const now = () => fixture.services.clock.now();

  /** Does the first in a transaction that stays open until the second waits for it or is over; returns what the second did. */
  async function meanwhile(first: Work, second: Work): Promise<unknown> {
    const elsewhere = openDatabase(fixture.test.url);
    try {
      return await atOnce({
        database: fixture.database,
        first: async (transaction) => expect(await first(transaction)).not.toHaveProperty('refused'),
        second: () => inTransaction(elsewhere.database, second),
      });
    } finally {
      await elsewhere.close();
    }
  }

  /** Connections that are opened meanwhile take no lock of an adviser. */
  async function withoutLocks(work: () => Promise<void>): Promise<void> {
    const [row] = await fixture.database.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
    await fixture.database.$executeRaw`
      CREATE FUNCTION public.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT 1'`;
    await fixture.database.$executeRawUnsafe(`ALTER DATABASE "${row?.name}" SET search_path = public, pg_catalog`);
    try {
      await work();
    } finally {
      await fixture.database.$executeRawUnsafe(`ALTER DATABASE "${row?.name}" RESET search_path`);
      await fixture.database.$executeRaw`DROP FUNCTION public.pg_advisory_xact_lock(bigint)`;
    }
  }

  const accept =
    (requestId: string): Work =>
    (transaction) =>
      answerRequest(transaction, { requestId, accept: true, reason: '', by: asTanaka(), now: now() });
  const cancelling: Work = (transaction) =>
    cancelConsultation(transaction, { bookingId: booking.id, reason: '', by: participant(), now: now() });
  const moving =
    (slotId: string): Work =>
    (transaction) =>
      moveConsultation(transaction, {
        ...{ bookingId: booking.id, slotId, mode: null, reason: '', by: participant(), now: now() },
      });

  it('an acceptance that waits for a cancellation finds the request gone', async () => {
    expect(await meanwhile(cancelling, accept(await askTanaka()))).toMatchObject({ refused: 'request_withdrawn' });
    expect(await read()).toMatchObject({ state: 'cancelled', adviserId: saeki.id });
  });

  it('a cancellation that waits for an acceptance is told that the booking has changed', async () => {
    expect(await meanwhile(accept(await askTanaka()), cancelling)).toMatchObject({ refused: 'booking_changed' });
    expect(await read()).toMatchObject({ state: 'booked', adviserId: tanaka.id });
  });

  it('an acceptance that waits for a move finds the request gone; without the lock it takes over another hour', async () => {
    const later = await offered('2025-02-06T13:00');
    const request = await askTanaka();
    expect(await meanwhile(moving(later.id), accept(request))).toMatchObject({ refused: 'request_withdrawn' });
    expect(await read()).toMatchObject({ startsAt: later.startsAt, adviserId: saeki.id });
    const again = await askTanaka();
    const latest = await offered('2025-02-07T13:00');
    await withoutLocks(async () => {
      expect(await meanwhile(moving(latest.id), accept(again))).not.toHaveProperty('refused');
    });
    // The control: Tanaka agreed to hold the hour of 6 February.
    expect(await read()).toMatchObject({ startsAt: latest.startsAt, adviserId: tanaka.id });
  });

  it('an hour that is being booked is not withdrawn; without the lock the booking would lose it', async () => {
    await fixture.database.entitlementEntry.create({
      data: { companyId: fixture.company.id, kind: 'granted', hours: 5, at: now() },
    });
    const book =
      (slotId: string): Work =>
      (transaction) =>
        bookConsultation(transaction, {
          ...{ slotId, companyId: fixture.company.id, mode: 'online', topics: '', questions: '', fileIds: [] },
          ...{ attendeeIds: [fixture.person.id], by: participant(), now: now() },
        });
    const withdrawing =
      (slotId: string): Work =>
      (transaction) =>
        withdrawHours(transaction, { slotIds: [slotId], by: { ...asTanaka(), personId: saeki.id }, now: now() });
    const stateOf = async (id: string) =>
      (await fixture.database.consultationSlot.findUniqueOrThrow({ where: { id } })).state;
    const [one, other] = [await offered('2025-02-06T13:00'), await offered('2025-02-07T13:00')];
    expect(await meanwhile(book(one.id), withdrawing(one.id))).toMatchObject({ refused: 'slot_booked' });
    expect(await stateOf(one.id)).toBe('open');
    await withoutLocks(async () => {
      expect(await meanwhile(book(other.id), withdrawing(other.id))).not.toHaveProperty('refused');
    });
    expect(await stateOf(other.id)).toBe('withdrawn');
  });
});
