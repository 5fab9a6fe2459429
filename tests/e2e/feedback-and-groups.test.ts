/** What was thought of a session is asked on either platform and answered there, and each hears of their own group. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Session } from '../../prisma/client.js';
import { buildSession } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
let session: Session;

/** On Thursday, 7 November 2024, 15:30 to 17:00; it is 28 October. */
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'tom', 'haruka', 'kiri', 'sara', 'emi'] });
  session = await buildSession(platforms.services, platforms.programme, { code: 'SEM-1' });
  const now = platforms.services.clock.now();
  for (const name of ['ken', 'haruka', 'kiri'] as const) {
    const { id: personId } = platforms.people[name];
    const membership = await platforms.database.membership.findFirstOrThrow({ where: { personId } });
    const times = { createdAt: now, changedAt: now, registeredById: personId };
    await platforms.database.registration.create({
      data: {
        ...{ sessionId: session.id, personId, companyId: membership.companyId, mode: 'online', state: 'confirmed' },
        ...times,
      },
    });
  }
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

async function jumpTo(instant: string): Promise<void> {
  platforms.playground.clock.jumpTo(new Date(instant));
  await platforms.told();
}

const titleIn = (language: 'ja' | 'en') =>
  textsFor(language).sessions.titled(session.code, language === 'ja' ? session.titleJa : session.titleEn);

it('groups are made and told by the secretariat in Slack, and each hears of their own on either platform', async () => {
  const en = textsFor('en');
  const sara = platforms.slack('sara');
  settled(await sara.command('/spp make-groups SEM-1'));
  await expect.poll(() => sara.dialog?.title).toBe(en.actions['groups.make'].title);
  await sara.fill(en.groups.labels.by, en.groups.by.number);
  await sara.fill(en.groups.labels.value, '3');
  settled(await sara.submit());
  const shown = await sara.until(en.groups.made);
  settled(await sara.press(en.groups.buttons.publish(3), shown));
  settled(await sara.submit());
  await sara.until(en.groups.published(3));
  await platforms.told();
  for (const [client, name, language] of [
    [platforms.slack('ken'), 'ken', 'en'],
    [platforms.teams('haruka'), 'haruka', 'ja'],
  ] as const) {
    const where = { personId: platforms.people[name].id };
    const { number } = await platforms.database.groupPlace.findFirstOrThrow({ where });
    await client.until(textsFor(language).groups.notices.told(titleIn(language), number ?? 0));
  }
});

it('in Teams the secretariat looks at the groups in Japanese and changes a facilitator, which the group is told', async () => {
  const ja = textsFor('ja');
  const [emi, haruka] = [platforms.teams('emi'), platforms.teams('haruka')];
  const where = { personId: platforms.people.haruka.id };
  const number = (await platforms.database.groupPlace.findFirstOrThrow({ where })).number ?? 0;
  settled(await emi.say('グループ SEM-1'));
  const shown = await emi.until(ja.groups.groupsOf(titleIn('ja')));
  expect(shown.text).toContain(ja.groups.counts(3, 3, 0));
  settled(await emi.say('グループの進行役 SEM-1'));
  const form = await emi.until(ja.groups.hints.facilitator);
  await emi.fill(ja.groups.labels.group, ja.groups.groupWith(number, ja.groups.noFacilitator));
  await emi.fill(ja.chat.optional(ja.groups.labels.facilitator), '墨田');
  settled(await emi.press(ja.groups.next, form));
  const does = ja.groups.facilitateDoes({ number, before: '', facilitator: '墨田', people: 1 });
  settled(await emi.press(ja.groups.facilitate, await emi.until(does)));
  await emi.until(ja.groups.facilitated(number, '墨田', 1));
  await platforms.told();
  const told = await haruka.until(ja.groups.notices.details(titleIn('ja'), number, [ja.groups.aspects.facilitator]));
  expect(told.text).toContain('墨田');
});

describe.each([
  { platform: 'slack', name: 'ken', language: 'en' },
  { platform: 'teams', name: 'haruka', language: 'ja' },
] as const)('$name in $platform', ({ platform, name, language }) => {
  const { feedback: texts, actions } = textsFor(language);
  const client = () => (platform === 'slack' ? platforms.slack(name) : platforms.teams(name));

  it('is asked after the session, and answers in the form behind the button', async () => {
    const { id: personId } = platforms.people[name];
    if ((await platforms.database.attendance.count()) === 0) {
      await jumpTo('2024-11-07T16:00:00+09:00');
      const sara = platforms.slack('sara');
      settled(await sara.say('record SEM-1 everyone as registered'));
      settled(await sara.press(textsFor('en').chat.confirm, await sara.until(textsFor('en').chat.confirmFirst)));
      await expect.poll(async () => await platforms.database.attendance.count()).toBe(3);
      await jumpTo('2024-11-07T17:01:00+09:00');
    }
    const asked = await client().until(texts.notices.asked(titleIn(language)));
    settled(await client().press(texts.answer, asked));
    await expect.poll(() => client().dialog?.title).toBe(actions['feedback.answer'].title);
    await client().fill(texts.labels.rating, texts.ratings[5]);
    await client().fill(texts.labels.permission, texts.permissions.no);
    settled(await client().submit());
    await client().until(texts.answered.first(titleIn(language)));
    expect(await platforms.database.feedback.findMany({ where: { personId } })).toMatchObject([
      { sessionId: session.id, rating: 5, permission: 'no' },
    ]);
  });
});

it('in Teams the secretariat reads the results in Japanese, and who has not answered', async () => {
  const { feedback: texts } = textsFor('ja');
  const emi = platforms.teams('emi');
  settled(await emi.say('アンケート結果 SEM-1'));
  const { text } = await emi.until(texts.resultsOf(titleIn('ja')));
  expect(text).toContain(texts.rated(texts.ratings[5], 2));
  expect(text).toContain(platforms.people.kiri.nameJa);
  for (const name of ['ken', 'haruka'] as const) expect(text).not.toContain(platforms.people[name].nameJa);
});
