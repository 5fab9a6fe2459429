/** When rules are due: a table of cases, and every zone of the world against another way to reckon. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SendingCalendar } from '../../../programme/calendar/windows.js';
import { dueAt, momentsOf, type Rule } from '../../../programme/reminders/moments.js';
import { defaultRules, reminderKinds } from '../../../programme/reminders/rules.js';
import { isOpen, QUARTER, sentAt, wall } from '../../support/wall-clock.js';

const calendar: SendingCalendar = {
  windows: [
    { opensAt: 540, closesAt: 720 },
    { opensAt: 780, closesAt: 1020 },
  ],
  closures: [],
};
const DAY = 1_440;
const tokyo = (text: string) => new Date(`${text}:00+09:00`);

describe('a rule', () => {
  it.each([
    ['a week before, as the windows open', 7 * DAY, '2024-11-07T15:30', '2024-10-31T09:00'],
    ['an hour before, to the minute', 60, '2024-11-07T15:30', '2024-11-07T14:30'],
    ['an hour before, whatever the windows', 60, '2024-11-10T07:00', '2024-11-10T06:00'],
    ['three days before, on a Saturday: on Friday', 3 * DAY, '2024-11-05T17:00', '2024-11-01T16:00'],
    ['a day before, after a long weekend: before it', DAY, '2024-11-05T17:00', '2024-11-01T16:00'],
    ['on the day', 0, '2024-11-05T17:00', '2024-11-05T09:00'],
    ['on the day, before the windows open: the day before', 0, '2024-11-06T09:30', '2024-11-05T16:00'],
    ['a day after', -DAY, '2024-11-05T17:00', '2024-11-06T09:00'],
    ['a day after, on a Saturday: on the next working day', -DAY, '2024-11-01T17:00', '2024-11-05T09:00'],
  ])('is due %s', (_what, before, occursAt, due) => {
    expect(dueAt(before, tokyo(occursAt), 'Asia/Tokyo', calendar)).toEqual(tokyo(due));
  });

  it('counts days by the reader’s calendar', () => {
    // In Los Angeles it is still Wednesday, 6 November, 22:30.
    expect(dueAt(DAY, tokyo('2024-11-07T15:30'), 'America/Los_Angeles', calendar)).toEqual(
      new Date('2024-11-05T09:00:00-08:00'),
    );
  });
});

const rules: readonly Rule[] = reminderKinds.flatMap((kind) =>
  defaultRules[kind].map((before) => ({ id: `${kind} ${before}`, kind, before })),
);

describe('the moments of a session', () => {
  const session = {
    id: 's',
    kind: 'session',
    startsAt: tokyo('2024-11-07T15:30'),
    deadline: tokyo('2024-11-05T17:00'),
  } as const;

  it('are of use until the next one, at most until the start or the deadline', () => {
    const moments = momentsOf(session, rules, 'Asia/Tokyo', calendar);
    expect(new Set(moments.map(({ ruleId, dueAt: due, latestAt }) => [ruleId, due, latestAt]))).toEqual(
      new Set([
        ['session 10080', tokyo('2024-10-31T09:00'), tokyo('2024-11-06T09:00')],
        ['session 1440', tokyo('2024-11-06T09:00'), tokyo('2024-11-07T14:30')],
        ['session 60', tokyo('2024-11-07T14:30'), tokyo('2024-11-07T15:30')],
        ['invitation 20160', tokyo('2024-10-22T09:00'), tokyo('2024-10-29T09:00')],
        ['invitation 10080', tokyo('2024-10-29T09:00'), tokyo('2024-11-01T16:00')],
        ['invitation 4320', tokyo('2024-11-01T16:00'), tokyo('2024-11-05T09:00')],
        ['invitation 0', tokyo('2024-11-05T09:00'), tokyo('2024-11-05T17:00')],
        ['invitation -1440', tokyo('2024-11-06T09:00'), tokyo('2024-11-07T15:30')],
      ]),
    );
  });

  it('are one where two fall together: the nearer', () => {
    const monday = { ...session, startsAt: tokyo('2024-11-11T10:00'), deadline: null };
    const two: readonly Rule[] = [1, 2].map((days) => ({ id: `${days}`, kind: 'session', before: days * DAY }));
    expect(momentsOf(monday, two, 'Asia/Tokyo', calendar)).toMatchObject([
      { ruleId: '1', dueAt: tokyo('2024-11-08T16:00'), latestAt: monday.startsAt },
    ]);
  });

  it('are none where a rule would come too late', () => {
    const late = { ...session, deadline: tokyo('2024-11-07T15:30') };
    const after = momentsOf(late, [{ id: 'a', kind: 'invitation', before: -DAY }], 'Asia/Tokyo', calendar);
    expect(after).toEqual([]);
  });
});

const HOUR = 4 * QUARTER;

/** The rule in words, quarter by quarter: of the asked day the first open one; if none, or too late, the last hour before that is open. */
function oracle(days: number, occursAt: number, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = wall(occursAt, timeZone).day.split('-').map(Number);
  const asked = new Date(Date.UTC(year, month - 1, date - days)).toISOString().slice(0, 10);
  let at = Math.floor((occursAt - (days + 3) * 24 * HOUR) / QUARTER) * QUARTER;
  while (wall(at, timeZone).day < asked) at += QUARTER;
  const begins = at;
  while (wall(at, timeZone).day === asked && !isOpen(at, timeZone, calendar)) at += QUARTER;
  const opens = wall(at, timeZone).day === asked ? at : begins;
  return sentAt(Math.min(opens, occursAt - HOUR), timeZone, calendar);
}

/** After a deadline: the first open quarter of the asked day or of one after it. */
function oracleAfter(days: number, occursAt: number, timeZone: string): number {
  const [year = 0, month = 1, date = 1] = wall(occursAt, timeZone).day.split('-').map(Number);
  const asked = new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
  let at = Math.floor(occursAt / QUARTER) * QUARTER;
  while (wall(at, timeZone).day < asked || !isOpen(at, timeZone, calendar)) at += QUARTER;
  return at;
}

it('a rule of days after a deadline is due when the oracle says, in every zone of the world', () => {
  const instants = fc
    .integer({ min: 0, max: 2 * 365 * 96 })
    .map((at) => Date.parse('2026-01-01T00:00:00Z') + at * QUARTER);
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    fc.assert(
      fc.property(instants, fc.constantFrom(1, 2, 3), (occursAt, days) => {
        const due = dueAt(-days * DAY, new Date(occursAt), timeZone, calendar)?.getTime();
        expect(due, `${timeZone} ${new Date(occursAt).toISOString()}`).toBe(oracleAfter(days, occursAt, timeZone));
      }),
      { numRuns: 2 },
    );
  }
});

it('a closure of many days moves what falls into it before it, and what follows a deadline behind it', () => {
  const name = { ja: '年末年始', en: 'New Year' };
  const closed = { ...calendar, closures: [{ firstDay: '2024-12-28', lastDay: '2025-01-05', name }] };
  const due = (before: number, occursAt: string) => dueAt(before, tokyo(occursAt), 'Asia/Tokyo', closed);
  expect(due(DAY, '2025-01-06T10:00')).toEqual(tokyo('2024-12-27T16:00'));
  expect(due(7 * DAY, '2025-01-08T10:00')).toEqual(tokyo('2024-12-27T16:00'));
  expect(due(-DAY, '2024-12-27T17:00')).toEqual(tokyo('2025-01-06T09:00'));
  // Within the day, to the minute, whatever the windows.
  expect(due(60, '2025-01-06T08:00')).toEqual(tokyo('2025-01-06T07:00'));
});

it('a rule of days is due when the oracle says, in every zone of the world: none early, none late', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  let tried = 0;
  const instants = fc
    .integer({ min: 0, max: 2 * 365 * 96 })
    .map((at) => Date.parse('2026-01-01T00:00:00Z') + at * QUARTER);
  for (const timeZone of zones) {
    fc.assert(
      fc.property(instants, fc.constantFrom(0, 1, 3, 7, 14), (occursAt, days) => {
        const due = dueAt(days * DAY, new Date(occursAt), timeZone, calendar)?.getTime();
        expect(due, `${timeZone} ${new Date(occursAt).toISOString()} ${days}`).toBe(oracle(days, occursAt, timeZone));
        tried += 1;
      }),
      { numRuns: 3 },
    );
  }
  expect(tried).toBe(3 * zones.length);
});
