/** The playground's switch decides by what the next sentence is understood, and the page is told how and why. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { identify } from '../../../programme/members/identify.js';
import { openPlatforms, type Platforms, workspace } from '../../../tests/e2e/platforms.js';
import { buildSession } from '../../../tests/support/factories.js';
import type { UnderstoodLine } from '../../page/understood.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['hana', 'ken', 'tom'] });
  await buildSession(platforms.services, platforms.programme, { code: 'MSM-1' });
});
afterAll(async () => {
  await platforms.close();
  expect(platforms.log.filter(({ level }) => level !== 'info')).toEqual([]);
});
afterEach(async () => {
  await platforms.playground.understanding.setModel(false);
  await platforms.database.programme.updateMany({ data: { modelUse: 'without_names' } });
});

/** What the page is told of this sentence of Hana's. */
async function told(words: string): Promise<UnderstoodLine> {
  const { understanding } = platforms.playground;
  const before = understanding.since(0).at(-1)?.number ?? 0;
  await platforms.slack('hana').say(words);
  await expect.poll(() => understanding.since(before)).toHaveLength(1);
  const [line] = understanding.since(before);
  if (line === undefined) throw new Error('nothing was told');
  expect(line.personId).toBe(platforms.people.hana.id);
  return line;
}

/** Names no action by its words, and is somewhat like what people say of several. */
const VAGUE = '原稿を見てもらいたい';

it('asks no model at first, and from the next sentence on where it is switched on', async () => {
  const { understanding } = platforms.playground;
  expect(understanding.isWithModel()).toBe(false);
  const without = await told(VAGUE);
  expect(without.sentence).toMatchObject({ words: VAGUE, model: 'off' });
  expect(without.sentence?.by).not.toBe('model');
  await understanding.setModel(true);
  const withModel = await told(VAGUE);
  expect(withModel.sentence).toMatchObject({
    ...{ words: VAGUE, by: 'model', model: 'understood', outcome: 'understood' },
    meaning: {
      action: expect.any(String),
      title: { ja: expect.any(String), en: expect.any(String) },
      confidence: null,
    },
    nearest: expect.any(String),
  });
  expect(withModel.sentence?.meaning).not.toEqual(without.sentence?.meaning);
  await understanding.setModel(false);
  expect((await told(VAGUE)).sentence).toEqual(without.sentence);
});

it('asks none where the programme lets nothing go, or the words say outright what is meant', async () => {
  await platforms.playground.understanding.setModel(true);
  expect((await told('register MSM-1 online')).sentence).toMatchObject({
    ...{ by: 'words', named: 'register', model: 'not asked' },
  });
  await platforms.database.programme.updateMany({ data: { modelUse: 'off' } });
  const sentence = (await told(VAGUE)).sentence;
  expect(sentence).toMatchObject({ model: 'not asked' });
  expect(sentence?.by).not.toBe('model');
});

it('tells the words that name it, what was read, and the most similar example', async () => {
  expect((await told('参加 MSM-1 オンライン')).sentence).toMatchObject({
    outcome: 'understood',
    meaning: { action: 'session.register' },
    named: '参加',
    by: 'words',
    fields: expect.arrayContaining([
      { name: 'session', value: 'MSM-1' },
      { name: 'mode', value: 'online' },
    ]),
  });
  const { sentence } = await told('先生のご都合のよい日、探してもらえたら助かる');
  expect(sentence).toMatchObject({ by: 'examples', nearest: expect.any(String), model: 'off' });
  const confidences = sentence?.others.map(({ confidence }) => confidence ?? 0) ?? [];
  expect(confidences.toSorted((one, other) => other - one)).toEqual(confidences);
  expect(sentence?.others.length).toBeGreaterThan(0);
});

it.each([false, true])('tells of a concern only that contacts were given, with a model: %s', async (on) => {
  await platforms.playground.understanding.setModel(on);
  const line = await told('会社が実習生のパスポートを預かったままで、返してもらえません。誰に相談すればよいでしょうか');
  expect(line.sentence).toBeNull();
  const kept = JSON.stringify(platforms.playground.understanding.since(0));
  expect(kept).not.toContain('パスポート');
});

it('has answers written out of quotations by the model, and by nobody without', async () => {
  const { services, playground, programme } = platforms;
  const userId = platforms.person('hana').slackUserId ?? '';
  const account = { platform: 'slack', tenant: workspace, userId } as const;
  const person = (await identify(services.database, account, services.clock.now()))?.person;
  if (person === null || person === undefined) throw new Error('Hana is not known');
  const quote = 'Umbrellas dry in the rack beside the lift.';
  const asked = {
    ...({ person, programmeId: programme.id, language: 'en', question: 'Where do umbrellas dry?' } as const),
    quotations: [{ source: 'House rules', quote }],
  };
  expect(await services.writeAnswer?.(asked)).toBeNull();
  await playground.understanding.setModel(true);
  expect(await services.writeAnswer?.(asked)).toEqual([{ text: quote, cites: [0] }]);
});
