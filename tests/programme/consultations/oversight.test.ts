/** What the secretariat sees of consultations and grants: hours, the ledger, and bookings whose adviser is gone. */
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { grantHours } from '../../../programme/consultations/entitlement/grant-hours.js';
import { readAvailable, readLedger } from '../../../programme/consultations/entitlement/ledger.js';
import { consultationSheets } from '../../../programme/consultations/oversight/export-consultations.js';
import { freeMonths } from '../../../programme/consultations/oversight/free-months.js';
import { bookingsApart, readNeeded, readUnbooked } from '../../../programme/consultations/oversight/queries.js';
import { overviewTexts } from '../../../programme/consultations/oversight/texts.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { buildAssignment, messageWords, outcomeOf, wordsOf } from '../../support/factories.js';
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

describe('free hours in words', () => {
  const now = new Date('2024-11-20T10:00:00+09:00');
  const at = (day: string, count: number) =>
    Array.from({ length: count }, () => ({ startsAt: new Date(`${day}T23:30:00Z`) }));
  const counted = (hours: readonly { readonly startsAt: Date }[], total = hours.length) =>
    freeMonths(hours, { total, timeZone: 'Asia/Tokyo', now });
  const en = (free: ReturnType<typeof counted>) => overviewTexts.en.capacity({ companies: 9, needed: 12, free });
  const ja = (free: ReturnType<typeof counted>) => overviewTexts.ja.capacity({ companies: 9, needed: 12, free });

  it('name the month, by the programme’s clock', () => {
    const free = counted(at('2025-01-31', 7));
    expect(en(free)).toBe('9 companies still need 12 hours; 7 hours are free in February.');
    expect(ja(free)).toBe('9社が、あと12時間を予約できます。空いている時間は2月に7時間です。');
  });

  it('name at most three months, and count the rest', () => {
    const hours = [...at('2024-12-02', 1), ...at('2025-01-02', 2), ...at('2025-02-02', 3), ...at('2025-03-02', 4)];
    expect(en(counted(hours))).toContain('1 hour is free in December, 2 in January, 3 in February and 4 later.');
    expect(ja(counted(hours))).toContain('12月に1時間、1月に2時間、2月に3時間、それ以降に4時間です。');
    // Of more than were read the rest is later, too.
    expect(counted(hours, 30).later).toBe(24);
  });

  it('say the year where a month alone would mislead, and that there is none', () => {
    expect(en(counted(at('2025-11-02', 1)))).toContain('free in November 2025.');
    expect(en(counted(at('2026-01-02', 1)))).toContain('free in January 2026.');
    expect(en(counted([]))).toBe('9 companies still need 12 hours; no hour is free.');
    expect(ja(counted([]))).toContain('空いている時間はありません。');
  });
});

describe('the lists of the overview', () => {
  const overview = async (input = {}) => await fixture.ask(fixture.secretary, 'consultation.overview', input);

  it('show every coming booking page by page, and those of one company alone', async () => {
    const { services, programme, company, person } = fixture;
    await grant(20);
    const adviser = await fixture.member({ role: 'adviser' });
    for (let day = 2; day < 13; day += 1) {
      const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt: inDays(day) });
      await buildBooking(services, { company, slot, attendeeIds: [person.id] });
    }
    const other = await fixture.member({});
    const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt: inDays(1) });
    await buildBooking(services, { company: other.company ?? company, slot, attendeeIds: [other.id] });
    const whole = await overview();
    expect(wordsOf(whole)).toContain(overviewTexts.en.coming(12));
    const button = '"action":"consultation.overview","input":{"list":"coming"}';
    expect(JSON.stringify(whole.reply)).toContain(button);
    const shown = (page: Awaited<ReturnType<typeof overview>>) => {
      const { reply } = page;
      const elements = reply.kind === 'message' ? reply.message.elements : [];
      return elements.flatMap((one) => (one.kind === 'list' ? one.items : [])).length;
    };
    expect([shown(await overview({ list: 'coming' })), shown(await overview({ list: 'coming', from: 8 }))]).toEqual([
      8, 4,
    ]);
    const own = await overview({ list: 'coming', company: company.id, from: 8 });
    expect([shown(own), wordsOf(own).includes(other.company?.nameEn ?? '?')]).toEqual([3, false]);
  });

  it('show what each company was granted, has booked and used, and leads to its bookings', async () => {
    await bookedHour();
    const page = await overview({ list: 'companies' });
    expect(wordsOf(page)).toContain('Granted: 2, booked: 1, used: 0, left: 1');
    expect(JSON.stringify(page.reply)).toContain(`"input":{"list":"coming","company":"${fixture.company.id}"}`);
  });
});

describe('the secretariat’s home', () => {
  it('says who has not booked and has what is not recorded among what is to decide', async () => {
    const home = async () => JSON.stringify((await fixture.ask(fixture.secretary, 'home.show')).reply);
    expect(await home()).not.toContain('Companies without one');
    const { booking } = await bookedHour();
    for (const number of ['Companies without one: 0', 'To decide: 0']) expect(await home()).toContain(number);
    const [startsAt, endsAt] = [inDays(-2), inDays(-1.9)];
    await fixture.services.database.booking.update({ where: { id: booking.id }, data: { startsAt, endsAt } });
    await fixture.member({});
    for (const number of ['Companies without one: 1', 'To decide: 1']) expect(await home()).toContain(number);
    const list = await fixture.ask(fixture.secretary, 'overview.list', { list: 'decisions' });
    expect(wordsOf(list)).toContain('Consultation without a record');
    expect(JSON.stringify(list.reply)).toContain('"action":"consultation.overview","input":{"list":"missing"}');
  });
});

describe('a booking that a withdrawn adviser left', () => {
  async function leftBehind() {
    const { adviser, booking } = await bookedHour();
    const colleague = await fixture.member({ role: 'adviser', nameEn: 'Colleague' });
    const { id } = await buildAssignment(fixture.services, { company: fixture.company, adviserId: adviser.id });
    const end = async () =>
      await fixture.database.assignment.update({ where: { id }, data: { endedAt: fixture.services.clock.now() } });
    return { adviser, booking, colleague, assignment: id, end };
  }
  const open = async (booking: string) =>
    await fixture.opened(fixture.secretary, 'consultation.hand-over', { booking });
  const submit = async (input: object) =>
    await fixture.ask(fixture.secretary, 'consultation.hand-over', { ...input }, { submitted: true });

  it('is given by the secretariat to an adviser who is free, at once, and the company is told once', async () => {
    const { adviser, booking, colleague, end } = await leftBehind();
    expect((await open(booking.id)).known).toEqual({ booking: booking.id });
    await end();
    await fixture.sendAllDue();
    const form = await open(booking.id);
    expect(form.known).toEqual({ booking: booking.id, assign: true });
    expect(JSON.stringify(form.introduction)).toContain('at once');
    const given = await submit({ ...form.known, adviser: colleague.id });
    expect(outcomeOf(given), wordsOf(given)).toBe('done');
    const now = await fixture.database.booking.findUniqueOrThrow({ where: { id: booking.id } });
    expect(now.adviserId).toBe(colleague.id);
    const told = await fixture.sendAllDue();
    const to = (person: { readonly account: { readonly userId: string } }) =>
      told
        .filter(({ account }) => account.userId === person.account.userId)
        .map(({ message }) => messageWords(message));
    expect([to(fixture.person).length, to(colleague).length, to(adviser).length]).toEqual([1, 1, 0]);
    expect(to(fixture.person)[0]).toContain('Colleague');
  });

  it('is not given at once where its adviser looks after the company again, nor by an adviser', async () => {
    const { adviser, booking, colleague, assignment, end } = await leftBehind();
    await end();
    const { known } = await open(booking.id);
    await fixture.database.assignment.update({ where: { id: assignment }, data: { endedAt: null } });
    expect(outcomeOf(await submit({ ...known, adviser: colleague.id }))).toBe('refused');
    const input = { ...known, adviser: colleague.id };
    const own = await fixture.ask(adviser, 'consultation.hand-over', input, { submitted: true });
    expect(outcomeOf(own)).toBe('refused');
    const now = await fixture.database.booking.findUniqueOrThrow({ where: { id: booking.id } });
    expect(now.adviserId).toBe(adviser.id);
  });

  it('goes to nobody who was taken off the company, and to nobody who is busy', async () => {
    const { booking, colleague, end } = await leftBehind();
    await end();
    const { id } = await buildAssignment(fixture.services, { company: fixture.company, adviserId: colleague.id });
    const now = fixture.services.clock.now();
    await fixture.database.assignment.update({ where: { id }, data: { endedAt: now } });
    const refused = await submit({ booking: booking.id, assign: true, adviser: colleague.id });
    expect(outcomeOf(refused)).toBe('refused');
    expect(wordsOf(await fixture.ask(fixture.secretary, 'consultation.hand-over', { booking: booking.id }))).toContain(
      'No other adviser is free',
    );
  });
});
