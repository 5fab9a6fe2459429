/** Two of the secretariat write the report's text at once in Slack: the second sees what the first wrote, and saves both. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { documentTexts } from '../../programme/reports/document-texts.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['emi', 'sara'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const label = (language: 'ja' | 'en', section: 'purpose' | 'plans') => {
  const { reports } = textsFor(language);
  return reports.inLanguage(documentTexts[language].sections[section], reports.languages.ja);
};

const stored = async (section: 'purpose' | 'plans') =>
  (await platforms.database.reportText.findFirst({ where: { section } }))?.ja;

it('in Slack what came meanwhile stands in the same modal, which is then saved', async () => {
  const [emi, sara] = [platforms.slack('emi'), platforms.slack('sara')];
  for (const one of [emi, sara]) settled(await one.command('/spp report-programme'));
  await sara.fill(label('en', 'purpose'), 'サラの目的。');
  await sara.fill(label('en', 'plans'), 'サラの計画。');
  settled(await sara.submit());
  await sara.close();
  await emi.fill(label('ja', 'purpose'), 'エミの目的。');
  settled(await emi.submit());
  expect(emi.dialog?.text).toContain('サラの目的。');
  expect(await stored('purpose')).toBe('サラの目的。');
  await emi.fill(label('ja', 'purpose'), 'サラとエミの目的。');
  settled(await emi.submit());
  await expect.poll(async () => await stored('purpose')).toBe('サラとエミの目的。');
  // What she did not touch is as it was written meanwhile.
  expect(await stored('plans')).toBe('サラの計画。');
  await emi.close();
});
