/** How long somebody was there: what overlaps counts once, what lies outside the session not at all. */
import { describe, expect, it } from 'vitest';
import { presentSeconds, wasPresent } from '../../../../programme/attendance/online-list/presence.js';

const at = (time: string) => new Date(`2024-11-07T${time}:00+09:00`);
const session = { startsAt: at('15:00'), endsAt: at('17:00') };

const piece = (from: string, to: string, minutes: number | null = null, isHull = false) => ({
  ...{ joinedAt: at(from), leftAt: at(to), seconds: minutes === null ? null : minutes * 60, isHull },
});
const untimed = (minutes: number) => ({ joinedAt: null, leftAt: null, seconds: minutes * 60, isHull: false });

const minutes = (...rows: readonly ReturnType<typeof piece | typeof untimed>[]) => presentSeconds(rows, session) / 60;

describe('minutes in the session', () => {
  it('leave out what came before and after', () => expect(minutes(piece('14:30', '17:30'))).toBe(120));
  it('of who came back are those of both times', () =>
    expect(minutes(piece('15:00', '15:20'), piece('16:00', '16:10'))).toBe(30));
  it('of two devices at once count once', () =>
    expect(minutes(piece('15:00', '16:00'), piece('15:30', '16:10'), piece('15:40', '15:50'))).toBe(70));
  it('of a whole with times away are what the report says', () =>
    expect(minutes(piece('15:00', '17:00', 40, true))).toBe(40));
  it('of a whole never exceed its part in the session', () =>
    expect(minutes(piece('13:00', '15:10', 100, true))).toBe(10));
  it('without times are what the report says, of two devices the longer, never more than the session', () => {
    expect(minutes(untimed(30), untimed(20))).toBe(30);
    expect(minutes(untimed(500))).toBe(120);
  });
  it('of who was there on another day are none', () => expect(minutes(piece('09:00', '10:00'))).toBe(0));
});

it('half of the session is enough, less is not', () => {
  expect(wasPresent(60 * 60, session)).toBe(true);
  expect(wasPresent(60 * 60 - 1, session)).toBe(false);
  expect(wasPresent(0, { startsAt: at('15:00'), endsAt: at('15:00') })).toBe(false);
});
