/** R1 in small: five hundred contended tries over two processes; `npm run chaos` has all of them. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { contend } from './contended-hours.js';

const LIMIT = 250_000;

let test: TestDatabase;
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(async () => await test.close());

it('five hundred tries leave no overlap, an exact ledger, and an answer to each', async () => {
  const { history, verdict } = await contend({ databaseUrl: test.url, tries: 500, seed: 1, limit: LIMIT });
  expect(verdict).toEqual({ overlaps: { adviser: 0, company: 0, slot: 0 }, inexact: [], lost: [], unanswered: [] });
  // Each kind of change has happened, and was refused, so that the run has shown something.
  for (const kind of ['booked', 'moved', 'taken_over', 'cancelled', 'recorded']) {
    expect(history.changes[kind], kind).toBeGreaterThan(0);
  }
  const refused = new Set(history.answers.filter(({ outcome }) => outcome === 'refused').map(({ action }) => action));
  const contended = ['book', 'move', 'cancel', 'hand-over', 'withdraw', 'record'];
  expect([...refused]).toEqual(expect.arrayContaining(contended.map((name) => `consultation.${name}`)));
});

it('without the constraints and the lock such tries overlap', async () => {
  // Where the machine has little else to do, two hundred may happen to miss each other: then others are made.
  let overlaps = 0;
  for (let seed = 1; overlaps === 0 && seed <= 5; seed += 1) {
    const own = await createTestDatabase();
    try {
      const { verdict } = await contend({ databaseUrl: own.url, tries: 200, seed, unruled: true, limit: LIMIT });
      overlaps = verdict.overlaps.adviser + verdict.overlaps.company + verdict.overlaps.slot;
    } finally {
      await own.close();
    }
  }
  expect(overlaps).toBeGreaterThan(0);
});
