/** The rules of consultations under attack: people who are merged, leave or are taken off, hours moved onto themselves, forms sent late or twice. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Booking, ConsultationSlot } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, buildAssignment, notificationsTo, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const at = (local: string) => new Date(`${local}:00+09:00`);

let saeki: BuiltPerson;
let mori: BuiltPerson;
let slot: ConsultationSlot;
let booking: Booking;

const free = async (adviser: BuiltPerson, local: string) =>
  await buildSlot(fixture.services, { programme: fixture.programme, adviserId: adviser.id, startsAt: at(local) });
const submit = async (person: BuiltPerson, action: string, input: Values) =>
  await fixture.ask(person, action, input, { submitted: true });
const merge = async (from: BuiltPerson, into: BuiltPerson) =>
  await fixture.done(fixture.secretary, 'member.merge', { formerPerson: from.id, person: into.id, agreed: true });
const stored = async () => await fixture.database.booking.findUniqueOrThrow({ where: { id: booking.id } });
const asks = async (from = saeki, to = mori) =>
  await fixture.done(from, 'consultation.hand-over', { booking: booking.id, adviser: to.id });
const requestNow = async () =>
  await fixture.database.bookingRequest.findFirstOrThrow({
    where: { bookingId: booking.id },
    orderBy: { createdAt: 'desc' },
  });
const kindsTold = async (person: BuiltPerson) =>
  notificationsTo(await fixture.sendAllDue(), person)
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('consultation.'));

/** Tuesday, 1 October 2024, 9:00; the consultation is two weeks later. */
beforeEach(async () => {
  const { services, company, person, colleague } = fixture;
  saeki = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki' });
  mori = await fixture.member({ role: 'adviser', nameJa: '森 真', nameEn: 'Makoto Mori' });
  slot = await free(saeki, '2024-10-15T14:00');
  booking = await buildBooking(services, { company, slot, attendeeIds: [person.id, colleague.id] });
});

describe('a move to the hour that the booking has', () => {
  it('is refused, tells nobody, and offers the hour to nobody who waits', async () => {
    const waiting = await fixture.member({});
    await fixture.done(waiting, 'consultation.watch', { until: '2024-12-20' });
    const input = { booking: booking.id, slot: slot.id, mode: 'online' };
    const words = await fixture.refused(fixture.person, 'consultation.move', input);
    expect(words).toContain('time that the consultation has');
    expect((await stored()).version).toBe(1);
    expect(await fixture.sendAllDue()).toEqual([]);
    expect(await fixture.database.watchTurn.count()).toBe(0);
  });

  it('is refused to its adviser, whose hour is not withdrawn', async () => {
    const input = { booking: booking.id, slot: slot.id, freed: 'withdrawn', reason: '' };
    expect(outcomeOf(await submit(saeki, 'consultation.move', input))).not.toBe('done');
    expect(await fixture.database.consultationSlot.findUnique({ where: { id: slot.id } })).toMatchObject({
      state: 'open',
    });
  });
});

describe('a merged person', () => {
  it('goes on with the old buttons, as the one who stays', async () => {
    const duplicate = await fixture.member({ company: fixture.company });
    await fixture.database.bookingAttendee.create({ data: { bookingId: booking.id, personId: duplicate.id } });
    await merge(duplicate, fixture.colleague);
    await fixture.done(duplicate, 'consultation.cancel', { booking: booking.id, agreed: true });
    expect(await kindsTold(fixture.person)).toEqual(['consultation.cancelled']);
  });

  it('is told once what both were to be told', async () => {
    const duplicate = await fixture.member({ company: fixture.company });
    const other = await free(saeki, '2024-10-17T14:00');
    await fixture.database.bookingAttendee.create({ data: { bookingId: booking.id, personId: duplicate.id } });
    await fixture.done(fixture.person, 'consultation.move', { booking: booking.id, slot: other.id, mode: 'online' });
    await merge(duplicate, fixture.colleague);
    const told = await fixture.sendAllDue();
    expect(told.filter(({ kind }) => kind === 'consultation.moved')).toHaveLength(2);
  });

  it('who asked for a handover hears of the answer', async () => {
    const duplicate = saeki;
    const stays = await fixture.member({ role: 'adviser' });
    await asks();
    await merge(duplicate, stays);
    const { id } = await requestNow();
    await fixture.sendAllDue();
    await fixture.done(mori, 'consultation.answer', { bookingRequest: id, accept: false, reason: 'busy' });
    const told = (await fixture.sendAllDue()).filter(({ kind }) => kind === 'consultation.answered');
    expect(told).toHaveLength(1);
  });

  it('who asked the duplicate of herself no longer waits for an answer, and may ask another', async () => {
    await asks();
    await merge(mori, saeki);
    expect((await requestNow()).state).toBe('withdrawn');
    const tanaka = await fixture.member({ role: 'adviser' });
    await asks(saeki, tanaka);
  });

  it('who did not come is still named in the record', async () => {
    const duplicate = await fixture.member({ company: fixture.company, nameEn: 'Double Doe' });
    await fixture.database.bookingAttendee.create({ data: { bookingId: booking.id, personId: duplicate.id } });
    fixture.services.clock.set(at('2024-10-15T16:00'));
    await fixture.done(saeki, 'consultation.record', {
      ...{ booking: booking.id, outcome: 'held', minutes: '60', advice: 'x', absent: [duplicate.id] },
      ...{ seen: 0, agreed: true },
    });
    await merge(duplicate, fixture.colleague);
    const shown = wordsOf(await fixture.ask(fixture.person, 'consultation.show', { booking: booking.id }));
    expect(shown).toMatch(new RegExp(`did not come: .*${fixture.colleague.nameEn}`));
  });

  it('who is away that day is not offered as free', async () => {
    const stays = await fixture.member({ role: 'adviser', nameEn: 'Aya Absent' });
    await fixture.database.adviserAbsence.create({
      data: {
        ...{ programmeId: fixture.programme.id, adviserId: mori.id, day: new Date('2024-10-15') },
        ...{ byId: mori.id, at: fixture.services.clock.now() },
      },
    });
    await merge(mori, stays);
    const words = wordsOf(await fixture.ask(saeki, 'consultation.hand-over', { booking: booking.id }));
    expect(words).not.toContain('Aya Absent');
  });
});

describe('an adviser who was asked to take over, and can no longer answer', () => {
  it.each([
    ['was taken off the company', async () => await takeOff()],
    ['has left the programme', async () => await leave(mori)],
  ])('since she %s, gives way to another one, and the asker is told', async (_name, gone) => {
    await asks();
    await gone();
    expect((await requestNow()).state).toBe('withdrawn');
    expect(await kindsTold(saeki)).toContain('consultation.answered');
    const tanaka = await fixture.member({ role: 'adviser' });
    await asks(saeki, tanaka);
  });

  async function takeOff() {
    await buildAssignment(fixture.services, { company: fixture.company, adviserId: saeki.id });
    const { id } = await buildAssignment(fixture.services, { company: fixture.company, adviserId: mori.id });
    await fixture.done(fixture.secretary, 'adviser.withdraw', { assignment: id, reason: 'x', agreed: true });
  }
});

const leave = async (person: BuiltPerson) =>
  await fixture.done(fixture.secretary, 'member.end', { person: person.id, agreed: true });

describe('people of the company who have left', () => {
  it('press old buttons in vain', async () => {
    await leave(fixture.colleague);
    expect(
      outcomeOf(await submit(fixture.colleague, 'consultation.cancel', { booking: booking.id, agreed: true })),
    ).toBe('refused');
    expect((await stored()).state).toBe('booked');
  });

  it('do not keep their company from hearing that its consultation falls through', async () => {
    const stays = await fixture.member({ company: fixture.company });
    await leave(fixture.person);
    await leave(fixture.colleague);
    await fixture.sendAllDue();
    await fixture.done(saeki, 'consultation.cancel', { booking: booking.id, agreed: true, reason: 'ill' });
    expect(await kindsTold(stays)).toEqual(['consultation.cancelled']);
  });

  it('are not named to the adviser as coming', async () => {
    await leave(fixture.colleague);
    const words = wordsOf(await fixture.ask(saeki, 'consultation.brief', { booking: booking.id }));
    expect(words).toContain(fixture.person.nameEn);
    expect(words).not.toContain(fixture.colleague.nameEn);
  });
});

describe('a time of one’s own', () => {
  it.each([
    ['after the programme', '2025-05-07'],
    ['years later', '2034-10-17'],
  ])('%s is refused', async (_name, date) => {
    const input = { booking: booking.id, date, time: '10:00', reason: 'x' };
    expect(await fixture.refused(fixture.person, 'consultation.propose', input)).toContain('within the programme');
  });
});

describe('hours from a day on', () => {
  it.each([
    ['3月10日以降の空き時間', ['10 Mar 2025', '1 Apr 2025'], ['3 Mar 2025']],
    ['3月に空いている時間は', ['3 Mar 2025', '10 Mar 2025'], ['20 Feb 2025']],
    ['3月10日に空いている時間は', ['10 Mar 2025'], ['3 Mar 2025', '1 Apr 2025']],
  ])('are what “%s” asks for', async (text, shown, hidden) => {
    for (const day of ['2025-02-20', '2025-03-03', '2025-03-10', '2025-04-01']) await free(mori, `${day}T10:00`);
    fixture.services.clock.set(at('2025-01-15T09:00'));
    const incoming = {
      fingerprint: null,
      resendFingerprint: null,
      answeredLater: false,
      words: text,
      isCommand: false,
    };
    const said = { ...incoming, account: fixture.person.account, key: randomUUID() };
    const words = wordsOf(await handleRequest(fixture.services, said));
    for (const day of shown) expect(words).toContain(day);
    for (const day of hidden) expect(words).not.toContain(day);
  });
});

describe('a form', () => {
  const booked = (person: BuiltPerson, other: ConsultationSlot): Values => ({
    ...{ slot: other.id, mode: 'online', topics: 'x', attendees: [person.id] },
  });

  it('whose hold has run out is booked while nobody else has the hour', async () => {
    const other = await free(mori, '2024-10-21T10:00');
    await fixture.opened(fixture.person, 'consultation.book', { slot: other.id });
    fixture.services.clock.advance({ minutes: 6 });
    await fixture.done(fixture.person, 'consultation.book', booked(fixture.person, other));
  });

  it('whose hold has run out says so, with the next hours, where another has it in a form', async () => {
    const other = await free(mori, '2024-10-21T10:00');
    await free(mori, '2024-10-22T10:00');
    const rival = await fixture.member({});
    await fixture.opened(fixture.person, 'consultation.book', { slot: other.id });
    fixture.services.clock.advance({ minutes: 6 });
    await fixture.opened(rival, 'consultation.book', { slot: other.id });
    const late = await submit(fixture.person, 'consultation.book', booked(fixture.person, other));
    expect(wordsOf(late)).toContain('22 Oct 2024');
    expect(await fixture.database.booking.count({ where: { slotId: other.id } })).toBe(0);
    await fixture.done(rival, 'consultation.book', booked(rival, other));
  });

  it('sent from two browsers at once books once, and costs one hour', async () => {
    const other = await free(mori, '2024-10-21T10:00');
    await fixture.opened(fixture.person, 'consultation.book', { slot: other.id });
    const both = await Promise.all(
      [0, 1].map(async () => await submit(fixture.person, 'consultation.book', booked(fixture.person, other))),
    );
    expect(both.filter((one) => outcomeOf(one) === 'done')).toHaveLength(1);
    expect(await fixture.database.booking.count({ where: { slotId: other.id } })).toBe(1);
  });

  it('is refused where the hour of the company was taken back meanwhile, and sent again once it is granted', async () => {
    const other = await free(mori, '2024-10-21T10:00');
    await fixture.opened(fixture.person, 'consultation.book', { slot: other.id });
    const grant = async (hours: number) =>
      await fixture.done(fixture.secretary, 'consultation.grant', {
        ...{ company: fixture.company.id, hours: String(hours), reason: 'x', agreed: true },
      });
    await grant(-1);
    await fixture.refused(fixture.person, 'consultation.book', booked(fixture.person, other));
    expect(await fixture.database.booking.count({ where: { slotId: other.id } })).toBe(0);
    await grant(1);
    await fixture.done(fixture.person, 'consultation.book', booked(fixture.person, other));
  });
});

describe('a record that was confirmed', () => {
  const record = async (advice: string, seen: number) =>
    await fixture.done(saeki, 'consultation.record', {
      ...{ booking: booking.id, outcome: 'held', minutes: '60', advice, seen, agreed: true },
    });
  const recordNow = async () =>
    await fixture.database.consultationRecord.findFirstOrThrow({
      where: { bookingId: booking.id, supersededAt: null },
    });

  it('is confirmed once by each person, however often they press', async () => {
    fixture.services.clock.set(at('2024-10-15T16:00'));
    await record('x', 0);
    const input = { record: (await recordNow()).id, confirmed: true };
    for (let pressed = 0; pressed < 2; pressed += 1) await submit(fixture.person, 'consultation.respond', input);
    expect(await fixture.database.recordResponse.count({ where: { recordId: input.record } })).toBe(1);
    expect((await kindsTold(saeki)).filter((kind) => kind === 'consultation.record-answered')).toHaveLength(1);
  });

  it('and corrected is to be confirmed anew', async () => {
    fixture.services.clock.set(at('2024-10-15T16:00'));
    await record('x', 0);
    const { id } = await recordNow();
    await submit(fixture.person, 'consultation.respond', { record: id, confirmed: true });
    await fixture.sendAllDue();
    await record('y', 1);
    expect(await kindsTold(fixture.person)).toEqual(['consultation.recorded']);
    const shown = wordsOf(await fixture.ask(fixture.person, 'consultation.show', { booking: booking.id }));
    expect(shown).not.toContain('confirmed');
    await fixture.refused(fixture.person, 'consultation.respond', { record: id, confirmed: true });
  });
});

describe('a company in another time zone', () => {
  it('reads the same hour by its own clock, on either side of its change to winter time', async () => {
    const { database, person, company } = fixture;
    await database.person.update({ where: { id: person.id }, data: { timeZone: 'America/New_York' } });
    await database.entitlementEntry.create({
      data: { companyId: company.id, kind: 'granted', hours: 2, at: fixture.services.clock.now(), reason: 'test' },
    });
    // 2 November 2024 is summer time there, 4 November winter time: the clocks go back in between.
    for (const [local, there] of [
      ['2024-11-02T09:00', 'Fri, 1 Nov 2024 20:00–21:00 America/New_York (GMT-4)'],
      ['2024-11-05T09:00', 'Mon, 4 Nov 2024 19:00–20:00 America/New_York (GMT-5)'],
    ] as const) {
      const offered = await free(mori, local);
      const words = await fixture.done(person, 'consultation.book', {
        ...{ slot: offered.id, mode: 'online', topics: 'x', attendees: [person.id] },
      });
      expect(words).toContain(there);
      await fixture.database.booking.updateMany({ where: { slotId: offered.id }, data: { state: 'cancelled' } });
    }
  });
});

describe('when the programme is over', () => {
  it('nothing is booked, moved or waited for; what came of the last one is recorded and answered, and all can be read', async () => {
    const { database, programme, person } = fixture;
    const other = await free(mori, '2024-10-17T14:00');
    await database.programme.update({ where: { id: programme.id }, data: { endsOn: new Date('2024-10-10') } });
    fixture.services.clock.set(at('2024-10-12T10:00'));
    const over = 'programme has ended';
    const input = { slot: other.id, mode: 'online', topics: 'x', attendees: [person.id] };
    expect(await fixture.refused(person, 'consultation.book', input)).toContain(over);
    const moved = { booking: booking.id, slot: other.id, mode: 'online' };
    expect(await fixture.refused(person, 'consultation.move', moved)).toContain(over);
    const watch = { adviser: mori.id, until: '2024-12-20' };
    expect(await fixture.refused(person, 'consultation.watch', watch)).toContain(over);
    // What came of the last one is still recorded and answered.
    fixture.services.clock.set(at('2024-10-16T10:00'));
    const record = { booking: booking.id, outcome: 'held', minutes: '60', advice: 'x', seen: 0, agreed: true };
    await fixture.done(saeki, 'consultation.record', record);
    const { id } = await database.consultationRecord.findFirstOrThrow({ where: { bookingId: booking.id } });
    expect(outcomeOf(await submit(person, 'consultation.respond', { record: id, confirmed: true }))).toBe('done');
    expect(outcomeOf(await fixture.ask(person, 'consultation.show', { booking: booking.id }))).toBe('done');
  });
});

describe('a private note', () => {
  it('is neither shown to its author nor added to once she was taken off the company', async () => {
    const { database, company } = fixture;
    const { id } = await buildAssignment(fixture.services, { company, adviserId: saeki.id });
    await fixture.done(saeki, 'consultation.note', { booking: booking.id, text: 'between us', agreed: true });
    await fixture.done(fixture.secretary, 'adviser.withdraw', { assignment: id, reason: '', agreed: true });
    const more = { booking: booking.id, text: 'more', agreed: true };
    expect(await fixture.refused(saeki, 'consultation.note', more)).not.toContain('between us');
    const shown = await fixture.ask(saeki, 'consultation.show', { booking: booking.id });
    expect(wordsOf(shown)).not.toContain('between us');
    expect(await database.privateNote.count()).toBe(1);
  });
});
