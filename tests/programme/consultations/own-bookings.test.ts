/** What advisers do with a consultation of their own: move it to an hour of theirs, cancel it, and be led on from every notice. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Booking, ConsultationSlot } from '../../../prisma/client.js';
import { readAvailable } from '../../../programme/consultations/entitlement/ledger.js';
import type { Message, Values } from '../../../programme/messages/message.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, buildAssignment, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({ programme: { timeZone: 'Asia/Tokyo' } });
const at = (text: string) => new Date(`${text}+09:00`);

let saeki: BuiltPerson;
let tanaka: BuiltPerson;
let slot: ConsultationSlot;
let other: ConsultationSlot;
let booking: Booking;

const offered = (when: string, adviser = saeki) =>
  buildSlot(fixture.services, {
    ...{ programme: fixture.programme, adviserId: adviser.id, startsAt: at(when), link: 'https://meet.example/x' },
  });

beforeEach(async () => {
  fixture.services.clock.set(at('2025-01-20T10:00'));
  saeki = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki', language: 'en' });
  tanaka = await fixture.member({ role: 'adviser', nameJa: '田中 太一', nameEn: 'Taichi Tanaka', language: 'en' });
  slot = await offered('2025-02-04T13:00');
  other = await offered('2025-02-06T13:00');
  booking = await buildBooking(fixture.services, {
    ...{ company: fixture.company, slot, attendeeIds: [fixture.person.id, fixture.colleague.id] },
  });
});

const submit = (person: BuiltPerson, action: string, input: Values) =>
  fixture.ask(person, action, input, { submitted: true });
const say = (person: BuiltPerson, words: string) =>
  handleRequest(fixture.services, {
    ...{ fingerprint: null, resendFingerprint: null, answeredLater: false, words, isCommand: false },
    ...{ account: person.account, key: randomUUID() },
  });
const read = () => fixture.database.booking.findUniqueOrThrow({ where: { id: booking.id } });
const stateOf = async (id: string) =>
  (await fixture.database.consultationSlot.findUniqueOrThrow({ where: { id } })).state;
const left = () => readAvailable(fixture.database, fixture.company.id);
const actionsIn = ({ elements }: Message) =>
  elements.flatMap((element) =>
    element.kind === 'buttons' ? element.buttons.flatMap((button) => ('action' in button ? [button.action] : [])) : [],
  );

describe('an adviser moves a consultation of their own', () => {
  it('to an hour of theirs; the company is told, and the hour of before is offered to nobody', async () => {
    const form = await fixture.opened(saeki, 'consultation.move', { booking: booking.id });
    const hours = form.fields.find(({ name }) => name === 'slot');
    expect(hours?.kind === 'choice' ? hours.choices.map(({ value }) => value) : []).toEqual([other.id]);
    const moved = await submit(saeki, 'consultation.move', { booking: booking.id, slot: other.id, reason: 'A trip' });
    expect(outcomeOf(moved), wordsOf(moved)).toBe('done');
    expect(await read()).toMatchObject({ slotId: other.id, adviserId: saeki.id, startsAt: at('2025-02-06T13:00') });
    expect(await stateOf(slot.id)).toBe('withdrawn');
    const told = await fixture.sendAllDue();
    expect(told.map(({ kind, account }) => [kind, account.userId]).toSorted()).toEqual(
      [fixture.person, fixture.colleague].map(({ account }) => ['consultation.moved', account.userId]).toSorted(),
    );
  });

  it('and keeps the hour of before as a free one where they say so', async () => {
    const input = { booking: booking.id, slot: other.id, freed: 'open' };
    expect(outcomeOf(await submit(saeki, 'consultation.move', input))).toBe('done');
    expect(await stateOf(slot.id)).toBe('open');
  });

  it('never to an hour of a colleague, whose it is to agree', async () => {
    const theirs = await offered('2025-02-06T15:00', tanaka);
    const moved = await submit(saeki, 'consultation.move', { booking: booking.id, slot: theirs.id });
    expect(outcomeOf(moved)).not.toBe('done');
    expect(await read()).toMatchObject({ slotId: slot.id, adviserId: saeki.id });
  });

  it('and not one that another adviser of the company holds', async () => {
    await buildAssignment(fixture.services, { company: fixture.company, adviserId: tanaka.id });
    await buildAssignment(fixture.services, { company: fixture.company, adviserId: saeki.id });
    const own = await offered('2025-02-07T13:00', tanaka);
    for (const [action, input] of [
      ['consultation.move', { booking: booking.id, slot: own.id }],
      ['consultation.cancel', { booking: booking.id, agreed: true }],
    ] as const) {
      const done = await submit(tanaka, action, input);
      expect(outcomeOf(done)).toBe('refused');
      expect(wordsOf(done)).toContain('This consultation is not yours.');
    }
    expect(await read()).toMatchObject({ slotId: slot.id, adviserId: saeki.id, state: 'booked' });
  });

  it('is led to a handover where they offer no other hour', async () => {
    await fixture.database.consultationSlot.delete({ where: { id: other.id } });
    const asked = await fixture.ask(saeki, 'consultation.move', { booking: booking.id });
    expect(wordsOf(asked)).toContain('You offer no other free hour.');
    expect(JSON.stringify(asked.reply)).toContain('consultation.hand-over');
  });
});

describe('an adviser cancels a consultation of their own', () => {
  it('after agreeing; the company gets its hour back, and nobody is offered this one', async () => {
    const before = (await left()) ?? 0;
    const asked = await say(saeki, 'cancel my consultation');
    expect(asked.reply).toMatchObject({ kind: 'message', outcome: 'preview' });
    expect(wordsOf(asked)).toContain('so that no other company is offered it');
    expect(outcomeOf(await say(saeki, 'yes'))).toBe('done');
    expect(await read()).toMatchObject({ state: 'cancelled' });
    expect(await stateOf(slot.id)).toBe('withdrawn');
    expect(await left()).toBe(before + 1);
  });
});

describe('a notice', () => {
  it('leads its adviser to all that can be done with it, and those who attend to its details', async () => {
    const free = await offered('2025-02-10T13:00');
    const booked = await submit(fixture.person, 'consultation.book', {
      ...{ slot: free.id, mode: 'online', topics: 'Scope', attendees: [fixture.person.id, fixture.colleague.id] },
    });
    expect(outcomeOf(booked), wordsOf(booked)).toBe('done');
    const told = await fixture.sendAllDue();
    const to = (person: BuiltPerson) => told.find(({ account }) => account.userId === person.account.userId)?.message;
    const [adviser, colleague] = [to(saeki), to(fixture.colleague)];
    expect(adviser && actionsIn(adviser)).toEqual([
      ...['consultation.show', 'consultation.brief', 'consultation.move', 'consultation.hand-over'],
    ]);
    expect(colleague && actionsIn(colleague)).toEqual(['consultation.show']);
    const { id } = await fixture.database.booking.findFirstOrThrow({ where: { slotId: free.id } });
    const shown = await fixture.ask(saeki, 'consultation.show', { booking: id });
    expect(JSON.stringify(shown.reply)).toContain('consultation.cancel');
  });

  it('of a cancelled one leads the company to other hours', async () => {
    await submit(saeki, 'consultation.cancel', { booking: booking.id, agreed: true });
    const [told] = await fixture.sendAllDue();
    expect(told && actionsIn(told.message)).toEqual(['consultation.find']);
  });
});

it('hours to offer begin with how and where the last ones were offered', async () => {
  const initials = async (given: Values) => {
    const { fields } = await fixture.opened(saeki, 'consultation.offer', given);
    return Object.fromEntries(
      fields.flatMap((field) =>
        ['method', 'link', 'place'].includes(field.name) ? [[field.name, 'initial' in field ? field.initial : '']] : [],
      ),
    );
  };
  const { offerId } = other;
  const last = { method: 'mixed', link: 'https://meet.example/room', place: 'Room 4' } as const;
  await fixture.database.consultationOffer.update({
    where: { id: offerId },
    data: { ...last, createdAt: at('2025-01-20T10:01') },
  });
  expect(await initials({})).toEqual(last);
  // What is said goes before, and what was emptied in the form stays empty.
  expect(await initials({ method: 'online' })).toEqual({ ...last, method: 'online' });
  expect(await initials({ alsoHolidays: false, method: 'online' })).toEqual({ method: 'online', link: '', place: '' });
});

describe('a day off of an adviser who is named', () => {
  const planned = async (person: BuiltPerson, words: string) => JSON.stringify((await say(person, words)).reply);

  it('is planned by the secretariat with the adviser and the day filled in', async () => {
    for (const words of ['佐伯先生が2月4日に休みます', 'Saeki is ill on 4 February']) {
      const { reply } = await say(fixture.secretary, words);
      expect(reply).toMatchObject({ kind: 'form' });
      expect(JSON.stringify(reply)).toContain(booking.id);
    }
  });

  it('asks the secretariat for the reason in the form that is sent, where it is late', async () => {
    fixture.services.clock.set(at('2025-02-03T10:00'));
    const line1 = `${booking.id}.slot.${other.id}`;
    const known = { adviser: saeki.id, day: '2025-02-04', line1 };
    const form = await fixture.opened(fixture.secretary, 'consultation.away', known);
    const [field, more] = form.fields;
    expect(field).toMatchObject({ kind: 'long text', name: 'reason' });
    expect(field).not.toHaveProperty('optional');
    expect(more).toBeUndefined();
    const unsaid = await submit(fixture.secretary, 'consultation.away', { ...form.known, reason: '' });
    expect(JSON.stringify(unsaid.reply)).toContain('"reason"');
    expect(await fixture.database.adviserAbsence.count({ where: { adviserId: saeki.id } })).toBe(0);
    const sent = await submit(fixture.secretary, 'consultation.away', { ...form.known, reason: 'Influenza' });
    expect(outcomeOf(sent), wordsOf(sent)).toBe('done');
    expect(await read()).toMatchObject({ slotId: other.id });
  });

  it('asks which one where the name is nobody’s, or two people’s', async () => {
    expect(await planned(fixture.secretary, '鈴木先生が2月4日に休みます')).toContain('鈴木');
    await fixture.member({ role: 'adviser', nameJa: '佐伯 太郎', nameEn: 'Taro Saeki', language: 'en' });
    const asked = await planned(fixture.secretary, '佐伯先生が2月4日に休みます');
    expect(asked).not.toContain(booking.id);
    expect(asked).toContain('佐伯');
  });

  it('is another adviser’s to say, who are told who can; one’s own name is oneself', async () => {
    expect(await planned(tanaka, '佐伯先生が2月4日に休みます')).toContain('Another adviser’s day is changed');
    expect(await planned(saeki, '佐伯先生が2月4日に休みます')).toContain(booking.id);
    expect(await fixture.database.adviserAbsence.count({ where: { adviserId: saeki.id } })).toBe(0);
  });
});
