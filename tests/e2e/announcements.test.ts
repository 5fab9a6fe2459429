/** The secretariat announces, stops, corrects and counts answers, on either platform and in either language. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { announcementTexts } from '../../programme/announcements/texts.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara', 'emi'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

describe.each([
  { platform: 'slack', person: 'sara', language: 'en' },
  { platform: 'teams', person: 'emi', language: 'ja' },
] as const)('from $platform', ({ platform, person, language }) => {
  const { announcements } = textsFor(language);
  const client = () => (platform === 'slack' ? platforms.slack(person) : platforms.teams(person));
  const ken = () => platforms.slack('ken');
  const haruka = () => platforms.teams('haruka');
  const say = {
    en: `announce to all participants: The room is on floor 3 (${platform}).`,
    ja: `お知らせ 参加者全員へ: 会場は3階です(${platform})。`,
  }[language];
  const said = say.replace(/^[^:]*: /, '');

  it('shows what will be done, sends it to both platforms, and corrects it where it stands', async () => {
    settled(await client().say(say));
    const preview = await client().until(said);
    settled(await client().press(announcements.send, preview));
    await platforms.told();
    await ken().until(said);
    await haruka().until(said);
    const { id } = await platforms.database.announcement.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect(await platforms.database.announcement.findUnique({ where: { id } })).toMatchObject({ state: 'sent' });
    settled(await client().press(announcements.status));
    await client().until(announcements.statusTitle(said.slice(0, 20)).slice(0, 12));
    const before = ken().messages().length;
    settled(await client().press(announcements.correct));
    const label = language === 'ja' ? announcements.labels.textJa : announcements.labels.textEn;
    await expect.poll(() => JSON.stringify(client().dialog?.fields ?? [])).toContain(label);
    const field = client().dialog?.fields.find((one) => one.label.startsWith(label));
    await client().fill(field?.label ?? label, `${said}!`);
    settled(await client().submit());
    await platforms.told();
    await ken().until(`${said}!`);
    await haruka().until(`${said}!`);
    // The message was edited in its place.
    expect(ken().messages()).toHaveLength(before);
  });

  it('refuses a mention of everybody, said or in the form, and sends nothing', async () => {
    const mention = language === 'en' ? '@channel' : '@チャンネル';
    const refusal = announcementTexts[language].refusals.mentions_everybody({ mention });
    const kept = async () => [
      await platforms.database.announcement.count(),
      await platforms.database.notification.count({ where: { kind: 'announcement.message' } }),
    ];
    const before = await kept();
    settled(await client().say(say.replace(': ', `: ${mention} `)));
    await client().until(refusal);

    settled(await client().say(language === 'en' ? 'announcements' : 'お知らせの一覧'));
    settled(await client().press(announcements.write, await client().until(announcements.listTitle)));
    const label = language === 'ja' ? announcements.labels.textJa : announcements.labels.textEn;
    const field = () => client().dialog?.fields.find((one) => one.label.startsWith(label));
    await client().fill(field()?.label ?? label, `${mention} ${said}`);
    settled(await client().submit());
    await expect.poll(() => JSON.stringify(client().dialog ?? {}), { timeout: 8_000 }).toContain(refusal);
    // What was typed is still there to be mended.
    expect(field()?.value).toBe(`${mention} ${said}`);
    expect(await kept()).toEqual(before);
  });

  it('makes a draft of a message that is forwarded to the bot, and of nobody else’s', async () => {
    const words = `Lunch is at noon <b> & free (${platform}).`;
    if (platform === 'slack') {
      const content = Buffer.from('%PDF-1.7');
      // The app hears nothing of what people write to each other.
      await platforms.slack('ken').upload({ name: 'menu.pdf', content }, words, 'spp');
      const seen = platforms
        .slack(person)
        .messages()
        .findLast(({ text }) => text.includes(words));
      if (seen === undefined) throw new Error('nobody wrote in the channel');
      settled(await platforms.slack(person).share(seen));
      settled(await platforms.slack('hana').share(seen));
    } else {
      const html = `<p>Lunch is at noon &lt;b&gt; &amp; free</p><p>(${platform}).</p>`;
      settled(await platforms.teams(person).forward(html));
      settled(await platforms.teams('tom').forward(html));
    }
    const preview = await client().until(announcements.forwarded);
    expect(preview.text.replaceAll(/\s+/g, ' ')).toContain(words);
    if (platform === 'slack') expect(preview.text).toContain('menu.pdf');
    await platforms.playground.assistant.answered();
    const drafts = await platforms.database.announcement.findMany({ where: { state: 'draft' } });
    expect(drafts).toMatchObject([{ createdById: platforms.people[person].id }]);
    settled(await client().press(announcements.discard, preview));
    await client().until(announcements.discarded);
  });
});
