/** The judge of histories finds each way in which one can be wrong, and nothing in one that is right. */
import { describe, expect, it } from 'vitest';
import { type BookingSeen, type History, judge, violations } from './history.js';

const at = (hour: number) => new Date(Date.UTC(2024, 10, 7, hour));

function booking(id: string, more: Partial<BookingSeen> = {}): BookingSeen {
  const hour = { startsAt: at(1), endsAt: at(2) };
  return {
    id,
    companyId: `company of ${id}`,
    adviserId: `adviser of ${id}`,
    slotId: id,
    state: 'booked',
    ...hour,
    ...more,
  };
}

const right: History = {
  bookings: [
    booking('a', { companyId: 'K', adviserId: 'S' }),
    // Directly afterwards, and at the same time but cancelled.
    booking('b', { companyId: 'K', adviserId: 'S', startsAt: at(2), endsAt: at(3), state: 'held' }),
    booking('c', { companyId: 'K', adviserId: 'S', slotId: 'a', state: 'cancelled' }),
    // Neither has an hour of its own.
    booking('d', { slotId: null, state: 'not_held' }),
    booking('e', { slotId: null, state: 'not_held' }),
  ],
  entries: [
    { companyId: 'K', kind: 'granted', hours: 2, bookingId: null },
    { companyId: 'K', kind: 'reserved', hours: -1, bookingId: 'c' },
    { companyId: 'K', kind: 'returned', hours: 1, bookingId: 'c' },
    { companyId: 'K', kind: 'reserved', hours: -1, bookingId: 'a' },
    { companyId: 'K', kind: 'reserved', hours: -1, bookingId: 'b' },
    { companyId: 'K', kind: 'used', hours: 0, bookingId: 'b' },
  ],
  balances: [
    { companyId: 'K', before: 2, after: 1 },
    { companyId: 'K', before: 1, after: 2 },
    { companyId: 'K', before: 2, after: 1 },
    { companyId: 'K', before: 1, after: 0 },
  ],
  accounts: [{ companyId: 'K', available: 0 }],
  changes: { booked: 2, cancelled: 1 },
  atLeast: 4,
  answers: [
    { action: 'consultation.book', outcome: 'done', words: 'Booked.' },
    { action: 'consultation.book', outcome: 'done', words: 'Booked.' },
    { action: 'consultation.book', outcome: 'refused', words: 'Somebody was faster.' },
    { action: 'consultation.cancel', outcome: 'done', words: 'Cancelled.' },
  ],
};

const judged = (wrong: Partial<History>) => judge({ ...right, ...wrong });

it('finds nothing in a history that is right', () => {
  expect(judge(right)).toEqual({
    overlaps: { adviser: 0, company: 0, slot: 0 },
    inexact: [],
    lost: [],
    unanswered: [],
  });
  expect(violations(judge(right))).toBe(0);
});

describe('overlaps', () => {
  const bookings = (more: Partial<BookingSeen>) => ({ bookings: [...right.bookings, booking('f', more)] });
  const late = { startsAt: new Date(at(1).getTime() + 59 * 60_000), endsAt: at(4) };

  it('of an adviser, counted as pairs', () => {
    expect(judged(bookings({ adviserId: 'S', ...late })).overlaps).toEqual({ adviser: 2, company: 0, slot: 0 });
  });

  it('of a company', () => {
    expect(judged(bookings({ companyId: 'K', ...late })).overlaps).toEqual({ adviser: 0, company: 2, slot: 0 });
  });

  it('of an hour, whatever time the bookings say', () => {
    expect(judged(bookings({ slotId: 'a', startsAt: at(8), endsAt: at(9) })).overlaps.slot).toBe(1);
  });
});

describe('the ledger', () => {
  it('whose sum is not the account', () => {
    const { inexact } = judged({ accounts: [{ companyId: 'K', available: 1 }] });
    expect(inexact).toEqual([
      'K: the entries make 0, the account says 1',
      'K: 2 granted and 2 taken, the account says 1',
      'K: the last change left 0, the account says 1',
    ]);
  });

  it('in which a booking has taken nothing', () => {
    const entries = right.entries.filter(({ bookingId }) => bookingId !== 'a');
    expect(judged({ entries }).inexact).toContain('K: the entries of booking a do not fit its state booked');
  });

  it('in which a cancelled booking was given back twice', () => {
    const twice = { companyId: 'K', kind: 'returned', hours: 1, bookingId: 'c' };
    expect(judged({ entries: [...right.entries, twice] }).inexact).toContain(
      'K: the entries of booking c do not fit its state cancelled',
    );
  });

  it('that was below zero in between', () => {
    const balances = [
      { companyId: 'K', before: 2, after: -1 },
      { companyId: 'K', before: -1, after: 0 },
    ];
    expect(judged({ balances }).inexact).toEqual(['K: -1 left at some time']);
  });

  it('of which two changes began at the same sum', () => {
    const balances = [
      { companyId: 'K', before: 1, after: 0 },
      { companyId: 'K', before: 1, after: 0 },
    ];
    expect(judged({ balances }).inexact).toEqual(['K: a change began at 1, where the one before did not end']);
  });
});

describe('answers', () => {
  it('of which one was promised and is not there', () => {
    expect(judged({ changes: { booked: 1, cancelled: 1 } }).lost).toEqual([
      'consultation.book was answered as done 2 times, and 1 are there',
    ]);
  });

  it('for a change that nobody was told of', () => {
    expect(judged({ changes: { booked: 2, cancelled: 1, moved: 1 } }).lost).toHaveLength(1);
  });

  it('that are faults, without words, or missing', () => {
    const fault = { action: 'consultation.move', outcome: 'fault', words: 'deadlock' } as const;
    const silent = { action: 'consultation.move', outcome: 'refused', words: ' ' } as const;
    expect(judged({ answers: [...right.answers, fault, silent] }).unanswered).toEqual([
      'consultation.move: fault deadlock',
      'consultation.move: refused  ',
    ]);
    expect(judged({ answers: right.answers.slice(1), changes: { booked: 1, cancelled: 1 } }).unanswered).toEqual([
      '3 were answered, of 4',
    ]);
  });
});
