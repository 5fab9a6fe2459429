/** Words that name nothing are answered on both platforms with what they may mean, and with a way to a person. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['hana', 'ken', 'tom', 'haruka'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

it.each([
  {
    name: 'hana',
    platform: 'slack',
    language: 'ja',
    say: '先生、方針どうでしたかね',
    means: 'review.answers',
  },
  {
    name: 'ken',
    platform: 'slack',
    language: 'en',
    say: 'can the adviser look at our policy',
    means: 'draft.submit',
  },
  {
    name: 'haruka',
    platform: 'teams',
    language: 'ja',
    say: '先生、方針どうでしたかね',
    means: 'review.answers',
  },
  {
    name: 'tom',
    platform: 'teams',
    language: 'en',
    say: 'can the adviser look at our policy',
    means: 'draft.submit',
  },
] as const)('$platform in $language', async ({ name, platform, language, say, means }) => {
  const texts = textsFor(language);
  const client = platforms[platform](name);
  settled(await client.say(say));
  const guessed = await client.until(texts.requests.perhaps);
  expect(guessed.buttons).toContain(texts.actions[means].title);
  expect(guessed.buttons.at(-1)).toBe(texts.actions['question.ask'].title);
  const before = await platforms.database.question.count();
  settled(await client.press(texts.actions['question.ask'].title, guessed));
  // Shown first, with what was written; nothing is sent yet.
  const preview = await client.until(say);
  expect(preview.buttons).toContain(texts.chat.confirm);
  expect(await platforms.database.question.count()).toBe(before);
  settled(await client.press(texts.chat.confirm, preview));
  await expect.poll(async () => await platforms.database.question.count()).toBe(before + 1);
});

it('what is none of ours gets the help, without guesses', async () => {
  const texts = textsFor('ja');
  const hana = platforms.slack('hana');
  settled(await hana.say('明日の東京の天気'));
  await hana.until(texts.members.notUnderstood);
});
