/** What must hold of every text: places, width and case, time zones, the ends of years and months, and what is no date. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDatePhrases } from '../../../../programme/calendar/phrases/find-date-phrases.js';
import { at, told, toldOf } from './told.js';

const noDates: readonly string[] = [
  '第三者に確認します',
  '三日月電機の山田です',
  '一日も早く解決したい',
  '私と部長の二人で参加します',
  '四日市の工場から参加します',
  '五十嵐と三井です',
  '朝日電機',
  '明日香さんに渡してください',
  'べんきょう中です',
  'きのうてきには足ります',
  '十分に確認しました',
  '三分の一',
  '五分五分',
  '一時的に止めます',
  '第2回のワークショップ',
  '経営者サロン2日目',
  '三名で参加、11社',
  '第5条、原則16',
  '日程と期日と日時を教えて',
  '何日の何時からですか',
  '毎度ありがとうございます。今後とも',
  '今回と前回の内容',
  '二月堂の五月さん',
  '昼食会と朝食と夜景',
  '電話は03-1234-5678',
  'MSM-1とWLT-2に参加',
  '1/2ページ',
  '3/4の企業',
  '月額、火災保険、水道、木材、金額、土地、日本',
  '半分を分析',
  '1日に3回',
  'It may rain, and we may be late',
  'May I join?',
  'We march on',
  'the second draft',
  'the 2nd draft and the first session',
  'the third item of the list',
  'he sat on the chair in the sun',
  'Principle 31',
  'at 3 companies with 3 people',
  '2 of 11 companies',
  '11/16 companies',
  '3/4 of companies',
  '24/7 support',
  'day by day',
  'the Day 2 workshop',
  'Good morning everyone',
  'See you later, sooner or later',
  'every time, once a week, twice a day',
  'the other day',
  'version 1.2 of ISO 20400',
  'room 101, seat 7',
  'sat, second, sun, march; may: mark, decide',
  'now that we know',
  'Quiz Night with June and mon ami',
  'they wed in church',
  'a daily mix of 3/6 stars',
  'over 2000 people in room 2010',
  'the current draft',
];

describe('what is no date', () => {
  it.each(noDates)('%s', (text) => {
    expect(toldOf(text)).toEqual([]);
  });
});

/** Several in one text, and words that share what they say. */
const sentences: readonly (readonly [string, readonly string[]])[] = [
  ['3月4日の面談を3月11日に移してください', ['3月4日: day 2025-03-04', '3月11日: day 2025-03-11']],
  ['18日のワークショップですが、午後から参加します', ['18日: day 2025-02-18', '午後から: open 12:00- afternoon']],
  [
    '来週の火曜か木曜の午後でお願いします',
    ['来週の火曜: day 2025-02-18', '木曜の午後: part 2025-02-20 12:00-17:00 afternoon'],
  ],
  ['再来週の月曜と火曜', ['再来週の月曜: day 2025-02-24', '火曜: day 2025-02-25']],
  ['3月4日、5日、6日', ['3月4日: day 2025-03-04', '5日: day 2025-03-05', '6日: day 2025-03-06']],
  ['March 4th or 5th', ['March 4th: day 2025-03-04', '5th: day 2025-03-05']],
  ['next week Tuesday or Thursday', ['next week Tuesday: day 2025-02-18', 'Thursday: day 2025-02-20']],
  // A move to an earlier day is no range of a year.
  ['move it from 27 February to 20 February', ['27 February: day 2025-02-27', '20 February: day 2025-02-20']],
  ['move it from 20 February to 27 February', ['from 20 February to 27 February: days 2025-02-20..2025-02-27']],
  ['締切を一週間後ろに、3月末までお願いします', ['一週間後ろに: shift 1 week', '3月末まで: open ..2025-03-31']],
  [
    'Book next week in the afternoon, or any morning after the 20th.',
    [
      'next week in the afternoon: part 2025-02-17..2025-02-23 12:00-17:00 afternoon',
      'any morning after the 20th: open 2025-02-21.. 09:00-12:00 morning',
    ],
  ],
  ['We cannot come on the 2nd, the 18th workshop is fine', ['the 2nd: day 2025-03-02', 'the 18th: day 2025-02-18']],
  ['来週のWednesdayはどうですか', ['来週のWednesday: day 2025-02-19']],
];

describe('several phrases', () => {
  it.each(sentences)('%s', (text, phrases) => {
    expect(toldOf(text)).toEqual(phrases);
  });
});

describe('11/7', () => {
  const other = (text: string, language?: 'ja' | 'en') =>
    findDatePhrases(text, { ...at, ...(language && { language }) }).map(({ otherDay }) => otherDay);

  it('is 7 November, and in English 11 July as well', () => {
    expect(other('on 11/7')).toEqual(['2025-07-11']);
    expect(other('11/7に参加します')).toEqual([null]);
    expect(other('11/7', 'ja')).toEqual([null]);
    expect(other('11/7', 'en')).toEqual(['2025-07-11']);
  });

  it('is one day only where the other way there is none', () => {
    expect(other('2/20 or 20/2 or 3/3')).toEqual([null, null, null]);
  });
});

describe('days that there are not', () => {
  it.each([
    '2月30日',
    '2025年2月29日',
    '4月31日の午後',
    'Feb 30',
    '31 April at 10:00',
    '2025-02-30',
    '2/30',
    '25時',
    '11月7日25時',
  ])('%s is told to be none', (text) => {
    expect(findDatePhrases(text, at).map(({ meaning }) => meaning.kind)).toEqual(['impossible']);
  });

  it('29 February is the next one that there is', () => {
    expect(toldOf('2月29日')).toEqual(['2月29日: day 2028-02-29']);
    expect(toldOf('2月29日', { now: new Date('2024-02-01T00:00:00Z') })).toEqual(['2月29日: day 2024-02-29']);
    expect(toldOf('2月末', { now: new Date('2024-02-01T00:00:00Z') })).toEqual(['2月末: day 2024-02-29']);
    expect(toldOf('in one year', { now: new Date('2024-02-29T00:00:00Z') })).toEqual(['in one year: day 2025-02-28']);
  });
});

describe('the ends of years, months and days', () => {
  const tokyo = (time: string) => ({ now: new Date(`${time}+09:00`) });

  it.each([
    ['明日', '2025-12-31T23:59:00', 'day 2026-01-01'],
    ['来週の月曜', '2025-12-31T10:00:00', 'day 2026-01-05'],
    ['来月5日', '2025-12-15T10:00:00', 'day 2026-01-05'],
    ['来月末', '2025-01-31T10:00:00', 'day 2025-02-28'],
    ['月末', '2025-01-31T10:00:00', 'day 2025-01-31'],
    ['31日', '2025-02-01T10:00:00', 'day 2025-03-31'],
    ['1月10日', '2025-12-20T10:00:00', 'day 2026-01-10'],
    ['12月28日から1月3日', '2025-12-20T10:00:00', 'days 2025-12-28..2026-01-03'],
    ['今年度', '2025-03-31T10:00:00', 'days 2024-04-01..2025-03-31'],
    ['今年度', '2025-04-01T10:00:00', 'days 2025-04-01..2026-03-31'],
    ['年度末', '2025-04-01T10:00:00', 'day 2026-03-31'],
    ['今週', '2025-02-16T23:59:00', 'days 2025-02-10..2025-02-16'],
    ['今週', '2025-02-17T00:00:00', 'days 2025-02-17..2025-02-23'],
    ['日曜', '2025-02-16T10:00:00', 'day 2025-02-16'],
    ['次の日曜', '2025-02-16T10:00:00', 'day 2025-02-23'],
    ['週明け', '2025-02-17T10:00:00', 'day 2025-02-24'],
    ['お正月', '2026-01-02T10:00:00', 'days 2026-01-01..2026-01-03'],
    ['30分後', '2025-12-31T23:45:00', 'instant 2026-01-01 00:15'],
    ['1か月後', '2025-01-31T10:00:00', 'day 2025-02-28'],
  ])('%s at %s: %s', (text, time, meaning) => {
    expect(toldOf(text, tokyo(time))).toEqual([`${text}: ${meaning}`]);
  });

  it('a Monday in the middle of a list lies in the week that was named', () => {
    expect(toldOf('来週の月曜か火曜', tokyo('2025-02-10T10:00:00'))).toEqual([
      '来週の月曜: day 2025-02-17',
      '火曜: day 2025-02-18',
    ]);
  });
});

describe('time zones', () => {
  it('today is the day of the zone', () => {
    const now = new Date('2025-02-12T20:00:00Z');
    expect(toldOf('today', { now, timeZone: 'Asia/Tokyo' })).toEqual(['today: day 2025-02-13']);
    expect(toldOf('today', { now, timeZone: 'America/New_York' })).toEqual(['today: day 2025-02-12']);
  });

  it('calendar days do not move with the clocks', () => {
    // In New York the clocks go forward on 9 March 2025 and back on 2 November.
    const spring = { now: new Date('2025-03-09T04:30:00Z'), timeZone: 'America/New_York' };
    expect(toldOf('tomorrow', spring)).toEqual(['tomorrow: day 2025-03-09']);
    expect(toldOf('in two days', spring)).toEqual(['in two days: day 2025-03-10']);
    const autumn = { now: new Date('2025-11-02T03:30:00Z'), timeZone: 'America/New_York' };
    expect(toldOf('tomorrow', autumn)).toEqual(['tomorrow: day 2025-11-02']);
    expect(toldOf('in two days', autumn)).toEqual(['in two days: day 2025-11-03']);
  });

  it.each([
    ['9 March 2025 at 3pm', '2025-03-09T19:00:00.000Z'],
    // The hour that is skipped: the later reading.
    ['9 March 2025 at 2:30 am', '2025-03-09T07:30:00.000Z'],
    // The hour that comes twice: the earlier one.
    ['2 November 2025 at 1:30 am', '2025-11-02T05:30:00.000Z'],
    ['20 February 2025, midnight', '2025-02-21T05:00:00.000Z'],
  ])('%s in New York is %s', (text, instant) => {
    const [phrase] = findDatePhrases(text, { ...at, timeZone: 'America/New_York' });
    expect(phrase?.meaning).toMatchObject({ kind: 'instant', instant: new Date(instant) });
  });

  it('hours from now are hours, whatever the clocks do', () => {
    const [phrase] = findDatePhrases('in 2 hours', {
      now: new Date('2025-03-09T06:30:00Z'),
      timeZone: 'America/New_York',
    });
    expect(phrase?.meaning).toMatchObject({
      instant: new Date('2025-03-09T08:30:00Z'),
      times: { from: '04:30', to: '04:30' },
    });
  });
});

/** Pieces of which phrases are made, so that their neighbours are tried in every order. */
const pieces = [
  ...[
    '11月7日',
    '来週',
    '水曜',
    'の',
    '午後',
    '3時',
    'から',
    'まで',
    'までに',
    '以降',
    '毎週',
    '三日',
    '2時間',
    '後',
    'ごろ',
    '(水)',
    '、',
    '。',
    '1/2',
    '令和7年',
  ],
  ...[
    'next week ',
    'on ',
    'the 22nd ',
    'by ',
    'Friday',
    ' at ',
    '3pm',
    ' to ',
    '4',
    'every ',
    'May ',
    '12',
    '-',
    '/',
    ':',
    ' and ',
    'half past ',
    'two ',
    'weeks ',
    'before ',
  ],
  ...['株式会社', 'workshop ', '\n', '\u3000', 'ｶﾞ', '㈬', '①', '🗓️', 'é', 'İ', '\ud800'],
];

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
);

const toFullWidth = (one: string) =>
  one.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000');

describe('every text', () => {
  it('has no more phrases than anybody writes', () => {
    expect(findDatePhrases('3日、'.repeat(1_000), at)).toHaveLength(200);
  });

  it('has phrases that lie in it, in order, none within another', () => {
    fc.assert(
      fc.property(text, (written) => {
        let end = 0;
        for (const phrase of findDatePhrases(written, at)) {
          expect(phrase.from).toBeGreaterThanOrEqual(end);
          expect(phrase.to).toBeGreaterThan(phrase.from);
          expect(phrase.to).toBeLessThanOrEqual(written.length);
          expect(written.slice(phrase.from, phrase.to)).toBe(phrase.text);
          end = phrase.to;
        }
      }),
      { numRuns: 1_500 },
    );
  });

  it('means the same in full width and in capitals', () => {
    const meanings = (written: string) =>
      findDatePhrases(written, { ...at, language: 'en' }).map(({ meaning }) => told(meaning));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces.filter((one) => !/[éİ\ud800]/.test(one))), { maxLength: 10 }),
        (parts) => {
          const written = parts.join('');
          expect(meanings(toFullWidth(written))).toEqual(meanings(written));
          expect(meanings(written.toUpperCase())).toEqual(meanings(written));
        },
      ),
      { numRuns: 800 },
    );
  });

  it('is read at any time in any zone', () => {
    const zones = ['Asia/Tokyo', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC'];
    const now = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(text, now, fc.constantFrom(...zones), (written, when, timeZone) => {
        expect(() => findDatePhrases(written, { now: when, timeZone })).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  // A pattern that repeats within a repetition would not come to an end in a lifetime.
  it.each([...'1一日a .,-/:(月時年ー', '3日', '11/', '1:', 'a ', 'on ', '水・'])(
    '100 kB of %j are read to the end',
    (one) => {
      const long = one.repeat(Math.ceil(100_000 / one.length));
      expect(findDatePhrases(long, at)).toBeInstanceOf(Array);
    },
  );
});
