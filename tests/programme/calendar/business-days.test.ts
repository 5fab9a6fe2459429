/** Working days by weekends, holidays and closures, and office hours across them. */
import { describe, expect, it } from 'vitest';
import {
  addBusinessHours,
  businessDayBefore,
  isWorkingDay,
  type OfficeCalendar,
} from '../../../programme/calendar/business-days.js';

const calendar: OfficeCalendar = {
  ...{ timeZone: 'Asia/Tokyo', opensAt: 540, closesAt: 1020 },
  closures: [{ firstDay: '2024-12-28', lastDay: '2025-01-05', name: { ja: '年末年始', en: 'New Year closure' } }],
};

describe('a day', () => {
  it.each([
    ['2025-02-10', { working: true }],
    ['2025-02-11', { working: false, why: 'holiday', name: { ja: '建国記念の日', en: 'National Foundation Day' } }],
    ['2025-02-08', { working: false, why: 'weekend', name: { ja: '土日', en: 'weekend' } }],
    // A Sunday's holiday moves to the Monday.
    ['2025-02-24', { working: false, why: 'holiday', name: { ja: '天皇誕生日 振替休日', en: 'Holiday in lieu' } }],
    // Between two holidays.
    ['2026-09-22', { working: false, why: 'holiday', name: { ja: '休日', en: "Citizen's Holiday" } }],
    ['2025-01-01', { working: false, why: 'closure', name: { ja: '年末年始', en: 'New Year closure' } }],
    ['2025-01-06', { working: true }],
  ])('%s', (date, expected) => {
    expect(isWorkingDay(date, calendar)).toEqual(expected);
  });
});

it.each([
  ['2025-02-12', '2025-02-10'],
  ['2025-02-10', '2025-02-07'],
  ['2025-01-06', '2024-12-27'],
  ['2025-02-25', '2025-02-21'],
])('before %s one works on %s', (date, before) => {
  expect(businessDayBefore(date, calendar)).toBe(before);
});

it('has every holiday of 2027', () => {
  const days = Array.from({ length: 365 }, (_, n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
  const found = days.filter((day) => {
    const one = isWorkingDay(day, { closures: [] });
    return !one.working && one.why === 'holiday';
  });
  expect(found).toEqual([
    ...['2027-01-01', '2027-01-11', '2027-02-11', '2027-02-23', '2027-03-21', '2027-03-22', '2027-04-29', '2027-05-03'],
    ...['2027-05-04', '2027-05-05', '2027-07-19', '2027-08-11', '2027-09-20', '2027-09-23', '2027-10-11', '2027-11-03'],
    '2027-11-23',
  ]);
});

describe('an office hour later', () => {
  it.each([
    ['within the day', '2025-02-10T10:00+09:00', 1, '2025-02-10T11:00+09:00'],
    ['over a night and a holiday', '2025-02-10T16:30+09:00', 1, '2025-02-12T09:30+09:00'],
    ['from before the office opens', '2025-02-10T03:00+09:00', 1, '2025-02-10T10:00+09:00'],
    ['from after it has closed', '2025-02-07T20:00+09:00', 1, '2025-02-10T10:00+09:00'],
    ['until it closes', '2025-02-10T16:00+09:00', 1, '2025-02-10T17:00+09:00'],
    ['over a closure', '2024-12-27T16:00+09:00', 9, '2025-01-06T17:00+09:00'],
  ])('%s', (_, from, hours, expected) => {
    expect(addBusinessHours(new Date(from), hours, calendar)).toEqual(new Date(expected));
  });

  it('is an hour on the day when clocks change, too', () => {
    const berlin = { ...calendar, timeZone: 'Europe/Berlin', opensAt: 0, closesAt: 1440 };
    const sunday = { ...berlin, closures: [] };
    // Friday 23:30, then Monday: the change lies in the weekend between.
    expect(addBusinessHours(new Date('2025-03-28T23:30+01:00'), 1, sunday)).toEqual(new Date('2025-03-31T00:30+02:00'));
  });
});
