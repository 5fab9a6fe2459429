/** Who waits for an hour is told in the order of asking, each with an hour's priority within office hours. */
import { beforeEach, describe, expect, it } from 'vitest';
import { layTurns, shareOut } from '../../../programme/consultations/watches/lay-turns.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, outcomeOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture();
let saeki: BuiltPerson;
let first: BuiltPerson;
let second: BuiltPerson;

const at = (local: string) => new Date(`${local}:00+09:00`);
const office = { timeZone: 'Asia/Tokyo', closures: [], opensAt: 540, closesAt: 1020 };
const toldOf = async () =>
  (await fixture.sendAllDue())
    .filter(({ kind }) => kind === 'consultation.hour-free')
    .map(({ account }) => account.userId);
const book = async (person: BuiltPerson, slot: string) =>
  outcomeOf(
    await fixture.ask(
      person,
      'consultation.book',
      { slot, mode: 'online', topics: 'x', attendees: [person.id] },
      { submitted: true },
    ),
  );

/** An hour that the company has booked, and gives up now. */
async function frees(local = '2024-10-15T10:00'): Promise<string> {
  const slot = await buildSlot(fixture.services, {
    ...{ programme: fixture.programme, adviserId: saeki.id, startsAt: at(local) },
  });
  const { id } = await buildBooking(fixture.services, {
    ...{ company: fixture.company, slot, attendeeIds: [fixture.person.id] },
  });
  await fixture.done(fixture.person, 'consultation.cancel', { booking: id, agreed: true });
  return slot.id;
}

beforeEach(async () => {
  saeki = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki' });
  [first, second] = [await fixture.member({}), await fixture.member({})];
  for (const one of [first, second]) await fixture.done(one, 'consultation.watch', { until: '2024-12-20' });
});

describe('the turns', () => {
  it('follow one another in office hours, and stop when the hour can no longer be booked', () => {
    const turns = layTurns(['a', 'b', 'c'], {
      from: at('2024-10-04T16:30'),
      before: at('2024-10-08T09:00'),
      calendar: office,
    });
    expect(turns.map(({ watchId, startsAt, endsAt }) => [watchId, startsAt, endsAt])).toEqual([
      ['a', at('2024-10-04T16:30'), at('2024-10-07T09:30')],
      ['b', at('2024-10-07T09:30'), at('2024-10-07T10:30')],
      ['c', at('2024-10-07T10:30'), at('2024-10-07T11:30')],
    ]);
    const few = layTurns(['a', 'b'], {
      from: at('2024-10-04T16:30'),
      before: at('2024-10-07T09:15'),
      calendar: office,
    });
    expect(few.map(({ watchId }) => watchId)).toEqual(['a']);
  });

  it('of several hours go to those for which the fewest wait', () => {
    const offered = [
      { slotId: 's', watchIds: ['a', 'b', 'c'] },
      { slotId: 't', watchIds: ['b', 'c'] },
    ];
    expect(Object.fromEntries(shareOut(offered, ['a', 'b', 'c']))).toEqual({ s: ['a', 'c'], t: ['b'] });
  });
});

describe('an hour that frees', () => {
  it('is told to the first, kept for it an hour, then told to the next, then anyone’s', async () => {
    const slot = await frees();
    expect(await toldOf()).toEqual([first.account.userId]);
    expect(await book(second, slot)).not.toBe('done');
    fixture.services.clock.advance({ minutes: 60 });
    expect(await toldOf()).toEqual([second.account.userId]);
    expect(await book(first, slot)).not.toBe('done');
    fixture.services.clock.advance({ minutes: 60 });
    expect(await book(fixture.colleague, slot)).toBe('done');
  });

  it('is told to nobody once it is gone, and who has booked it waits no longer', async () => {
    const slot = await frees();
    expect(await book(first, slot)).toBe('done');
    fixture.services.clock.advance({ minutes: 60 });
    expect(await toldOf()).toEqual([]);
    const waiting = await fixture.database.watch.findMany({
      where: { endedAt: null, personId: { in: [first.id, second.id] } },
    });
    expect(waiting.map(({ personId }) => personId)).toEqual([second.id]);
  });

  it('goes to the next at once where the first no longer waits', async () => {
    const slot = await frees();
    const { id } = await fixture.database.watch.findFirstOrThrow({ where: { personId: first.id } });
    await fixture.done(first, 'consultation.unwatch', { watch: id });
    expect(await toldOf()).toEqual([second.account.userId]);
    expect(await book(second, slot)).toBe('done');
  });

  it('at night is kept for the first from then on, who is told in the morning', async () => {
    fixture.services.clock.set(at('2024-10-01T22:00'));
    const slot = await frees();
    expect(await toldOf()).toEqual([]);
    expect(await book(second, slot)).not.toBe('done');
    fixture.services.clock.set(at('2024-10-02T09:00'));
    expect(await toldOf()).toEqual([first.account.userId]);
    expect(await book(first, slot)).toBe('done');
  });

  it('is not told to a company that waits for another adviser, or for an earlier day', async () => {
    await fixture.database.watch.updateMany({ where: { personId: first.id }, data: { until: at('2024-10-10T00:00') } });
    await fixture.database.watch.updateMany({ where: { personId: second.id }, data: { adviserId: first.id } });
    const slot = await frees();
    expect(await toldOf()).toEqual([]);
    expect(await book(fixture.colleague, slot)).toBe('done');
  });
});

describe('an hour that is another company’s turn', () => {
  it('is refused in words of its own, with until when, in both languages; afterwards it is anyone’s', async () => {
    const slot = await frees();
    const third = await fixture.member({});
    const fourth = await fixture.member({ language: 'ja' });
    const tried = async (person: BuiltPerson) =>
      await fixture.refused(person, 'consultation.book', { slot, topics: 'x', mode: 'online', attendees: [person.id] });
    // The first company's hour, then the second's.
    expect(await tried(third)).toContain('Unless it books by Tue, 1 Oct 2024 11:00 JST, your company can.');
    expect(await tried(fourth)).toContain('ただいま先にご案内している企業があります。2024年10月1日(火) 11:00までに');
    // Who waits behind the first is told when its own turn begins.
    expect(await tried(second)).toContain('Unless it books by Tue, 1 Oct 2024 10:00');
    fixture.services.clock.advance({ hours: 2 });
    expect(await book(third, slot)).toBe('done');
  });
});
