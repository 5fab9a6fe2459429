/** A correction and a freeze at once: the correction is in the frozen report or an erratum, and never lost. With the lock taken out it is. */
import { expect, it } from 'vitest';
import { inTransaction, openDatabase, type PrismaClient } from '../../../prisma/client.js';
import { correctFigure } from '../../../programme/reports/correct-figure.js';
import { figureOf } from '../../../programme/reports/figures.js';
import { freezeReport } from '../../../programme/reports/freeze-report.js';
import { readReport } from '../../../programme/reports/read-report.js';
import { acting } from '../../support/acting.js';
import { waitingQueries } from '../../support/database.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { unlockedAddress } from '../../support/unlocked.js';

const given = programmeFixture();

/** The freeze begins once the correction is written and not committed; returns what the report prints in the end. */
async function freezeDuringCorrection(database: PrismaClient): Promise<number> {
  const by = acting(given.secretary, given.programme, 'secretariat');
  const now = given.services.clock.now();
  const viewer = { kind: 'programme', programmeId: given.programme.id } as const;
  const about = { subjectId: given.session.id, value: 7, why: 'the list on paper', by, now };
  let freezing: Promise<unknown> = Promise.resolve();
  await inTransaction(
    database,
    async (transaction) => {
      await correctFigure(transaction, { figure: 'people', ...about });
      let isFrozen = false;
      freezing = inTransaction(database, (other) => freezeReport(other, { by, now }), { viewer }).then(() => {
        isFrozen = true;
      });
      await expect.poll(async () => isFrozen || (await waitingQueries(given.test)) > 0, { timeout: 8_000 }).toBe(true);
    },
    { viewer },
  );
  await freezing;
  const report = await inTransaction(
    given.services.database,
    (transaction) => readReport(transaction, given.programme.id, now),
    { viewer },
  );
  return figureOf(report.printed, 'people', given.session.id).value;
}

it('keeps the correction', async () => {
  expect(await freezeDuringCorrection(given.services.database)).toBe(7);
});

it('would lose it without the lock', async () => {
  const { database, close } = openDatabase(await unlockedAddress(given.database, given.test.url));
  try {
    expect(await freezeDuringCorrection(database)).toBe(0);
  } finally {
    await close();
  }
});
