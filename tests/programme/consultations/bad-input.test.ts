/** Hours that cannot be: whatever is typed, the words name what is wrong, in the reader's language, and nothing is written. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../prisma/client.js';
import type { Values } from '../../../programme/messages/message.js';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import { buildBooking, buildSlot } from '../../support/consultations.js';
import { type BuiltPerson, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const fixture = programmeFixture({
  programme: { startsOn: new Date('2025-01-01'), endsOn: new Date('2025-12-31'), longest: 90 },
});
const NOW = new Date('2025-02-03T10:00:00+09:00');

type Words = Readonly<Record<Language, RegExp>>;

interface Bad {
  readonly what: string;
  /** Asia/Tokyo unless told. */
  readonly timeZone?: string;
  readonly input: Values;
  readonly words: Words;
}

const online = { method: 'online', link: 'https://meet.example/x' };
const hour = (firstDay: string, from: string, to: string): Values => ({ ...online, firstDay, from, to });

const offers: readonly Bad[] = [
  {
    what: 'an hour in the past',
    input: hour('2025-02-03', '08:00', '09:00'),
    words: { en: /3 Feb 2025 .*is in the past/, ja: /2025年2月3日.*過ぎています/ },
  },
  {
    what: 'a day before the programme',
    input: hour('2024-12-31', '10:00', '11:00'),
    words: { en: /within the programme \(2025-01-01/, ja: /プログラムの期間\(2025-01-01/ },
  },
  {
    what: 'a holiday',
    input: hour('2025-02-11', '10:00', '11:00'),
    words: { en: /11 Feb 2025.* is a holiday \(/, ja: /2025年2月11日.*祝日\(建国記念/ },
  },
  {
    what: 'a gap of daylight saving',
    timeZone: 'America/New_York',
    input: hour('2025-03-09', '02:00', '03:00'),
    words: { en: /9 Mar 2025.*02:00.*clocks change/, ja: /2025年3月9日.*02:00.*時計の切り替え/ },
  },
  {
    what: 'an hour that comes twice',
    timeZone: 'America/New_York',
    input: hour('2025-11-02', '01:00', '02:00'),
    words: { en: /comes twice/, ja: /二度ある時刻/ },
  },
  {
    what: 'an hour over midnight',
    input: hour('2025-02-04', '23:30', '00:30'),
    words: { en: /over midnight/, ja: /日をまたぐ/ },
  },
  {
    what: 'an hour that is longer than the programme’s',
    input: { ...hour('2025-02-04', '10:00', '13:00'), length: '120' },
    words: { en: /at most 90 minutes/, ja: /1回90分まで/ },
  },
  {
    what: 'a pattern of ten thousand hours',
    input: {
      ...hour('2025-03-03', '00:00', '23:55'),
      lastDay: '2025-04-25',
      length: '5',
      weekdays: ['1', '2', '3', '4', '5'],
    },
    words: { en: /That makes 11\d{3} hours, and at most 300/, ja: /11\d{3}枠になります.*300枠まで/ },
  },
  {
    what: 'a day that is none',
    input: hour('2025-02-30', '10:00', '11:00'),
    words: { en: /date/i, ja: /日付/ },
  },
  {
    what: 'a time that is none',
    input: hour('2025-02-04', '25:00', '26:00'),
    words: { en: /time/i, ja: /時刻/ },
  },
];

const proposals: readonly Bad[] = [
  {
    what: 'a time in the past',
    input: { date: '2025-02-01', time: '10:00' },
    words: { en: /1 Feb 2025.*(?:past|passed|over)/, ja: /2025年2月1日.*過ぎ/ },
  },
  {
    what: 'a holiday',
    input: { date: '2025-02-11', time: '10:00' },
    words: { en: /11 Feb 2025.*is a holiday \(/, ja: /2025年2月11日.*祝日\(建国記念/ },
  },
  {
    what: 'a gap of daylight saving',
    timeZone: 'America/New_York',
    input: { date: '2025-03-09', time: '02:30' },
    words: { en: /clocks go forward/, ja: /時計が進む/ },
  },
  {
    what: 'a time over midnight',
    input: { date: '2025-02-20', time: '23:30' },
    words: { en: /beyond midnight/, ja: /日をまたぐ/ },
  },
  {
    what: 'a time that is none',
    input: { date: '2025-02-20', time: '24:30' },
    words: { en: /time/i, ja: /時刻/ },
  },
];

/** Typed whole, as busy people do it: what is wrong is said at once, or with the form that asks for the rest. */
const typed: readonly { readonly say: string; readonly language: Language; readonly words: RegExp }[] = [
  { say: 'offer-hours 2024-12-31 10:00-11:00 online', language: 'en', words: /within the programme/ },
  { say: 'offer-hours 2025-02-04 23:00-00:30 online', language: 'en', words: /over midnight/ },
  { say: '2月4日 23時から1時で枠を出したい', language: 'ja', words: /日をまたぐ/ },
  { say: 'offer 2025-02-04 10:00-16:00, 240 minutes each, online', language: 'en', words: /at most 90 minutes/ },
  { say: 'away 2025-01-31', language: 'en', words: /today or a later day/ },
  { say: 'away 2025-02-20', language: 'ja', words: /予約も空いている枠もありません/ },
];

let adviser: BuiltPerson;
beforeEach(async () => {
  fixture.services.clock.set(NOW);
});

async function speak(language: Language, timeZone = 'Asia/Tokyo'): Promise<void> {
  const { database, programme, person } = fixture;
  await database.programme.update({ where: { id: programme.id }, data: { timeZone } });
  adviser = await fixture.member({ role: 'adviser', language });
  await database.person.update({ where: { id: person.id }, data: { language } });
}

const languages = ['en', 'ja'] as const;
const rows = (table: readonly Bad[]) => table.flatMap((bad) => languages.map((language) => ({ ...bad, language })));

describe('an offer', () => {
  it.each(rows(offers))('of $what is refused by its name ($language)', async ({ timeZone, input, words, language }) => {
    await speak(language, timeZone);
    const answered = await fixture.ask(adviser, 'consultation.offer', input, { submitted: true });
    expect(answered.reply.kind).toBe('form');
    expect(wordsOf(answered) + JSON.stringify(answered.reply)).toMatch(words[language]);
    expect(await fixture.database.consultationSlot.count({ where: { adviserId: adviser.id } })).toBe(0);
  });
});

describe('a time of one’s own', () => {
  it.each(rows(proposals))('in $what is refused by its name ($language)', async (bad) => {
    const { timeZone, input, words, language } = bad;
    await speak(language, timeZone);
    const { services, programme, company, person } = fixture;
    const startsAt = new Date('2025-02-18T10:00:00+09:00');
    const slot = await buildSlot(services, { programme, adviserId: adviser.id, startsAt });
    const booking = await buildBooking(services, { company, slot, attendeeIds: [person.id] });
    const asked = { booking: booking.id, ...input };
    const answered = await fixture.ask(person, 'consultation.propose', asked, { submitted: true });
    expect(wordsOf(answered) + JSON.stringify(answered.reply)).toMatch(words[language]);
    expect(await fixture.database.bookingRequest.count({ where: { bookingId: booking.id } })).toBe(0);
  });
});

it.each(typed)('“$say” is answered with what is wrong', async ({ say, language, words }) => {
  await speak(language);
  const incoming = { fingerprint: null, resendFingerprint: null, answeredLater: false, words: say, isCommand: true };
  const answered = await handleRequest(fixture.services, { ...incoming, account: adviser.account, key: randomUUID() });
  expect(wordsOf(answered) + JSON.stringify(answered.reply)).toMatch(words);
  expect(await fixture.database.consultationSlot.count({ where: { adviserId: adviser.id } })).toBe(0);
});
