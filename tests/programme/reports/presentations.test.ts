/** What companies presented: the file and the order of each, kept after a preview, shown in the report and to be opened and taken out again. */
import { expect, it } from 'vitest';
import { isTable } from '../../../documents/report/report-document.js';
import { readWhole } from '../../../programme/files/read-whole.js';
import { makeDocument } from '../../../programme/reports/make-document.js';
import { missingTexts, presentationsIn } from '../../../programme/reports/sections.js';
import { buildCompany, buildPerson, buildProgramme, outcomeOf, wordsOf } from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { buildPresentation, presentationBytes, storePresentation } from '../../support/presentations.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { pilotReport, sessionId } from '../../support/reports.js';

const given = programmeFixture({
  session: { code: 'CLS-1', kind: 'closing' },
  company: { nameEn: 'Aoba Foods', nameJa: '青葉食品' },
});
const { ask, done, refused, opened, about } = given;

const stored = async () =>
  await given.database.reportPresentation.findMany({
    where: { programmeId: given.programme.id },
    orderBy: { position: 'asc' },
    include: { file: true, company: true },
  });

const send = async (name?: string) => await storePresentation(given.services, given.secretary.id, name);

it('keeps the file of a company after it was shown, for the report, and gives it out again', async () => {
  const input = { files: [await send('aoba.pptx')], ...about(), company: given.company.id, titleEn: 'What we learned' };
  const shown = await ask(given.secretary, 'report.keep-presentation', input, { origin: 'words' });
  expect(outcomeOf(shown)).toBe('preview');
  for (const words of ['Aoba Foods', 'CLS-1', 'aoba.pptx', 'What we learned', '(not entered)'])
    expect(wordsOf(shown)).toContain(words);
  expect(await stored()).toEqual([]);
  await done(given.secretary, 'report.keep-presentation', input);
  const [kept] = await stored();
  expect(kept).toMatchObject({ position: 1, titleEn: 'What we learned', titleJa: '' });
  expect(kept?.file).toMatchObject({ kind: 'report-presentation', personId: null, expiresAt: null, name: 'aoba.pptx' });
  expect(await done(given.secretary, 'file.link', { file: kept?.fileId ?? '' })).toContain('This link opens the file');
  await given.services.files.removeStale(new Date(given.services.clock.now().getTime() + 30 * 86_400_000));
  expect(Buffer.from((await readWhole(given.services.files, kept?.fileId ?? '')) ?? [])).toEqual(presentationBytes());
});

it('takes the one closing meeting where no session is named, and a file of another kind for none', async () => {
  const form = await opened(given.secretary, 'report.keep-presentation', { files: [await send()] });
  expect(JSON.stringify(form.fields)).toContain(`"initial":"${given.session.id}"`);
  const content = Buffer.from('a text');
  const files = [await storeReceivedFile(given.services, given.secretary.id, { name: 'a.txt', type: 'text', content })];
  const input = { files, ...about(), company: given.company.id };
  expect(await refused(given.secretary, 'report.keep-presentation', input)).toContain('PowerPoint (.pptx) or PDF');
  const two = { ...input, files: [await send('1.pptx'), await send('2.pptx')] };
  expect(await refused(given.secretary, 'report.keep-presentation', two)).toContain('one by one');
  const none = { ...input, files: [], shown: true };
  expect(await refused(given.secretary, 'report.keep-presentation', none)).toContain('no files of presentations yet');
  expect(await stored()).toEqual([]);
});

it('puts another file in the place of the first, and companies into their order', async () => {
  const other = await buildCompany(given.services, given.programme, { nameEn: 'Kisaragi' });
  const first = await buildPresentation(given.services, { session: given.session, company: given.company });
  await buildPresentation(given.services, { session: given.session, company: other });
  const input = { ...about(), company: given.company.id };
  const form = await opened(given.secretary, 'report.keep-presentation', { ...input, inForm: true });
  expect(form.fields.find(({ name }) => name === 'position')).toMatchObject({ initial: '1' });
  await done(given.secretary, 'report.keep-presentation', { ...form.known, ...input, position: 2, titleJa: '題' });
  expect((await stored()).map(({ companyId }) => companyId)).toEqual([other.id, given.company.id]);
  await done(given.secretary, 'report.keep-presentation', { ...input, files: [await send('better.pptx')] });
  expect((await stored())[1]).toMatchObject({ position: 2, titleJa: '題', file: { name: 'better.pptx' } });
  expect(await given.database.file.count({ where: { id: first.fileId } })).toBe(0);
});

it('is taken out after agreement, with its file, by nobody but the secretariat of its programme', async () => {
  const { id, fileId } = await buildPresentation(given.services, { session: given.session, company: given.company });
  const elsewhere = await buildPerson(given.services, {
    programme: await buildProgramme(given.services),
    role: 'secretariat',
  });
  // Its own company sees what it presented in no other way than others do.
  for (const person of [given.person, await given.member({ role: 'adviser' }), elsewhere]) {
    expect(outcomeOf(await ask(person, 'report.remove-presentation', { presentation: id, agreed: true }))).toBe(
      'refused',
    );
    expect(outcomeOf(await ask(person, 'file.link', { file: fileId }))).toBe('refused');
  }
  const shown = await opened(given.secretary, 'report.remove-presentation', { presentation: id });
  expect(JSON.stringify(shown.introduction)).toContain('its file is deleted');
  expect(await stored()).toHaveLength(1);
  await done(given.secretary, 'report.remove-presentation', shown.known);
  expect(await stored()).toEqual([]);
  expect(await given.database.file.count({ where: { id: fileId } })).toBe(0);
});

it('goes with its company', async () => {
  const company = await buildCompany(given.services, given.programme);
  await buildPresentation(given.services, { session: given.session, company });
  await given.database.company.delete({ where: { id: company.id } });
  expect(await stored()).toEqual([]);
});

it('stands in the report beside what was written, in one order, once for each company', () => {
  const closing = sessionId(5);
  const ja = '㈱青葉食品 | 学んだこと | old.pdf\n株式会社如月 | 今後';
  const texts = [{ sessionId: closing, section: 'presentations', ja, en: '', said: null } as const];
  const presented = (companyJa: string, position: number, titleEn: string) => ({
    ...{
      sessionId: closing,
      companyJa,
      companyEn: `${companyJa} EN`,
      titleJa: '',
      titleEn,
      file: `${companyJa}.pptx`,
      position,
    },
  });
  const presentations = [presented('株式会社青葉食品', 1, 'Learned'), presented('新社', 2, '')];
  const report = pilotReport({ texts, presentations });
  expect(presentationsIn(report, 'ja', closing)).toEqual([
    { company: '㈱青葉食品', title: '学んだこと', file: '株式会社青葉食品.pptx', lacksTitle: false },
    { company: '新社', title: '', file: '新社.pptx', lacksTitle: true },
    { company: '株式会社如月', title: '今後', file: '', lacksTitle: false },
  ]);
  const table = makeDocument(report, 'en')
    .blocks.filter(isTable)
    .find(({ sheet }) => sheet === 'Presentations CLS-1');
  expect(table?.rows).toEqual([
    [1, '株式会社青葉食品 EN', 'Learned', '株式会社青葉食品.pptx'],
    [2, '新社 EN', '(not entered)', '新社.pptx'],
  ]);
  const missing = missingTexts(report, ['ja']).filter(({ section }) => section === 'presentations');
  expect(missing).toEqual([{ section: 'presentations', session: 'CLS-1', language: 'ja' }]);
});
