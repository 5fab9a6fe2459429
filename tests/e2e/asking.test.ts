/** Questions to the secretariat and to advisers on both platforms: asked, answered, and looked up in the FAQ. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { buildAssignment } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

const en = textsFor('en');
const ja = textsFor('ja');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'haruka', 'aki'] });
  // Who is on both is told where they were last: here in Slack alone.
  await platforms.slack('emi').openHome();
  await platforms.told();
  const { database, services, companies, people, programme } = platforms;
  await buildAssignment(services, { company: companies.MDR, adviserId: people.aki.id });
  const at = services.clock.now();
  await database.faqEntry.create({
    data: {
      ...{ programmeId: programme.id, createdAt: at, changedAt: at },
      ...{ questionJa: '録画はありますか', answerJa: '録画はありません。' },
      ...{ questionEn: 'Is there a recording?', answerEn: 'There is no recording.' },
    },
  });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

it('in Slack a form asks the secretariat, which answers; the FAQ is shown before and found by words', async () => {
  const [ken, emi] = [platforms.slack('ken'), platforms.slack('emi')];
  settled(await ken.command('/spp ask-question'));
  await ken.fill(en.questions.labels.question, 'Can I watch the recording of the seminar?');
  settled(await ken.submit());
  expect(ken.dialog?.text).toContain('There is no recording.');
  settled(await ken.submit());
  await ken.close();
  await platforms.told();
  const waiting = await emi.until('Can I watch the recording of the seminar?');
  settled(await emi.press(ja.questions.reply, waiting));
  await emi.fill(ja.questions.labels.answer, '見本をお送りします。');
  settled(await emi.submit());
  await emi.close();
  await platforms.told();
  await ken.until('見本をお送りします。');
  settled(await ken.say('faq watch it later'));
  await ken.until('There is no recording.');
});

it('in Teams words ask the adviser after a preview, and the answer comes with the question', async () => {
  const [haruka, aki] = [platforms.teams('haruka'), platforms.teams('aki')];
  settled(await haruka.say('先生に質問：適用範囲は国内だけでよいですか'));
  const preview = await haruka.until('次の質問を送ります');
  settled(await haruka.press(ja.chat.confirm, preview));
  await haruka.until('質問を送りました');
  await platforms.told();
  const waiting = await aki.until('適用範囲は国内だけでよいですか');
  settled(await aki.press(en.questions.reply, waiting));
  await aki.fill(en.questions.labels.answer, '海外も含めてください。');
  settled(await aki.submit());
  await platforms.told();
  const told = await haruka.until('海外も含めてください。');
  expect(told.text).toContain('適用範囲は国内だけでよいですか');
  settled(await haruka.say('よくある質問 見逃し配信'));
  await haruka.until('録画はありません。');
});
