/** The programme's time at the terminal. */
import { describe, expect, it } from 'vitest';
import { readJump, showTime } from '../../terminal/time.js';

const now = new Date('2024-10-28T01:00:00Z');
const jump = (typed: string) => readJump(typed, now).toISOString();

describe('time at the terminal', () => {
  it('is shown as it is in Japan', () => {
    expect(showTime(now)).toBe('2024-10-28 (Mon/月) 10:00 JST');
    expect(showTime(new Date('2024-12-31T15:00:00Z'))).toBe('2025-01-01 (Wed/水) 00:00 JST');
  });

  it('goes forward by lengths', () => {
    expect(jump('30m')).toBe('2024-10-28T01:30:00.000Z');
    expect(jump('3h')).toBe('2024-10-28T04:00:00.000Z');
    expect(jump('1d12h')).toBe('2024-10-29T13:00:00.000Z');
    expect(jump('2w')).toBe('2024-11-11T01:00:00.000Z');
  });

  it('goes to a moment in Japan, or in the zone that is given', () => {
    expect(jump('2024-11-07T15:00')).toBe('2024-11-07T06:00:00.000Z');
    expect(jump('2024-11-07 15:00')).toBe('2024-11-07T06:00:00.000Z');
    expect(jump('2024-11-07T15:00Z')).toBe('2024-11-07T15:00:00.000Z');
    expect(jump('2024-11-07')).toBe('2024-11-07T00:00:00.000Z');
  });

  it('refuses what is over, and what is no time', () => {
    expect(() => jump('2024-10-27')).toThrow('2024-10-27 (Sun/日) 09:00 JST is over');
    for (const typed of ['tomorrow', '3', '2024-13-01', '1y', '99999999999w']) {
      expect(() => jump(typed)).toThrow(`"${typed}" is no time to jump to`);
    }
  });
});
