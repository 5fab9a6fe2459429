/** Offering hours: what a pattern amounts to, what is left out, what cannot be offered, and what comes in between. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Form, Values } from '../../../programme/messages/message.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, outcomeOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({
  programme: { startsOn: new Date('2024-11-01'), endsOn: new Date('2025-03-31'), timeZone: 'Asia/Tokyo' },
});

let adviser: BuiltPerson;
beforeEach(async () => {
  fixture.services.clock.set(new Date('2025-01-20T10:00+09:00'));
  adviser = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki', language: 'en' });
});

const online: Values = { method: 'online', link: 'https://meet.example/saeki' };
const february: Values = {
  ...{ firstDay: '2025-02-01', lastDay: '2025-02-28', weekdays: ['2', '4'], from: '13:00', to: '17:00' },
  ...{ length: '60', between: '10', ...online },
};

const submit = (input: Values, person = adviser) =>
  fixture.ask(person, 'consultation.offer', input, { submitted: true });
async function form(input: Values, person = adviser): Promise<Form & { errors: Readonly<Record<string, string>> }> {
  const { reply } = await submit(input, person);
  if (reply.kind !== 'form') throw new Error(JSON.stringify(reply));
  return { ...reply.form, errors: reply.errors };
}
const textsIn = ({ introduction }: Form) => introduction.flatMap((part) => (part.kind === 'facts' ? [] : [part.text]));
const offered = () =>
  fixture.database.consultationSlot.findMany({ where: { adviserId: adviser.id }, orderBy: { startsAt: 'asc' } });

describe('a pattern', () => {
  it('is shown with its reach and what is left out, and then offered', async () => {
    const slot = await buildSlot(fixture.services, {
      ...{ programme: fixture.programme, adviserId: adviser.id, startsAt: new Date('2025-02-18T14:10+09:00') },
    });
    await buildBooking(fixture.services, { company: fixture.company, slot, attendeeIds: [fixture.person.id] });
    const shown = await form(february);
    // Eight days, one of them a holiday; three hours on each, one of them booked.
    expect(textsIn(shown)).toEqual([
      'You will offer 20 hours on 7 days.',
      'Tue, 11 Feb 2025 left out: holiday (National Foundation Day)',
      'Tue, 18 Feb 2025 14:10 left out: you have a booking',
    ]);
    expect(await offered()).toHaveLength(1);
    expect(outcomeOf(await submit(shown.known))).toBe('done');
    const slots = await offered();
    expect(slots).toHaveLength(21);
    expect(slots[0]?.startsAt).toEqual(new Date('2025-02-04T13:00+09:00'));
    expect(slots[1]?.startsAt).toEqual(new Date('2025-02-04T14:10+09:00'));
  });

  it('counts pauses around bookings, and offers on holidays where that is wanted', async () => {
    const slot = await buildSlot(fixture.services, {
      ...{ programme: fixture.programme, adviserId: adviser.id, startsAt: new Date('2025-02-11T12:00+09:00') },
    });
    await buildBooking(fixture.services, { company: fixture.company, slot, attendeeIds: [fixture.person.id] });
    const day = { ...february, firstDay: '2025-02-11', lastDay: '', alsoHolidays: true };
    expect(textsIn(await form(day))).toEqual(['You will offer 3 hours on 1 day.']);
    expect(textsIn(await form({ ...day, pauseBefore: '5' }))).toEqual([
      'You will offer 2 hours on 1 day.',
      'Tue, 11 Feb 2025 13:00 left out: you have a booking',
    ]);
  });

  it('is shown again where a booking came in between', async () => {
    const shown = await form(february);
    const slot = await buildSlot(fixture.services, {
      ...{ programme: fixture.programme, adviserId: adviser.id, startsAt: new Date('2025-02-25T13:00+09:00') },
    });
    await buildBooking(fixture.services, { company: fixture.company, slot, attendeeIds: [fixture.person.id] });
    const { reply } = await submit(shown.known);
    expect(reply).toMatchObject({
      kind: 'form',
      problem: expect.stringContaining('20 hours can be offered instead of 21'),
      form: { fields: [], known: { reach: 20 } },
    });
    expect(await offered()).toHaveLength(1);
  });

  it('is offered once where it is sent twice', async () => {
    const shown = await form(february);
    const both = await Promise.all([submit(shown.known), submit(shown.known)]);
    expect(both.map(outcomeOf).toSorted()).toEqual(['done', 'form']);
    expect(await offered()).toHaveLength(21);
  });
});

describe('what cannot be offered is named', () => {
  const one: Values = { firstDay: '2025-02-04', from: '13:00', to: '14:00', length: '60', ...online };

  it.each<[string, Values, string, RegExp]>([
    [
      'the past',
      { firstDay: '2025-01-20', from: '09:00', to: '10:00' },
      'firstDay',
      /20 Jan 2025 09:00 is in the past/,
    ],
    ['a holiday', { firstDay: '2025-02-11' }, 'alsoHolidays', /holiday \(National Foundation Day\)/],
    ['midnight', { from: '23:30', to: '00:30' }, 'to', /Hours over midnight cannot be offered/],
    ['the length', { to: '15:00', length: '90' }, 'length', /at most 60 minutes in this programme/],
    ['no length', { length: '0' }, 'length', /at least 5 minutes/],
    ['no room', { to: '13:30' }, 'length', /No consultation of 60 minutes fits/],
    ['the programme', { firstDay: '2025-04-01' }, 'firstDay', /within the programme \(2024-11-01 to 2025-03-31\)/],
    ['the order', { lastDay: '2025-02-03' }, 'lastDay', /end must be after the start/],
    ['no such day', { lastDay: '2025-02-05', weekdays: ['5'] }, 'weekdays', /none of the chosen days/],
    [
      'the number',
      { lastDay: '2025-03-31', from: '00:00', to: '23:59', length: '5' },
      'lastDay',
      /11\d{3} hours, and at most 300/,
    ],
    ['the link', { link: '' }, 'link', /please enter the link/],
    ['the place', { method: 'mixed' }, 'place', /please enter the place/],
    ['a bad link', { link: 'http://meet.example' }, 'link', /https:/],
    ['a bad number', { pauseAfter: 'ten' }, 'pauseAfter', /whole number/],
    ['a day that is none', { firstDay: '2025-02-30' }, 'firstDay', /check the date/],
  ])('%s', async (_, different, field, words) => {
    const { errors, fields } = await form({ ...one, ...different });
    expect(errors[field]).toMatch(words);
    expect(fields.length).toBeGreaterThan(10);
    expect(await offered()).toEqual([]);
  });

  it('an hour that overlaps with one offered already, and a booking', async () => {
    const slot = await buildSlot(fixture.services, {
      ...{ programme: fixture.programme, adviserId: adviser.id, startsAt: new Date('2025-02-04T13:30+09:00') },
    });
    expect((await form(one)).errors.from).toMatch(/overlaps with an hour offered already/);
    await buildBooking(fixture.services, { company: fixture.company, slot, attendeeIds: [fixture.person.id] });
    expect((await form(one)).errors.from).toMatch(/At Tue, 4 Feb 2025 13:00 you have a booking/);
  });

  it('in Japanese, too', async () => {
    const japanese = await fixture.member({ role: 'adviser', language: 'ja' });
    expect((await form({ ...one, firstDay: '2025-02-11' }, japanese)).errors.alsoHolidays).toBe(
      '2025年2月11日(火)は祝日(建国記念の日)です。登録するには「祝日・休業日にも受ける」をお選びください。',
    );
  });
});

describe('where clocks change', () => {
  const berlin = programmeFixture({
    programme: { startsOn: new Date('2024-11-01'), endsOn: new Date('2025-12-31'), timeZone: 'Europe/Berlin' },
  });

  it.each([
    ['in spring there is no such hour', '2025-03-30', '02:00', '03:00'],
    ['an hour does not end when it seems to', '2025-03-30', '01:30', '02:30'],
    ['in autumn it comes twice', '2025-10-26', '02:30', '03:30'],
  ])('%s', async (_, firstDay, from, to) => {
    berlin.services.clock.set(new Date('2025-01-20T10:00+01:00'));
    const person = await berlin.member({ role: 'adviser', language: 'en' });
    const input = { firstDay, from, to, length: '60', ...online };
    const { reply } = await berlin.ask(person, 'consultation.offer', input, { submitted: true });
    expect(reply).toMatchObject({ kind: 'form', errors: { from: expect.stringContaining('the clocks change') } });
  });
});

it('the secretariat offers for an adviser whom it names, and an adviser for nobody else', async () => {
  const one: Values = { firstDay: '2025-02-04', from: '13:00', to: '14:00', length: '60', ...online };
  const { secretary, person } = fixture;
  expect((await form(one, secretary)).fields[0]).toMatchObject({ name: 'adviser' });
  expect((await form({ ...one, adviser: person.id }, secretary)).errors.adviser).toBeDefined();
  const shown = await form({ ...one, adviser: adviser.id }, secretary);
  expect(outcomeOf(await submit(shown.known, secretary))).toBe('done');
  expect(await offered()).toHaveLength(1);
  const other = await fixture.member({ role: 'adviser' });
  const theirs = await form({ ...one, adviser: adviser.id }, other);
  expect(outcomeOf(await submit(theirs.known, other))).toBe('done');
  expect(await offered()).toHaveLength(1);
});

describe('words', () => {
  it('fill in the form', async () => {
    const spoken: Values = { spokenDay: '2-4', from: '13:00', to: '14:00', method: 'online' };
    expect((await fixture.opened(adviser, 'consultation.offer', spoken)).fields).toContainEqual(
      expect.objectContaining({ name: 'firstDay', initial: '2025-02-04' }),
    );
    const month = await fixture.opened(adviser, 'consultation.offer', { spokenMonth: 1 });
    expect(month.fields).toContainEqual(expect.objectContaining({ name: 'firstDay', initial: '2025-01-20' }));
    expect(month.fields).toContainEqual(expect.objectContaining({ name: 'lastDay', initial: '2025-01-31' }));
  });
});
