/** Who names a company and a person in a sentence finds them in what is shown next, on both platforms and in both languages. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { adviserTexts } from '../../programme/advisers/texts.js';

import { adviserName } from '../../programme/consultations/hour-words.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['emi', 'sara', 'aki'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

it.each([
  {
    platform: 'slack',
    name: 'emi',
    language: 'ja',
    company: 'AOI',
    say: (ja: string, _en: string) => `${ja}の担当を秋山先生にしてください`,
  },
  {
    platform: 'teams',
    name: 'sara',
    language: 'en',
    company: 'MDR',
    say: (_ja: string, en: string) => `Please assign Akiyama to ${en}`,
  },
] as const)('an assignment, on $platform in $language', async ({ platform, name, language, company, say }) => {
  const { nameJa, nameEn, id: companyId } = platforms.companies[company];
  const client = platforms[platform](name);
  const texts = adviserTexts[language];
  const assignments = async () => await platforms.database.assignment.findMany({ where: { companyId } });
  settled(await client.say(say(nameJa, nameEn)));
  const asked = await client.until(texts.actions['adviser.assign'].title);
  // Slack opens a form by a button only; on Teams it is in the chat.
  if (platform === 'slack') settled(await client.press(textsFor(language).chat.fillIn, asked));
  const pair = {
    adviser: adviserName(language, language === 'ja' ? '秋山' : 'Aki Akiyama'),
    company: language === 'ja' ? nameJa : nameEn,
  };
  expect(client.dialog?.text ?? asked.text).toContain(texts.assigns(pair));
  expect(await assignments()).toEqual([]);
  settled(platform === 'slack' ? await client.submit() : await client.press(texts.assign, asked));
  await expect
    .poll(async () => (await assignments()).map(({ adviserId }) => adviserId))
    .toEqual([platforms.people.aki.id]);
});
