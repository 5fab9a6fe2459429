/** What the secretariat quotes is the person's own, stands as it was permitted, and goes with the permission until the report is final. */
import { beforeEach, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { inTransaction, openDatabase, type PrismaClient } from '../../../prisma/client.js';
import { answerFeedback } from '../../../programme/feedback/answer-feedback.js';
import { chooseQuote } from '../../../programme/feedback/choose-quote.js';
import { freezeReport } from '../../../programme/reports/freeze-report.js';
import { readReport } from '../../../programme/reports/read-report.js';
import { missingTexts, voicesIn } from '../../../programme/reports/sections.js';
import { acting } from '../../support/acting.js';
import { waitingQueries } from '../../support/database.js';
import { type BuiltPerson, notificationsTo } from '../../support/factories.js';
import { buildAttendance } from '../../support/feedback.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { unlockedAddress } from '../../support/unlocked.js';

const given = programmeFixture();
const { refusals } = textsFor('en');

let secretary: BuiltPerson;
let feedbackId: string;

const said = { rating: '4', comment: '視野が広がりました。ありがとうございました。', permission: 'company' };

beforeEach(async () => {
  secretary = await given.member({ role: 'secretariat', language: 'en' });
  await buildAttendance(given.services, given.session, given.person);
  given.services.clock.set('2024-11-07T18:00:00+09:00');
  await given.done(given.person, 'feedback.answer', given.about(said));
  feedbackId = (await given.database.feedback.findFirstOrThrow({ where: { sessionId: given.session.id } })).id;
});

const chosen = (more = {}) => ({
  feedback: feedbackId,
  words: '視野が広がりました。',
  said: 'ja',
  translation: '',
  ...more,
});

async function report() {
  const programmeId = given.programme.id;
  return await inTransaction(
    given.database,
    (transaction) => readReport(transaction, programmeId, given.services.clock.now()),
    { viewer: { kind: 'programme', programmeId } },
  );
}

async function voices(language: 'ja' | 'en') {
  return voicesIn(await report(), language, given.session.id);
}

describe('what is chosen', () => {
  it('stands in the report as it was permitted, with the translation or marked without', async () => {
    await given.done(secretary, 'feedback.quote', chosen());
    const { nameJa, nameEn } = given.company;
    expect(await voices('ja')).toEqual([{ words: '視野が広がりました。', by: nameJa, translation: 'none' }]);
    expect(await voices('en')).toEqual([{ words: '視野が広がりました。', by: nameEn, translation: 'missing' }]);
    const isMissing = async () =>
      missingTexts(await report(), ['en']).some(
        ({ section, session }) => section === 'voices' && session === given.session.code,
      );
    expect(await isMissing()).toBe(true);
    const { id: quote } = await given.database.feedbackQuote.findFirstOrThrow({ where: { feedbackId } });
    await given.done(secretary, 'feedback.drop-quote', { quote, agreed: true });
    expect(await voices('ja')).toEqual([]);
    await given.done(secretary, 'feedback.quote', chosen({ translation: 'It broadened my view.' }));
    expect(await voices('en')).toEqual([{ words: 'It broadened my view.', by: nameEn, translation: 'ours' }]);
    expect(await isMissing()).toBe(false);
  });

  it('is the person’s own words, permitted, and chosen once', async () => {
    const words = '視野がとても広がりました。';
    expect(await given.refused(secretary, 'feedback.quote', chosen({ words }))).toContain(refusals.not_their_words({}));
    await given.done(secretary, 'feedback.quote', chosen());
    expect(await given.refused(secretary, 'feedback.quote', chosen())).toContain(refusals.quoted_already({}));
    await given.done(given.person, 'feedback.answer', given.about({ ...said, permission: 'no' }));
    expect(await given.refused(secretary, 'feedback.quote', chosen())).toContain(refusals.not_permitted({}));
  });
});

describe('what the person changes afterwards', () => {
  it.each([
    { change: 'the permission', now: { permission: 'no' }, ended: 'permission' },
    { change: 'how they may be named', now: { permission: 'anonymous' }, ended: 'permission' },
    { change: 'the words', now: { comment: '特にありません。' }, ended: 'reworded' },
  ])('withdraws the quote where it is $change, and the secretariat is told', async ({ now, ended }) => {
    await given.done(secretary, 'feedback.quote', chosen());
    await given.sendAllDue();
    await given.done(given.person, 'feedback.answer', given.about({ ...said, ...now }));
    expect(await given.database.feedbackQuote.findFirstOrThrow({ where: { feedbackId } })).toMatchObject({ ended });
    expect(await voices('ja')).toEqual([]);
    const sent = await given.sendAllDue();
    const told = notificationsTo(sent, secretary);
    expect(told.map(({ kind }) => kind)).toEqual(['feedback.quote-ended']);
    expect(notificationsTo(sent, given.secretary), 'not who chose it alone').toHaveLength(1);
    expect(sent).toHaveLength(2);
    expect(told[0]?.words).toContain('視野が広がりました。');
    expect(await given.done(secretary, 'feedback.results', given.about())).toContain('視野が広がりました。');
  });

  it('leaves it where only the rating or other words are new', async () => {
    await given.done(secretary, 'feedback.quote', chosen());
    const comment = `はじめに。${said.comment}`;
    await given.done(given.person, 'feedback.answer', given.about({ ...said, rating: '1', comment }));
    expect(await voices('ja')).toHaveLength(1);
  });

  it('changes nothing of a final report, but that they take the permission back is kept and told', async () => {
    await given.done(secretary, 'feedback.quote', chosen());
    const by = acting(secretary, given.programme, 'secretariat');
    const viewer = { kind: 'programme', programmeId: given.programme.id } as const;
    await inTransaction(
      given.database,
      (transaction) => freezeReport(transaction, { by, now: given.services.clock.now() }),
      { viewer },
    );
    await given.sendAllDue();
    const rated = given.about({ ...said, rating: '1' });
    expect(await given.refused(given.person, 'feedback.answer', rated)).toContain(refusals.report_final({}));
    await given.done(given.person, 'feedback.answer', given.about({ ...said, rating: '1', permission: 'no' }));
    const row = await given.database.feedback.findUniqueOrThrow({ where: { id: feedbackId } });
    expect(row).toMatchObject({ rating: 4, comment: said.comment, permission: 'no' });
    expect(await voices('ja')).toHaveLength(1);
    const told = notificationsTo(await given.sendAllDue(), secretary);
    expect(told.map(({ kind }) => kind)).toEqual(['feedback.quote-ended']);
    const { id: quote } = await given.database.feedbackQuote.findFirstOrThrow({ where: { feedbackId } });
    for (const [action, input] of [
      ['feedback.drop-quote', { quote, agreed: true }],
      ['feedback.quote', chosen()],
    ] as const)
      expect(await given.refused(secretary, action, input)).toContain(refusals.final_for_quotes({}));
  });
});

describe('a permission that is taken back while the secretariat chooses', () => {
  /** The choice begins once the withdrawal is written and not committed; whether it stands in the end. */
  async function chooseDuringWithdrawal(database: PrismaClient): Promise<boolean> {
    const now = given.services.clock.now();
    const companyId = given.company.id;
    const person = { ...acting(given.person, given.programme, 'participant'), companyId };
    const by = acting(secretary, given.programme, 'secretariat');
    const withdrawal = {
      sessionId: given.session.id,
      rating: 4,
      comment: said.comment,
      permission: 'no',
      shownAs: '',
    } as const;
    const choice = { feedbackId, words: said.comment, said: 'ja', translation: '' } as const;
    let choosing: Promise<unknown> = Promise.resolve();
    await inTransaction(database, async (transaction) => {
      await answerFeedback(transaction, { ...withdrawal, by: person, now });
      let isChosen = false;
      choosing = inTransaction(database, (other) => chooseQuote(other, { ...choice, by, now })).then(() => {
        isChosen = true;
      });
      await expect.poll(async () => isChosen || (await waitingQueries(given.test)) > 0, { timeout: 8_000 }).toBe(true);
    });
    await choosing;
    return (await given.database.feedbackQuote.count({ where: { feedbackId, endedAt: null } })) > 0;
  }

  it('leaves no quote', async () => {
    expect(await chooseDuringWithdrawal(given.services.database)).toBe(false);
  });

  it('would leave one without the lock', async () => {
    const { database, close } = openDatabase(await unlockedAddress(given.database, given.test.url));
    try {
      expect(await chooseDuringWithdrawal(database)).toBe(true);
    } finally {
      await close();
    }
  });
});
