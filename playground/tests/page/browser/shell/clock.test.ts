/** The clock shows Japan's time wherever the browser is, and takes what is typed for Japan's time. */
import { expect, test } from 'vitest';
import { fromJapanLocal, toJapanLocal } from '../../../../page/browser/japan-time.js';
import {
  countOn,
  formatAhead,
  formatDate,
  formatDateTime,
  formatNear,
  formatSeconds,
  formatTime,
} from '../../../../page/browser/shell/clock.js';

/** A Thursday night in London, Friday morning in Japan. */
const instant = new Date('2024-11-07T15:05:09Z');

test('dates and times are Japan’s, in either language', () => {
  expect(formatDate(instant, 'ja')).toBe('2024年11月8日(金)');
  expect(formatDate(instant, 'en')).toMatch(/^Fri,? 8 November 2024$/);
  expect(formatTime(instant, 'ja')).toBe('00:05');
  expect(formatTime(instant, 'en')).toBe('00:05');
  expect(formatSeconds(instant, 'ja')).toBe('09');
  expect(formatSeconds(instant, 'en')).toBe('09');
  expect(formatNear(instant, 'ja')).toBe('11月8日(金) 00:05');
  expect(formatNear(instant, 'en')).toMatch(/^Fri,? 8 Nov 00:05$/);
  expect(formatDateTime(instant, 'en')).toMatch(/^Fri,? 8 Nov 2024 00:05$/);
});

test('what is typed is Japan’s time', () => {
  expect(toJapanLocal(instant)).toBe('2024-11-08T00:05');
  expect(fromJapanLocal('2024-11-08T00:05')).toEqual(new Date('2024-11-07T15:05:00Z'));
  expect(fromJapanLocal('')).toBeNull();
  expect(fromJapanLocal('tomorrow')).toBeNull();
});

test.each([
  [30 * 60_000, '30 分後', 'in 30 minutes'],
  [119 * 60_000, '119 分後', 'in 119 minutes'],
  [5 * 3_600_000, '5 時間後', 'in 5 hours'],
  [10 * 86_400_000 - 1, '9 日後', 'in 9 days'],
  [-1, '0 分後', 'in 0 minutes'],
])('%i ms ahead', (milliseconds, japanese, english) => {
  const at = new Date(instant.getTime() + milliseconds);
  expect(formatAhead(at, instant, 'ja')).toBe(japanese);
  expect(formatAhead(at, instant, 'en')).toBe(english);
});

test('it counts on from what it was told, and never back', () => {
  const told = { now: '2024-11-07T15:00:00.000Z', receivedAt: 1_000 };
  expect(countOn(told, 3_500).toISOString()).toBe('2024-11-07T15:00:02.500Z');
  expect(countOn(told, 0).toISOString()).toBe('2024-11-07T15:00:00.000Z');
});
