/** All that the report tells of a session or of the programme is written in one form each, filled in, with its history, and never over what somebody else has written. */
import { expect, it } from 'vitest';
import type { Message } from '../../../programme/messages/message.js';
import { documentTexts } from '../../../programme/reports/document-texts.js';
import { fieldOf, outcomeOf, wordsOf } from '../../support/factories.js';
import { programmeFixture } from '../../support/programme-fixture.js';

const given = programmeFixture({ session: { code: 'MSM-1', kind: 'closing' } });
const { ask, done, refused, opened, about } = given;

const { sections: titles } = documentTexts.en;
const ofSummary = () => ({ sessionId: given.session.id, section: 'summary' as const });

function listOf({ elements }: Message) {
  return elements.flatMap((element) => (element.kind === 'list' ? element.items : []));
}

async function madeMessage(): Promise<Message> {
  const { reply } = await ask(given.secretary, 'report.make');
  if (reply.kind !== 'message') throw new Error('the report asked for something');
  return reply.message;
}

it('takes a session at once, filled in with what is there, and keeps what it was', async () => {
  const form = await opened(given.secretary, 'report.session', about());
  expect(form.known).toMatchObject({ seen: 'summary:0,voices:0,presentations:0' });
  const entered = {
    ...form.known,
    summaryJa: '要約です。',
    summaryEn: 'A summary.',
    presentationsEn: 'A Co. | Policy | a.pdf',
  };
  expect(await done(given.secretary, 'report.session', entered)).toContain('“Summary”');
  const again = await opened(given.secretary, 'report.session', about());
  expect(again.known).toMatchObject({ seen: 'summary:1,voices:0,presentations:1' });
  expect(fieldOf(again, 'summaryEn')).toMatchObject({ initial: 'A summary.' });
  expect(JSON.stringify(again.introduction)).toContain(given.secretary.nameEn);
  await done(given.secretary, 'report.session', { ...again.known, summaryJa: '要約です。', summaryEn: 'Better.' });
  const history = await done(given.secretary, 'report.history', about());
  expect(history).toContain('version 2');
  for (const words of ['A summary.', 'Better.', given.secretary.nameEn]) expect(history).toContain(words);
});

it('refuses a form that somebody has overtaken, keeps what was typed, and takes it once both were seen', async () => {
  const other = await given.member({ role: 'secretariat', nameEn: 'Ms. Other' });
  const mine = await opened(given.secretary, 'report.session', about());
  const theirs = await opened(other, 'report.session', about());
  await done(other, 'report.session', { ...theirs.known, summaryEn: 'Theirs.' });
  const late = await ask(given.secretary, 'report.session', { ...mine.known, summaryEn: 'Mine.' }, { submitted: true });
  expect([outcomeOf(late), wordsOf(late)]).toEqual(['form', expect.stringContaining('Ms. Other')]);
  if (late.reply.kind !== 'form') throw new Error('no form');
  expect(fieldOf(late.reply.form, 'summaryEn')).toMatchObject({ initial: 'Mine.' });
  expect((await given.database.reportText.findFirstOrThrow({ where: ofSummary() })).en).toBe('Theirs.');
  // What is there now stands in the form that comes back.
  expect(JSON.stringify(late.reply.form.introduction)).toContain('“Summary (English)” as it is now: Theirs.');
  // A part that the form left as it was shown is no reason to refuse the others, and is not written over.
  await done(given.secretary, 'report.session', { ...mine.known, voicesEn: 'Useful | A' });
  expect((await given.database.reportText.findFirstOrThrow({ where: ofSummary() })).en).toBe('Theirs.');
  await done(given.secretary, 'report.session', {
    ...late.reply.form.known,
    summaryEn: 'Both.',
    voicesEn: 'Useful | A',
  });
  expect((await given.database.reportText.findFirstOrThrow({ where: ofSummary() })).en).toBe('Both.');
});

it('writes none of two parts over that somebody else has changed, however often it is sent', async () => {
  const other = await given.member({ role: 'secretariat', nameJa: '別の者', nameEn: '' });
  const [mine, theirs] = [await opened(given.secretary, 'report.programme'), await opened(other, 'report.programme')];
  await done(other, 'report.programme', { ...theirs.known, purposeEn: 'Their purpose.', plansEn: 'Their plans.' });
  const entered = { purposeEn: 'My purpose.' };
  const late = await ask(given.secretary, 'report.programme', { ...mine.known, ...entered }, { submitted: true });
  if (late.reply.kind !== 'form') throw new Error('no form');
  expect(wordsOf(late)).toContain(`“${titles.purpose}”`);
  // Whose English name nobody entered has a Japanese one.
  expect(wordsOf(late)).toContain('別の者');
  await done(given.secretary, 'report.programme', { ...late.reply.form.known, ...entered });
  const texts = await given.database.reportText.findMany({ where: { programmeId: given.programme.id } });
  expect(new Map(texts.map(({ section, en }) => [section, en]))).toEqual(
    new Map([
      ['purpose', 'My purpose.'],
      ['plans', 'Their plans.'],
    ]),
  );
});

it('names every part that both have changed', async () => {
  const other = await given.member({ role: 'secretariat' });
  const [mine, theirs] = [await opened(given.secretary, 'report.programme'), await opened(other, 'report.programme')];
  await done(other, 'report.programme', { ...theirs.known, purposeEn: 'Their purpose.', plansEn: 'Their plans.' });
  const both = { ...mine.known, purposeEn: 'My purpose.', plansEn: 'My plans.' };
  const late = await ask(given.secretary, 'report.programme', both, { submitted: true });
  for (const part of ['purpose', 'plans'] as const) expect(wordsOf(late)).toContain(`“${titles[part]}”`);
});

it('shows a version whole, and what is older page by page', async () => {
  const long = `${'長い文章です。'.repeat(60)}終わり`;
  for (let time = 1; time <= 11; time += 1) {
    const { known } = await opened(given.secretary, 'report.narrative', { section: 'purpose' });
    await done(given.secretary, 'report.narrative', { ...known, textJa: `${time} ${long}` });
  }
  const shown = await ask(given.secretary, 'report.history');
  expect(wordsOf(shown)).not.toContain('終わり');
  expect(wordsOf(shown)).not.toContain('version 1\n');
  expect(wordsOf(await ask(given.secretary, 'report.history', { from: 10 }))).toContain('version 1');
  const whole = await done(given.secretary, 'report.history', { section: 'purpose', version: 1 });
  expect(whole).toContain(`1 ${long}`);
  await refused(given.secretary, 'report.history', { section: 'purpose', version: 99 });
});

it('takes the programme at once; a part that is too long for the form stays and is named', async () => {
  const long = 'あ'.repeat(3_000);
  for (const section of ['purpose', 'results'] as const) {
    const shown = await opened(given.secretary, 'report.narrative', { section });
    await done(given.secretary, 'report.narrative', { ...shown.known, textJa: long });
  }
  const form = await opened(given.secretary, 'report.programme');
  expect(form.known.seen).toBe(
    'purpose:1,organiser:0,members:0,cooperating:0,participants:0,activities:0,consultations:0,plans:0',
  );
  expect(JSON.stringify(form.introduction)).toContain('Too long for this form: Results');
  await done(given.secretary, 'report.programme', { ...form.known, purposeJa: long, plansEn: 'More of it.' });
  const texts = await given.database.reportText.findMany({
    where: { programmeId: given.programme.id },
    select: { section: true, ja: true, en: true, version: true },
  });
  expect(texts).toContainEqual({ section: 'results', ja: long, en: '', version: 1 });
  expect(texts).toContainEqual({ section: 'purpose', ja: long, en: '', version: 1 });
  expect(texts).toContainEqual({ section: 'plans', ja: '', en: 'More of it.', version: 1 });
});

it('offers in the report what is missing, with the way to enter it', async () => {
  const items = listOf(await madeMessage());
  const buttons = items.flatMap((item) =>
    item.buttons.map((button) => ('action' in button ? [button.label, button.action] : [])),
  );
  expect(buttons).toEqual(
    expect.arrayContaining([
      ['Enter the whole programme', 'report.programme'],
      ['Enter MSM-1', 'report.session'],
    ]),
  );
  expect(items.flatMap(({ lines }) => lines).join()).toContain('(Japanese, English)');
});

it('is not for others, and not once the report is final', async () => {
  await refused(given.person, 'report.session', about({ seen: 'summary:0', summaryEn: 'Mine.' }));
  await refused(given.person, 'report.programme', { seen: 'purpose:0', purposeEn: 'Mine.' });
  await refused(given.person, 'report.history');
  await done(given.secretary, 'report.freeze');
  expect(await refused(given.secretary, 'report.session', about({ seen: 'summary:0', summaryEn: 'Late.' }))).toContain(
    'final since',
  );
  expect(await given.database.reportText.count({ where: { programmeId: given.programme.id } })).toBe(0);
});
