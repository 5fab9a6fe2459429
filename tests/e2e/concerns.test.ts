/** A person who tells of a real concern is told whom to turn to, and nothing of it is kept; data is deleted by nobody but the secretariat. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { concernTexts } from '../../programme/home/concern-texts.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['hana', 'ken', 'tom', 'haruka'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const said = {
  ja: 'うちの課長が毎日のように怒鳴って、若い子が泣いています',
  en: 'The company keeps my passport and I cannot leave',
} as const;
const erased = {
  ja: '個人情報保護法に基づき、弊社のデータの消去をお願いします',
  en: 'Please erase my personal data, all of it',
} as const;

/** Every table that holds the text in any column. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const tables = await platforms.database.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await platforms.database.$queryRawUnsafe<{ many: bigint }[]>(
      `SELECT count(*) AS many FROM "${name}" AS one WHERE one::text LIKE $1`,
      `%${text}%`,
    );
    if (row !== undefined && row.many > 0n) found.push(name);
  }
  return found;
}

const everywhere = [
  { name: 'hana', platform: 'slack', language: 'ja' },
  { name: 'ken', platform: 'slack', language: 'en' },
  { name: 'haruka', platform: 'teams', language: 'ja' },
  { name: 'tom', platform: 'teams', language: 'en' },
] as const;

it.each(everywhere)('a concern on $platform in $language', async ({ name, platform, language }) => {
  const client = platforms[platform](name);
  settled(await client.say(said[language]));
  const answer = await client.until('0570-090911');
  expect(answer.text).toContain(concernTexts[language].concern);
  expect(answer.buttons).toEqual([]);
  expect(await tablesWith(said[language])).toEqual([]);
  expect(await tablesWith(concernTexts[language].concern)).toEqual([]);
  expect(JSON.stringify(platforms.log)).not.toContain(said[language]);
  // What is kept of the request is the help's, as if that had been asked for.
  const last = await platforms.database.request.findFirst({ orderBy: { createdAt: 'desc' } });
  expect(JSON.stringify(last?.reply ?? null)).not.toContain('0570');
  expect([undefined, 'help.show']).toContain(last?.action);
});

it.each(everywhere)(
  'the programme’s own contacts come first, on $platform in $language',
  async ({ name, platform, language }) => {
    const concernContacts = [
      {
        nameJa: 'SPP相談窓口',
        nameEn: 'SPP helpline',
        reachJa: '0120-000-001(平日)',
        reachEn: '0120-000-001 (weekdays)',
      },
    ];
    await platforms.database.programme.updateMany({ data: { concernContacts } });
    const client = platforms[platform](name);
    settled(await client.say(said[language]));
    const { text } = await client.until('0120-000-001');
    expect(text).toContain(language === 'ja' ? 'SPP相談窓口' : 'SPP helpline');
    expect(text.indexOf('0120-000-001')).toBeLessThan(text.indexOf('0570-090911'));
    await platforms.database.programme.updateMany({ data: { concernContacts: [] } });
  },
);

it.each([
  { name: 'hana', platform: 'slack', language: 'ja' },
  { name: 'tom', platform: 'teams', language: 'en' },
] as const)('a concern that is to be looked up, on $platform in $language', async ({ name, platform, language }) => {
  const client = platforms[platform](name);
  const { knowledge, actions } = textsFor(language);
  const { title } = actions['knowledge.search'];
  settled(platform === 'slack' ? await platforms.slack(name).command('/spp look-up') : await client.say(title));
  // Slack shows the form at once, Teams in the chat.
  if (platform === 'teams') await client.until(title);
  await expect
    .poll(() => JSON.stringify(client.dialog?.fields ?? client.messages().at(-1)?.fields), { timeout: 10_000 })
    .toContain(knowledge.labels.words);
  await client.fill(knowledge.labels.words, said[language]);
  settled(client.dialog ? await client.submit() : await client.press(knowledge.look));
  await expect
    .poll(() => `${client.dialog?.text ?? ''} ${client.messages().at(-1)?.text ?? ''}`, { timeout: 10_000 })
    .toContain(concernTexts[language].concern);
  expect(await tablesWith(said[language])).toEqual([]);
});

it('what is kept of other words is found by the same search', async () => {
  const ken = platforms.slack('ken');
  settled(await ken.say('question: is parking free of charge at the venue?'));
  await ken.until('is parking free of charge at the venue?');
  await expect.poll(async () => await tablesWith('is parking free of charge at the venue?')).not.toEqual([]);
});

it.each(everywhere)(
  'the wish to have data deleted, on $platform in $language',
  async ({ name, platform, language }) => {
    const client = platforms[platform](name);
    settled(await client.say(erased[language]));
    await client.until(concernTexts[language].erasure);
  },
);
