/** Which day of consultations somebody speaks of, and which day that is once it is asked; hours that advisers offer in words. */
import { describe, expect, it } from 'vitest';
import { spokenHours } from '../../../programme/consultations/slots/spoken-hours.js';
import { dayOf, spokenBeginningIn, spokenDayIn } from '../../../programme/consultations/spoken-day.js';

/** A Wednesday, 10:00 in Tokyo. */
const around = { now: new Date('2025-02-12T01:00:00Z'), timeZone: 'Asia/Tokyo' };

describe('a day that is named', () => {
  it.each([
    ['明日の相談', '+1', '2025-02-13'],
    ['十一月七日は休みます', '11-7', '2025-11-07'],
    ['3月4日(火)の相談', '3-4', '2025-03-04'],
    ['away 2025-02-04', '2025-02-04', '2025-02-04'],
    ['18日の相談', 'd18', '2025-02-18'],
    ['I am away on the 5th', 'd5', '2025-03-05'],
    ['来月5日の相談', 'm1-5', '2025-03-05'],
    ['先月3日の相談', 'm-1-3', '2025-01-03'],
    ['on Tuesday', 'w2', '2025-02-18'],
    ['next Tuesday', 's2', '2025-02-18'],
    ['来週の火曜', 'n2', '2025-02-18'],
    ['再来週の火曜', 'a2', '2025-02-25'],
    ['今週の月曜', 't1', '2025-02-10'],
    ['in two weeks', '+14', '2025-02-26'],
    ['3日後', '+3', '2025-02-15'],
    ['明後日の午前中', '+2', '2025-02-14'],
    ['明日の15時から', '+1', '2025-02-13'],
  ])('%s: %s, which is %s', (text, spoken, day) => {
    expect(spokenDayIn(text)).toEqual({ spokenDay: spoken });
    expect(dayOf(spoken, around)).toBe(day);
  });

  it.each([
    '3月4日と5日',
    '明日から金曜まで',
    'Monday to Wednesday',
    '明日から3日間',
    'from tomorrow for two days',
    '3月10日以降',
  ])('%s names several', (text) => {
    expect(spokenDayIn(text)).toEqual({ severalDays: true });
  });

  it.each(['相談したい', '第三者', '昨日の相談', '三日月電機', 'may I come', '来週'])('%s names none', (text) => {
    expect(spokenDayIn(text)).toEqual({});
  });

  it.each(['2-30', '2025-02-29', 'd32', 'x3', '', 'w', 'w9', '__proto__'])('%j is no day', (spoken) => {
    expect(dayOf(spoken, around)).toBeNull();
  });

  it('is the first one where hours are wanted from then on', () => {
    expect(spokenBeginningIn('20日以降の空き時間')).toEqual({ spokenDay: 'd20', onwards: true });
    expect(spokenBeginningIn('free hours from 10 March onwards')).toEqual({ spokenDay: '3-10', onwards: true });
    expect(spokenBeginningIn('3月10日から3日間')).toEqual({ severalDays: true });
    expect(spokenBeginningIn('free hours in March')).toEqual({ spokenMonth: 3 });
  });
});

describe('hours that are offered', () => {
  it.each([
    ['4 February 13:00-14:00 online', { spokenDay: '2-4', from: '13:00', to: '14:00', method: 'online' }],
    ['二月四日 午後1時から2時半', { spokenDay: '2-4', from: '13:00', to: '14:30' }],
    ['Feb 4th from 1 to 4 pm', { spokenDay: '2-4', from: '13:00', to: '16:00' }],
    ['令和7年3月1日 10時', { firstDay: '2025-03-01', from: '10:00' }],
    ['every Tuesday and Thursday in March, half past nine', { spokenMonth: 3, weekdays: ['2', '4'], from: '09:30' }],
    ['毎週火・木曜 13:00〜17:00', { weekdays: ['2', '4'], from: '13:00', to: '17:00' }],
    ['2月30日 10時', { spokenDay: '2-30', from: '10:00' }],
  ])('%s', (text, input) => {
    expect(spokenHours(text)).toEqual(input);
  });
});
