/** Answers with sources on both platforms: a document that the secretariat drops is answered from, what has no source leads to the secretariat, no other programme is, and answers are rated. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

const en = textsFor('en');
const ja = textsFor('ja');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'haruka', 'tom'] });
  // Who is on both is told where they were last: here in Slack alone.
  await platforms.slack('emi').openHome();
  await platforms.told();
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

it('in Slack a dropped file becomes knowledge after a preview, and its sentence answers in Teams with its title', async () => {
  const emi = platforms.slack('emi');
  const content = new TextEncoder().encode(
    '# 出張の手引き\n\n## 交通費\n\n交通費は翌月の末日に精算します。領収書を添えてください。',
  );
  expect((await emi.upload({ name: 'tebiki.md', content })).error).toBeUndefined();
  const which = await emi.until(ja.requests.whatFor);
  settled(await emi.press(ja.actions['knowledge.add'].title, which));
  const preview = await emi.until(ja.knowledge.adds({ title: '出張の手引き', passages: 1 }));
  settled(await emi.press(ja.chat.confirm, preview));
  await emi.until(ja.knowledge.added('出張の手引き'));

  const haruka = platforms.teams('haruka');
  settled(await haruka.say('調べる 交通費の精算'));
  const answer = await haruka.until('交通費は翌月の末日に精算します。');
  expect(answer.text).toContain('出張の手引き');
  expect(answer.text).toContain(ja.knowledge.quoted);
});

it('in Teams a question in English is answered with its source', async () => {
  const tom = platforms.teams('tom');
  settled(await tom.say('What is a grievance mechanism?'));
  const answer = await tom.until('raise concerns and seek remedy');
  expect(answer.text).toContain('principles 29 and 31');
});

it('in Slack a question in English is answered with its source, and one without a source goes to the secretariat', async () => {
  const ken = platforms.slack('ken');
  settled(await ken.say('look up grievance mechanism'));
  const answer = await ken.until('raise concerns and seek remedy');
  expect(answer.text).toContain('principles 29 and 31');
  settled(await ken.say('look up the best wine with oysters'));
  const nothing = await ken.until(en.knowledge.nothing('the best wine with oysters'));
  settled(await ken.press(en.knowledge.ask, nothing));
  expect(ken.dialog?.text).toContain(en.questions.onlyYou);
  settled(await ken.submit());
  await ken.close();
  await platforms.told();
  const { text } = await platforms.slack('emi').until('the best wine with oysters');
  expect(text).toContain('the best wine with oysters');
});

it('in Teams a Japanese reader says that an answer did not help and what was missing, and the secretariat settles it in Slack', async () => {
  const haruka = platforms.teams('haruka');
  settled(await haruka.say('調べる 負の影響'));
  const answer = await haruka.until(ja.knowledge.found('負の影響'));
  settled(await haruka.press(ja.knowledge.unhelpful, answer));
  expect(haruka.dialog?.text).toContain(ja.knowledge.shownToSecretariat('負の影響'));
  await haruka.fill(ja.chat.optional(ja.knowledge.labels.missing), '具体例がありません');
  settled(await haruka.submit());
  await haruka.close();
  await haruka.until(ja.knowledge.unhelpfulNoted);

  const emi = platforms.slack('emi');
  settled(await emi.say('概況'));
  const numbers = await emi.until(ja.overview.asOf(''));
  settled(await emi.press(ja.overview.numbers.unhelpful(1), numbers));
  const list = await emi.until('具体例がありません');
  expect(list.text).toContain('近藤春香');
  settled(await emi.press(ja.overview.ratings.addToFaq, list));
  expect(JSON.stringify(emi.dialog)).toContain('負の影響');
  await emi.close();
  settled(await emi.press(ja.overview.ratings.settle, list));
  await emi.until(ja.knowledge.settled);
  await platforms.told();
  expect(
    await platforms.database.answerRating.findMany({ select: { words: true, missing: true, helpful: true } }),
  ).toEqual([{ words: '負の影響', missing: '具体例がありません', helpful: false }]);
});

it('in Slack an English reader says that an answer helped, once however often it is pressed', async () => {
  const ken = platforms.slack('ken');
  settled(await ken.say('look up salient issue'));
  const answer = await ken.until(en.knowledge.found('salient issue'));
  for (const _ of [1, 2]) settled(await ken.press(en.knowledge.helpful, answer));
  await ken.until(en.knowledge.helped);
  const where = { words: 'salient issue' };
  expect(await platforms.database.answerRating.findMany({ where })).toMatchObject([{ helpful: true, missing: '' }]);
});

it('in Teams an English reader, and in Slack a Japanese one, rate in their language', async () => {
  const tom = platforms.teams('tom');
  settled(await tom.say('look up remedy'));
  settled(await tom.press(en.knowledge.helpful, await tom.until(en.knowledge.found('remedy'))));
  await tom.until(en.knowledge.helped);
  const hana = platforms.slack('hana');
  settled(await hana.say('調べる 救済'));
  settled(await hana.press(ja.knowledge.unhelpful, await hana.until(ja.knowledge.found('救済'))));
  expect(hana.dialog?.text).toContain(ja.knowledge.shownToSecretariat('救済'));
  settled(await hana.submit());
  await hana.close();
  await hana.until(ja.knowledge.unhelpfulNoted);
});
