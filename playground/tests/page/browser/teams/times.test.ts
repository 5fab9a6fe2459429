/** Proves that days and times are those of Tokyo, wherever the browser stands, and that sizes can be read. */
import { describe, expect, it } from 'vitest';
import { dayAndTimeOf, dayKeyOf, dayOf, sizeOf, timeOf } from '../../../../page/browser/teams/times.js';

describe('time', () => {
  const at = '2024-11-07T15:05:00Z';

  it('is that of Tokyo', () => {
    expect(timeOf(at, 'ja')).toBe('00:05');
    expect(timeOf(at, 'en')).toBe('00:05');
    expect(dayKeyOf(at)).toBe('2024-11-08');
  });

  it('is written as in the language', () => {
    expect(dayOf(at, 'ja')).toBe('2024年11月8日金曜日');
    // Whether a comma stands there depends on the runtime's version of the Unicode data.
    expect(dayOf(at, 'en')).toMatch(/^Friday,? 8 November 2024$/);
    expect(dayAndTimeOf(at, 'ja')).toBe('11月8日 00:05');
    expect(dayAndTimeOf(at, 'en')).toBe('8 Nov, 00:05');
  });
});

it.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1.0 KB'],
  [182_736, '178 KB'],
  [26_214_400, '25 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeOf(bytes)).toBe(words);
});
