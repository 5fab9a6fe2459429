/** The windows in which reminders are sent: a table of cases, and every zone of the world against another way to reckon. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isInWindow,
  lastWindowBefore,
  momentFor,
  opensOn,
  type SendingCalendar,
  type SendingWindow,
  windowsOf,
} from '../../../programme/calendar/windows.js';
import { sentAt, wall } from '../../support/wall-clock.js';

const morning = { opensAt: 9 * 60, closesAt: 12 * 60 };
const afternoon = { opensAt: 13 * 60, closesAt: 17 * 60 };
const none = { ja: '休業', en: 'closed' };

function calendar(windows: readonly SendingWindow[] = [morning, afternoon], ...closed: string[]): SendingCalendar {
  return { windows, closures: closed.map((day) => ({ firstDay: day, lastDay: day, name: none })) };
}

describe('a programme', () => {
  it('has its own windows, or its office hours', () => {
    const hours = { opensAt: 540, closesAt: 1020 };
    expect(windowsOf({ ...hours, windows: [] })).toEqual([hours]);
    expect(windowsOf({ ...hours, windows: [540, 720, 780, 1020] })).toEqual([morning, afternoon]);
  });
});

describe('what is wanted', () => {
  it.each([
    ['in a window stays', '2026-11-27T10:15', '2026-11-27T10:15'],
    ['as a window opens stays', '2026-11-27T13:00', '2026-11-27T13:00'],
    ['as a window closes goes out an hour before', '2026-11-27T12:00', '2026-11-27T11:00'],
    ['at noon goes out in the morning', '2026-11-27T12:30', '2026-11-27T11:00'],
    ['in the evening goes out in the afternoon', '2026-11-27T21:00', '2026-11-27T16:00'],
    ['before the first window goes out the day before', '2026-11-27T08:59', '2026-11-26T16:00'],
    ['on a Sunday goes out on Friday', '2026-11-29T10:00', '2026-11-27T16:00'],
    ['on a Monday before the first window goes out on Friday', '2026-11-30T08:00', '2026-11-27T16:00'],
    ['on a national holiday goes out before the long weekend', '2026-11-23T10:00', '2026-11-20T16:00'],
  ])('%s', (_what, wanted, moment) => {
    const sent = momentFor(new Date(`${wanted}:00+09:00`), 'Asia/Tokyo', calendar());
    expect(sent).toEqual(new Date(`${moment}:00+09:00`));
  });

  it('on a day on which the programme is closed goes out before it', () => {
    const sent = momentFor(new Date('2026-11-27T10:00:00+09:00'), 'Asia/Tokyo', calendar(undefined, '2026-11-27'));
    expect(sent).toEqual(new Date('2026-11-26T16:00:00+09:00'));
  });

  it('goes out at the beginning of a window that is shorter than an hour', () => {
    const short = calendar([{ opensAt: 600, closesAt: 630 }]);
    expect(momentFor(new Date('2026-11-27T18:00:00+09:00'), 'Asia/Tokyo', short)).toEqual(
      new Date('2026-11-27T10:00:00+09:00'),
    );
  });

  it('goes by the reader’s clock and calendar', () => {
    const wanted = new Date('2026-11-27T10:00:00+09:00');
    expect(momentFor(wanted, 'Europe/London', calendar())).toEqual(new Date('2026-11-26T16:00:00Z'));
    expect(momentFor(wanted, 'America/New_York', calendar())).toEqual(new Date('2026-11-26T16:00:00-05:00'));
  });

  it('has no moment where there is no window for three months', () => {
    const closed: SendingCalendar = {
      windows: [morning],
      closures: [{ firstDay: '2026-01-01', lastDay: '2026-12-31', name: none }],
    };
    expect(momentFor(new Date('2026-12-15T10:00:00+09:00'), 'Asia/Tokyo', closed)).toBeNull();
    expect(lastWindowBefore(new Date('2026-12-15T10:00:00+09:00'), 'Asia/Tokyo', closed)).toBeNull();
    expect(opensOn('2026-12-15', 'Asia/Tokyo', closed)).toBeNull();
  });
});

describe('clocks that are changed', () => {
  const night = calendar([{ opensAt: 60, closesAt: 180 }]);

  it('leave a window that they skip away, and shorten one that they cut', () => {
    // On 29 March 2024, a Friday, Jerusalem goes from 02:00 to 03:00, so that of 01:00-03:00 one hour is left.
    const evening = new Date('2024-03-29T18:00:00Z');
    expect(lastWindowBefore(evening, 'Asia/Jerusalem', night)).toEqual({
      begins: new Date('2024-03-28T23:00:00Z'),
      ends: new Date('2024-03-29T00:00:00Z'),
    });
    const skipped = calendar([{ opensAt: 120, closesAt: 180 }]);
    expect(opensOn('2024-03-29', 'Asia/Jerusalem', skipped)).toBeNull();
    expect(momentFor(evening, 'Asia/Jerusalem', skipped)).toEqual(new Date('2024-03-28T00:00:00Z'));
  });

  it('leave an hour that comes twice in its window both times', () => {
    // On 31 October 2025, a Friday, Cairo goes from 24:00 back to 23:00.
    const late = calendar([{ opensAt: 23 * 60, closesAt: 24 * 60 }]);
    expect(isInWindow(new Date('2025-10-30T20:30:00Z'), 'Africa/Cairo', late)).toBe(true);
    expect(isInWindow(new Date('2025-10-30T21:30:00Z'), 'Africa/Cairo', late)).toBe(true);
    expect(isInWindow(new Date('2025-10-30T22:30:00Z'), 'Africa/Cairo', late)).toBe(false);
  });
});

const MINUTE = 60_000;

/** A change of this zone's clocks within the years that are tried, to the minute; null where it has none. */
function changesOf(timeZone: string): readonly number[] {
  const offset = (instant: number) => {
    const { day, minutes } = wall(instant, timeZone);
    return Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE - instant;
  };
  const found: number[] = [];
  const STEP = 7 * 86_400_000;
  for (let week = Date.parse('2026-01-01T00:00:00Z'); week < Date.parse('2027-12-01T00:00:00Z'); week += STEP) {
    if (offset(week) === offset(week + STEP)) continue;
    let [from, to] = [week, week + STEP];
    while (to - from > MINUTE) {
      const middle = from + Math.floor((to - from) / 2 / MINUTE) * MINUTE;
      if (offset(middle) === offset(from)) from = middle;
      else to = middle;
    }
    found.push(to);
  }
  return found;
}

describe('in every zone of the world', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const anyWindows = fc
    .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 6 })
    .map((marks) => marks.toSorted((one, other) => one - other))
    .map((marks) =>
      Array.from({ length: Math.floor(marks.length / 2) }, (_, at) => ({
        ...{ opensAt: (marks[2 * at] ?? 0) * 30, closesAt: (marks[2 * at + 1] ?? 0) * 30 },
      })),
    );
  const around = fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 });

  it('a moment is the oracle’s, around the changes of its clocks and at any other time', () => {
    let [tried, nearChanges] = [0, 0];
    for (const timeZone of zones) {
      const changes = changesOf(timeZone);
      const centre = fc.constantFrom(
        ...changes,
        Date.parse('2026-11-23T00:00:00Z'),
        Date.parse('2027-05-04T00:00:00Z'),
      );
      fc.assert(
        fc.property(centre, around, anyWindows, fc.boolean(), (at, minutes, windows, closed) => {
          const wanted = at + minutes * MINUTE;
          const open = calendar(windows, ...(closed ? [wall(wanted, timeZone).day] : []));
          const moment = momentFor(new Date(wanted), timeZone, open)?.getTime();
          expect(moment, `${timeZone} ${new Date(wanted).toISOString()}`).toBe(sentAt(wanted, timeZone, open));
          expect(moment).toBeLessThanOrEqual(wanted);
          tried += 1;
          if (changes.includes(at)) nearChanges += 1;
        }),
        { numRuns: 8 },
      );
    }
    expect(zones.length).toBeGreaterThan(400);
    expect(tried).toBe(zones.length * 8);
    expect(nearChanges).toBeGreaterThan(300);
  });
});
