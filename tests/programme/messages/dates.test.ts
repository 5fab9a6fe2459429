/** Dates and times are read and written as people do, in any zone and at its gaps and folds. */
import { describe, expect, it } from 'vitest';
import {
  daysUntil,
  formatDay,
  formatInstant,
  formatSpan,
  instantOf,
  isDate,
  isTimeZone,
  localOf,
} from '../../../programme/messages/dates.js';

const japanese = { language: 'ja', timeZone: 'Asia/Tokyo' } as const;
const english = { language: 'en', timeZone: 'Asia/Tokyo' } as const;

describe('local times', () => {
  it.each([
    ['2024-11-07', '15:30', 'Asia/Tokyo', '2024-11-07T06:30:00.000Z'],
    ['2024-11-07', '15:30', 'UTC', '2024-11-07T15:30:00.000Z'],
    ['2024-11-07', '15:30', 'Asia/Kolkata', '2024-11-07T10:00:00.000Z'],
    ['2024-07-01', '00:00', 'America/New_York', '2024-07-01T04:00:00.000Z'],
    ['2024-02-29', '23:59', 'Asia/Tokyo', '2024-02-29T14:59:00.000Z'],
  ])('%s %s in %s is one instant, and back', (date, time, zone, instant) => {
    expect(instantOf(date, time, zone)?.toISOString()).toBe(instant);
    expect(localOf(new Date(instant), zone)).toEqual({ date, time });
  });

  it('in the hour that spring skips hold an hour later', () => {
    // New York went from 2:00 EST to 3:00 EDT on 10 March 2024.
    expect(instantOf('2024-03-10', '02:30', 'America/New_York')?.toISOString()).toBe('2024-03-10T07:30:00.000Z');
    expect(localOf(new Date('2024-03-10T07:30:00Z'), 'America/New_York')).toEqual({
      date: '2024-03-10',
      time: '03:30',
    });
    expect(instantOf('2024-03-31', '01:30', 'Europe/London')?.toISOString()).toBe('2024-03-31T01:30:00.000Z');
  });

  it('in the hour that autumn repeats are its first', () => {
    expect(instantOf('2024-11-03', '01:30', 'America/New_York')?.toISOString()).toBe('2024-11-03T05:30:00.000Z');
    expect(instantOf('2024-10-27', '01:30', 'Europe/London')?.toISOString()).toBe('2024-10-27T00:30:00.000Z');
    for (const hour of ['05', '06']) {
      const local = localOf(new Date(`2024-11-03T${hour}:30:00Z`), 'America/New_York');
      expect(local).toEqual({ date: '2024-11-03', time: '01:30' });
    }
  });

  it.each([
    ['2024-02-30', '10:00'],
    ['2023-02-29', '10:00'],
    ['2024-13-01', '10:00'],
    ['tomorrow', '10:00'],
    ['', ''],
    ['2024-11-07', '24:30'],
    ['2024-11-07', '10:60'],
    ['2024-11-07', 'noon'],
  ])('that do not exist are none: %s %s', (date, time) => {
    expect(instantOf(date, time, 'Asia/Tokyo')).toBeNull();
    expect(isDate(date)).toBe(date === '2024-11-07');
  });
});

describe('days left', () => {
  const noon = new Date('2024-11-05T12:00:00+09:00');
  it.each([
    ['2024-11-05T23:59:00+09:00', 'Asia/Tokyo', 0],
    ['2024-11-06T00:00:00+09:00', 'Asia/Tokyo', 1],
    ['2024-11-04T23:59:00+09:00', 'Asia/Tokyo', -1],
    ['2025-11-05T12:00:00+09:00', 'Asia/Tokyo', 365],
    // The same instants fall on other days in Los Angeles, where it is still the 4th.
    ['2024-11-05T16:59:00+09:00', 'America/Los_Angeles', 0],
    ['2024-11-05T17:00:00+09:00', 'America/Los_Angeles', 1],
  ])('until %s in %s', (then, zone, days) => {
    expect(daysUntil(noon, new Date(then), zone)).toBe(days);
  });

  it('count calendar days over a change of clocks, when a day has 23 or 25 hours', () => {
    const zone = 'America/New_York';
    expect(daysUntil(new Date('2024-03-10T04:59:00Z'), new Date('2024-03-11T04:01:00Z'), zone)).toBe(2);
    expect(daysUntil(new Date('2024-11-03T04:01:00Z'), new Date('2024-11-04T04:59:00Z'), zone)).toBe(0);
  });
});

describe('dates as people read them', () => {
  const starts = new Date('2024-11-07T15:30:00+09:00');
  const ends = new Date('2024-11-07T17:00:00+09:00');

  it('in Japan', () => {
    expect(formatSpan(japanese, starts, ends, 'Asia/Tokyo')).toBe('2024年11月7日(木) 15:30〜17:00');
    expect(formatInstant(japanese, starts)).toBe('2024年11月7日(木) 15:30');
    expect(formatSpan(english, starts, ends, 'Asia/Tokyo')).toBe('Thu, 7 Nov 2024 15:30–17:00 JST');
  });

  it('for someone elsewhere also on their own clock', () => {
    const inParis = formatSpan({ language: 'en', timeZone: 'Europe/Paris' }, starts, ends, 'Asia/Tokyo');
    expect(inParis).toBe('Thu, 7 Nov 2024 15:30–17:00 JST [Thu, 7 Nov 2024 07:30–09:00 Europe/Paris (GMT+1)]');
    const inHonolulu = formatSpan({ language: 'ja', timeZone: 'Pacific/Honolulu' }, starts, ends, 'Asia/Tokyo');
    expect(inHonolulu).toBe(
      '2024年11月7日(木) 15:30〜17:00 [2024年11月6日(水) 20:30〜22:00 Pacific/Honolulu (GMT-10)]',
    );
    expect(formatSpan({ language: 'en', timeZone: 'Asia/Seoul' }, starts, ends, 'Asia/Tokyo')).not.toContain('[');
  });

  it('over midnight', () => {
    const late = new Date('2024-12-31T23:30:00+09:00');
    expect(formatSpan(japanese, late, new Date('2025-01-01T01:00:00+09:00'), 'Asia/Tokyo')).toBe(
      '2024年12月31日(火) 23:30〜2025年1月1日(水) 01:00',
    );
  });

  it('with every weekday', () => {
    const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 10, 4 + day, 3)));
    expect(week.map((day) => formatDay('ja', day, 'Asia/Tokyo').at(-2)).join('')).toBe('月火水木金土日');
    expect(week.map((day) => formatDay('en', day, 'Asia/Tokyo').slice(0, 3)).join(' ')).toBe(
      'Mon Tue Wed Thu Fri Sat Sun',
    );
  });
});

it('time zones are IANA names', () => {
  for (const zone of ['Asia/Tokyo', 'UTC', 'America/Argentina/Buenos_Aires']) expect(isTimeZone(zone)).toBe(true);
  for (const zone of ['', 'JST', 'Tokyo', 'Asia/Nowhere', '+09:00']) expect(isTimeZone(zone)).toBe(false);
});
