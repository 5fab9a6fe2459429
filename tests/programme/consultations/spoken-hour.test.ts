/** The hour that a sentence speaks of is the one that is shown before a consultation is booked or moved; what may be several is asked. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

// Tuesday, 1 October 2024, 9:00 in Japan.
const fixture = programmeFixture({ programme: { timeZone: 'Asia/Tokyo' } });
let adviser: BuiltPerson;
let other: BuiltPerson;
const at = (day: number, hour: number) =>
  new Date(`2024-10-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00+09:00`);

beforeEach(async () => {
  adviser = await fixture.member({ role: 'adviser', nameJa: '佐伯 沙江', nameEn: 'Sae Saeki' });
  other = await fixture.member({ role: 'adviser', nameJa: '牧野 圭', nameEn: 'Kei Makino' });
  const { services, programme, company, person } = fixture;
  const held = await buildSlot(services, { programme, adviserId: adviser.id, startsAt: at(10, 14) });
  await buildBooking(services, { company, slot: held, attendeeIds: [person.id] });
  for (const [adviserId, startsAt] of [
    [adviser.id, at(17, 14)],
    [adviser.id, at(17, 16)],
    [other.id, at(17, 14)],
    [other.id, at(18, 10)],
  ] as const)
    await buildSlot(services, { programme, adviserId, startsAt });
});

async function said(words: string, by = fixture.person) {
  const incoming = { fingerprint: null, resendFingerprint: null, answeredLater: true, words, isCommand: false };
  return await handleRequest(fixture.services, { ...incoming, account: by.account, key: randomUUID() });
}

const startsOfBookings = async () =>
  (await fixture.database.booking.findMany({ where: { programmeId: fixture.programme.id } })).map(({ startsAt }) =>
    startsAt.toISOString(),
  );

describe('moving a consultation', () => {
  it.each([
    // Its own time of day, with its own adviser, though another is free then, too.
    ['10月10日の相談を10月17日に変更してください', /14:00/],
    ['Please move our consultation from October 10 to October 17', /14:00/],
    ['please move the consultation on 10 October to 17 October at 4 pm', /16:00/],
  ])('%s', async (words, time) => {
    const shown = await said(words);
    expect(outcomeOf(shown)).toBe('preview');
    expect(wordsOf(shown)).toMatch(/Sae Saeki/);
    expect(wordsOf(shown)).toMatch(time);
    expect(await startsOfBookings()).toEqual([at(10, 14).toISOString()]);
  });

  it('to a day on which the adviser has no such hour is asked in the form', async () => {
    expect(outcomeOf(await said('10月10日の相談を10月18日に変更してください'))).toBe('form');
  });
});

describe('moving the consultation that was shown', () => {
  beforeEach(async () => {
    const { services, programme } = fixture;
    for (const startsAt of [at(10, 15), at(10, 16), at(11, 14)])
      await buildSlot(services, { programme, adviserId: adviser.id, startsAt });
    const { id } = await fixture.database.booking.findFirstOrThrow({ where: { programmeId: programme.id } });
    await fixture.ask(fixture.person, 'consultation.show', { booking: id });
  });

  it.each([
    ['move it to 4 pm', at(10, 16)],
    ['それを16時に変更してください', at(10, 16)],
    ['please move that one to 11 October', at(11, 14)],
    ['その相談を10月11日に変更してください', at(11, 14)],
    ['move it one hour later', at(10, 15)],
    ['その相談をもう1時間遅くに変更してください', at(10, 15)],
    ['move that consultation one week later', at(17, 14)],
  ])('%s', async (words, wanted) => {
    const shown = await said(words);
    expect(outcomeOf(shown), wordsOf(shown)).toBe('preview');
    const { input } = await fixture.database.preview.findFirstOrThrow({
      where: { personId: fixture.person.id },
      orderBy: { createdAt: 'desc' },
    });
    const slot = await fixture.database.consultationSlot.findFirstOrThrow({
      where: { startsAt: wanted, adviserId: adviser.id },
    });
    expect(input).toMatchObject({ slot: slot.id });
    expect(await startsOfBookings()).toEqual([at(10, 14).toISOString()]);
  });

  it('to an hour that is not free is asked in the form', async () => {
    expect(outcomeOf(await said('move it three hours later'))).toBe('form');
  });
});
