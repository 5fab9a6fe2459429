/** Two people write one part of the report at once: the later one is told and overwrites nothing. With the lock taken out it does. */
import { expect, it } from 'vitest';
import { inTransaction, openDatabase, type PrismaClient } from '../../../prisma/client.js';
import { writeTexts } from '../../../programme/reports/write-texts.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { acting } from '../../support/acting.js';
import { waitingQueries } from '../../support/database.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { unlockedAddress } from '../../support/unlocked.js';

const given = programmeFixture();

/** The second begins once the first has written and not committed; both saw the same version. */
async function writeAtOnce(database: PrismaClient) {
  const by = acting(given.secretary, given.programme, 'secretariat');
  const now = given.services.clock.now();
  const about = { programmeId: given.programme.id, sessionId: null, section: 'purpose' as const };
  await given.database.reportText.create({ data: { ...about, ja: '元', en: 'first', changedAt: now } });
  const write = (en: string) => ({
    sessionId: null,
    texts: [{ section: 'purpose' as const, ja: '元', en, said: null, seen: 1 }],
    ...{ by, now },
  });
  let second: Promise<{ readonly refused: boolean }> = Promise.resolve({ refused: false });
  await inTransaction(database, async (transaction) => {
    await writeTexts(transaction, write('mine'));
    let isDone = false;
    second = inTransaction(database, (other) => writeTexts(other, write('theirs'))).then((done) => {
      isDone = true;
      return { refused: isRefusal(done) };
    });
    await expect.poll(async () => isDone || (await waitingQueries(given.test)) > 0, { timeout: 8_000 }).toBe(true);
  });
  const { refused } = await second;
  const { en } = await given.database.reportText.findFirstOrThrow({ where: about });
  const versions = await given.database.reportTextVersion.findMany({
    orderBy: { version: 'asc' },
    where: { text: about },
  });
  return { refused, en, versions: versions.map((one) => one.en) };
}

it('keeps what was written first, and says so to the other', async () => {
  expect(await writeAtOnce(given.services.database)).toEqual({
    refused: true,
    en: 'mine',
    versions: ['first', 'mine'],
  });
});

it('would lose it unseen without the lock', async () => {
  const { database, close } = openDatabase(await unlockedAddress(given.database, given.test.url));
  try {
    expect(await writeAtOnce(database)).toMatchObject({ refused: false, en: 'theirs' });
  } finally {
    await close();
  }
});
