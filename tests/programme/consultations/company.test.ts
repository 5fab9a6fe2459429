/** What a company does about its consultations: it finds an hour, books, moves and cancels it, and asks for another time. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import type { ConsultationSlot } from '../../../prisma/client.js';
import { inBoth } from '../../../programme/messages/bilingual.js';
import type { Form, Values } from '../../../programme/messages/message.js';
import { closeForm } from '../../../programme/requests/close-form.js';
import type { RequestResult } from '../../../programme/requests/request.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { ask, type BuiltPerson, buildAssignment, outcomeOf, wordsOf } from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
const {
  consultations: { companies, watches },
  refusals,
} = textsFor('en');
const ja = textsFor('ja');

let saeki: BuiltPerson;
let mori: BuiltPerson;
let slot: ConsultationSlot;

/** Monday, 7 October 2024 is the first day of "next week": the tests begin on Tuesday, 1 October, 9:00. */
const at = (local: string) => new Date(`${local}:00+09:00`);
const free = async (adviser: BuiltPerson, local: string, more: Partial<Parameters<typeof buildSlot>[1]> = {}) =>
  await buildSlot(fixture.services, {
    programme: fixture.programme,
    adviserId: adviser.id,
    startsAt: at(local),
    ...more,
  });
const booking = (given: Values = {}): Values => ({
  ...{ slot: slot.id, mode: 'online', topics: 'SECRET topic', attendees: [fixture.person.id], ...given },
});
const submit = (person: BuiltPerson, action: string, input: Values) =>
  fixture.ask(person, action, input, { submitted: true });
const bookingOf = async (input: Values = {}) => {
  expect(outcomeOf(await submit(fixture.person, 'consultation.book', booking(input)))).toBe('done');
  return await fixture.database.booking.findFirstOrThrow({
    where: { companyId: fixture.company.id, state: 'booked' },
    orderBy: { createdAt: 'desc' },
  });
};
function formOf({ reply }: RequestResult): Form {
  if (reply.kind !== 'form') throw new Error('no form');
  return reply.form;
}
const rowOf = ({ reply }: RequestResult) =>
  reply.kind === 'form'
    ? []
    : reply.message.elements.flatMap((element) => (element.kind === 'buttons' ? element.buttons : []));
const labelsOf = (shown: RequestResult) => rowOf(shown).map(({ label }) => label);
const errorsOf = ({ reply }: RequestResult) => (reply.kind === 'form' ? reply.errors : {});
const said = (form: Form) => JSON.stringify(form.introduction);

beforeEach(async () => {
  saeki = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki', language: 'ja' });
  mori = await fixture.member({ role: 'adviser', nameJa: '森 真', nameEn: 'Makoto Mori' });
  slot = await free(saeki, '2024-10-08T14:00', { link: 'https://meet.example/1' });
});

describe('finding an hour', () => {
  it('shows the soonest first, as cards with the adviser and the language, from the guard time on', async () => {
    await free(mori, '2024-10-02T10:00');
    await free(mori, '2024-10-07T10:00', { method: 'in_person', place: 'Room 1' });
    const words = wordsOf(await fixture.ask(fixture.person, 'consultation.find'));
    expect(words).not.toContain('2 Oct 2024');
    expect(words.indexOf('7 Oct 2024')).toBeLessThan(words.indexOf('8 Oct 2024'));
    expect(words).toContain('Makoto Mori');
    expect(words).toContain('Languages: Japanese');
    expect(words).toContain('in person / Room 1');
  });

  it('narrows it down to the afternoons of the next two weeks in two presses', async () => {
    await free(saeki, '2024-10-09T09:00');
    await free(saeki, '2024-10-16T15:00');
    const first = await fixture.ask(fixture.person, 'consultation.find');
    const press = async (shown: RequestResult, label: string) => {
      const found = rowOf(shown).find((one) => one.label === label);
      if (found === undefined || !('action' in found)) throw new Error(`no button ${label}`);
      return await fixture.ask(fixture.person, found.action, found.input);
    };
    const words = wordsOf(await press(await press(first, companies.find.weeks.two), companies.find.parts.afternoon));
    expect(words).toContain('8 Oct 2024');
    expect(words).not.toContain('9 Oct 2024');
    expect(words).not.toContain('16 Oct 2024');
  });

  it('shows the hours of the company’s own adviser, and everyone’s by a button', async () => {
    await buildAssignment(fixture.services, { company: fixture.company, adviserId: mori.id });
    await free(mori, '2024-10-10T10:00');
    const own = await fixture.ask(fixture.person, 'consultation.find');
    expect(wordsOf(own)).toContain(companies.find.ofAssigned);
    expect(wordsOf(own)).not.toContain('8 Oct 2024');
    expect(labelsOf(own)).toContain(companies.find.everyone);
    expect(wordsOf(await fixture.ask(fixture.person, 'consultation.find', { everyone: true }))).toContain('8 Oct 2024');
  });

  it('finds an adviser by what was said of the name, and says where there is none', async () => {
    await free(mori, '2024-10-10T10:00');
    const found = wordsOf(await fixture.ask(fixture.person, 'consultation.find', { sought: '佐伯' }));
    expect(found).toContain('8 Oct 2024');
    expect(found).not.toContain('10 Oct 2024');
    const none = wordsOf(await fixture.ask(fixture.person, 'consultation.find', { sought: 'Tanaka' }));
    expect(none).toContain(companies.find.noSuchAdviser('Tanaka'));
  });

  it('says what stands against it, and what to do next', async () => {
    const nothing = await fixture.ask(fixture.person, 'consultation.find', { week: 'this' });
    expect(wordsOf(nothing)).toContain(companies.find.nextSteps('secretariat@example.org'));
    expect(labelsOf(nothing)).toContain(watches.watch);
    await fixture.database.entitlementEntry.create({
      data: { companyId: fixture.company.id, kind: 'revoked', hours: -2, at: fixture.services.clock.now() },
    });
    expect(wordsOf(await fixture.ask(fixture.person, 'consultation.find'))).toContain(
      refusals.not_entitled({ contact: inBoth('secretariat@example.org', '') }),
    );
  });

  it('names the contact in the language of the reader', async () => {
    await fixture.database.programme.update({
      where: { id: fixture.programme.id },
      data: { contact: '事務局 03-0000-0000', contactEn: 'Office, +81 3 0000 0000' },
    });
    const contact = { ja: '事務局 03-0000-0000', en: 'Office, +81 3 0000 0000' };
    const japanese = await fixture.member({ language: 'ja', company: fixture.company });
    const show = async (person: BuiltPerson) =>
      wordsOf(await fixture.ask(person, 'consultation.find', { week: 'this' }));
    expect(await show(fixture.person)).toContain(companies.find.nextSteps(contact.en));
    expect(await show(japanese)).toContain(ja.consultations.companies.find.nextSteps(contact.ja));
    const made = await bookingOf();
    fixture.services.clock.advance({ minutes: 6 * 24 * 60 });
    const cancelled = async (person: BuiltPerson) =>
      wordsOf(await fixture.ask(person, 'consultation.cancel', { booking: made.id }));
    const late = { hours: 48, contact };
    expect(await cancelled(fixture.person)).toContain(refusals.too_late(late));
    expect(await cancelled(japanese)).toContain(ja.refusals.too_late(late));
    const shown = async (person: BuiltPerson) =>
      wordsOf(await fixture.ask(person, 'consultation.show', { booking: made.id }));
    expect(await shown(fixture.person)).toContain(companies.mine.late(48, contact.en));
    expect(await shown(japanese)).toContain(ja.consultations.companies.mine.late(48, contact.ja));
  });
});

describe('an open form', () => {
  it('holds its hour for five minutes and says so; the hold ends with it, or when it is closed', async () => {
    const other = await fixture.member({});
    const form = await fixture.opened(fixture.person, 'consultation.book', { slot: slot.id });
    expect(said(form)).toContain(companies.book.heldUntil('09:05'));
    expect(wordsOf(await fixture.ask(other, 'consultation.find'))).not.toContain('8 Oct 2024');
    fixture.services.clock.advance({ minutes: 5 });
    expect(wordsOf(await fixture.ask(other, 'consultation.find'))).toContain('8 Oct 2024');
  });

  it.each([undefined, { topics: 'typed' }])(
    'lets go of its hour when it is closed, also with %o put into it',
    async (entered) => {
      const { account } = fixture.person;
      const known = { slot: slot.id };
      await fixture.opened(fixture.person, 'consultation.book', known);
      const held = () => fixture.database.consultationSlot.count({ where: { heldById: { not: null } } });
      expect(await held()).toBe(1);
      const closed = { account, action: 'consultation.book', known, ...(entered && { entered }) };
      await closeForm(fixture.services, closed);
      expect(await held()).toBe(0);
    },
  );

  it('lets go of its hour when another one is chosen', async () => {
    const other = await free(mori, '2024-10-10T10:00');
    await fixture.opened(fixture.person, 'consultation.book', { slot: slot.id });
    await fixture.opened(fixture.person, 'consultation.book', { slot: other.id });
    const held = await fixture.database.consultationSlot.findMany({ where: { heldById: fixture.person.id } });
    expect(held.map(({ id }) => id)).toEqual([other.id]);
  });

  it('says that the hour was lost, with the next three, and books one of these', async () => {
    const locals = ['2024-10-09T10:00', '2024-10-10T10:00', '2024-10-11T10:00', '2024-10-15T10:00'];
    for (const local of locals) await free(mori, local);
    const rival = await fixture.member({});
    await fixture.opened(fixture.person, 'consultation.book', { slot: slot.id });
    fixture.services.clock.advance({ minutes: 6 });
    await fixture.done(rival, 'consultation.book', { ...booking(), attendees: [rival.id] });
    const gone: string[] = [];
    const meter = { request() {}, refused() {}, gone: (action: string) => void gone.push(action) };
    const input = booking();
    const again = await ask({ ...fixture.services, meter }, fixture.person, 'consultation.book', input, {
      submitted: true,
    });
    // Counted once for the operator: shown, and gone.
    expect(gone).toEqual(['consultation.book']);
    expect(errorsOf(again).slot).toContain('has just been taken');
    const [field, ...others] = formOf(again).fields;
    if (field?.kind !== 'choice') throw new Error('no choice of hours');
    expect(field.choices).toHaveLength(3);
    expect(field.choices[0]?.label).toContain('9 Oct 2024');
    expect(others.find(({ name }) => name === 'topics')).toMatchObject({ initial: 'SECRET topic' });
    await bookingOf({ slot: field.choices[0]?.value });
  });
});

describe('a booking', () => {
  it('takes who comes, what it is about and the files, which the company keeps', async () => {
    const content = Buffer.from('a draft');
    const file = await storeReceivedFile(fixture.services, fixture.person.id, { name: 'a.txt', type: 'text', content });
    const { id } = await bookingOf({ files: [file], attendees: [fixture.person.id, fixture.colleague.id] });
    expect(await fixture.database.file.findUniqueOrThrow({ where: { id: file } })).toMatchObject({
      ...{ kind: 'consultation', companyId: fixture.company.id, personId: null, expiresAt: null },
    });
    const shown = wordsOf(await fixture.ask(fixture.colleague, 'consultation.show', { booking: id }));
    expect(shown).toContain('SECRET topic');
    expect(shown).toContain('a.txt');
  });

  it('shows the secretariat what it is about only where the programme says so, and stores nothing of it', async () => {
    const { id } = await bookingOf();
    expect(wordsOf(await fixture.ask(fixture.secretary, 'consultation.show', { booking: id }))).not.toContain('SECRET');
    await fixture.ask(fixture.person, 'consultation.show', { booking: id }, { answeredLater: true });
    const requests = await fixture.database.request.findMany();
    expect(JSON.stringify(requests)).not.toContain('SECRET');
    await fixture.database.programme.update({ where: { id: fixture.programme.id }, data: { openRecords: true } });
    expect(wordsOf(await fixture.ask(fixture.secretary, 'consultation.show', { booking: id }))).toContain('SECRET');
  });

  it('is made by the secretariat for a company, also after the guard time, with a reason', async () => {
    const soon = await free(mori, '2024-10-02T10:00');
    const form = await fixture.opened(fixture.secretary, 'consultation.book', { slot: soon.id });
    expect(form.fields.map(({ name }) => name)).toEqual(['company']);
    const input = { ...booking({ slot: soon.id }), company: fixture.company.id };
    expect(errorsOf(await submit(fixture.secretary, 'consultation.book', input)).reason).toBe(
      refusals.reason_needed({}),
    );
    expect(outcomeOf(await submit(fixture.secretary, 'consultation.book', { ...input, reason: 'They called' }))).toBe(
      'done',
    );
    expect(
      (await fixture.database.bookingChange.findFirstOrThrow({ where: { byId: fixture.secretary.id } })).reason,
    ).toBe('They called');
  });

  it.each([
    ['is over', '2024-09-30', '10:00', 'date', 'has passed', 'は過ぎています'],
    ['goes beyond midnight', '2024-10-17', '23:30', 'time', 'beyond midnight', '日をまたぐ'],
    ['is skipped by a clock', '2025-03-30', '02:30', 'time', 'the clocks go forward', '時計が進む'],
  ])('asks for no time that %s, and says so in both languages', async (_, date, time, field, english, japanese) => {
    const { id } = await bookingOf();
    if (date === '2025-03-30') {
      const zone = { data: { timeZone: 'Europe/Berlin' }, where: { id: fixture.programme.id } };
      await fixture.database.programme.update(zone);
    }
    const japaneseOne = await fixture.member({ company: fixture.company, language: 'ja' });
    for (const [person, words] of [
      [fixture.person, english],
      [japaneseOne, japanese],
    ] as const) {
      const answer = await submit(person, 'consultation.propose', { booking: id, date, time });
      expect(errorsOf(answer)[field]).toContain(words);
    }
    expect(await fixture.database.bookingRequest.count({ where: { bookingId: id } })).toBe(0);
  });

  it('says how many are left, before it is cancelled and after', async () => {
    const { id } = await bookingOf();
    expect(wordsOf(await fixture.ask(fixture.person, 'consultation.mine'))).toContain(
      companies.mine.account({ granted: 2, booked: 1, used: 0, left: 1 }),
    );
    const form = await fixture.opened(fixture.person, 'consultation.cancel', { booking: id });
    expect(said(form)).toContain(companies.cancel.givesBack(2));
    const unseen = await submit(fixture.person, 'consultation.cancel', { booking: id });
    expect(said(formOf(unseen))).toContain(companies.cancel.givesBack(2));
    expect(await fixture.database.booking.count({ where: { id, state: 'booked' } })).toBe(1);
    expect(wordsOf(await submit(fixture.person, 'consultation.cancel', { booking: id, agreed: true }))).toContain(
      'Left: 2 consultations',
    );
  });

  it('moves to another hour of the adviser, of anyone, or asks for a time of its own', async () => {
    const { id } = await bookingOf();
    const other = await free(saeki, '2024-10-15T10:00');
    const elsewhere = await free(mori, '2024-10-16T10:00');
    const choicesOf = async (to: string) => {
      const [field] = formOf(await submit(fixture.person, 'consultation.move', { booking: id, to })).fields;
      return field?.kind === 'choice' ? field.choices.map(({ value }) => value) : [];
    };
    expect(await choicesOf('same')).toEqual([other.id]);
    expect(await choicesOf('everyone')).toEqual([other.id, elsewhere.id]);
    const own = formOf(await submit(fixture.person, 'consultation.move', { booking: id, to: 'own' }));
    expect(own.action).toBe('consultation.propose');
    const time = { booking: id, date: '2024-10-17', time: '10:00' };
    expect(outcomeOf(await submit(fixture.person, 'consultation.propose', time))).toBe('done');
    expect(await fixture.refused(fixture.person, 'consultation.propose', time)).toContain(refusals.already_asked({}));
    const told = await fixture.sendAllDue();
    expect(told.map(({ kind }) => kind)).toContain('consultation.asked');
    expect(outcomeOf(await submit(fixture.person, 'consultation.move', { booking: id, slot: other.id }))).toBe('done');
    expect(await fixture.database.bookingRequest.findMany({ where: { bookingId: id } })).toMatchObject([
      { state: 'withdrawn', kind: 'own_time' },
    ]);
  });

  it('is out of reach for another company', async () => {
    const stranger = await fixture.member({});
    const built = await buildBooking(fixture.services, {
      ...{ company: fixture.company, slot, attendeeIds: [fixture.person.id] },
    });
    for (const action of ['consultation.show', 'consultation.move', 'consultation.cancel', 'consultation.propose']) {
      const result = await fixture.ask(stranger, action, { booking: built.id });
      expect(outcomeOf(result), action).toBe('refused');
    }
  });
});
