/** The secretariat posts an announcement to a channel of either platform; what is pressed there is answered to who pressed alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { announcementTexts } from '../../programme/announcements/texts.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara', 'emi'] });
  await platforms.teams('emi').installInTeam('SPP');
  await platforms.told();
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

describe.each([
  { platform: 'slack', secretary: 'sara', language: 'en', place: '#spp (Slack)', other: 'hana' },
  { platform: 'teams', secretary: 'emi', language: 'ja', place: 'SPP (Teams)', other: 'tom' },
] as const)('in $platform', ({ platform, secretary, language, place, other }) => {
  const { announcements } = textsFor(language);
  const { actions } = announcementTexts[language];
  const client = () => (platform === 'slack' ? platforms.slack(secretary) : platforms.teams(secretary));
  const reader = () => (platform === 'slack' ? platforms.slack('ken') : platforms.teams('haruka'));
  const bystander = () => (platform === 'slack' ? platforms.slack(other) : platforms.teams(other));
  const said = language === 'en' ? `Doors open at nine (${platform}).` : `9時に開場します(${platform})。`;
  const second = language === 'en' ? `Lunch is at noon (${platform}).` : `昼食は12時です(${platform})。`;
  const label = language === 'en' ? announcements.labels.textEn : announcements.labels.textJa;

  async function compose(text: string): Promise<void> {
    const { title } = actions['announcement.compose'];
    settled(await client().say(language === 'en' ? 'announcements' : 'お知らせの一覧'));
    settled(await client().press(announcements.write, await client().until(announcements.listTitle)));
    expect(client().dialog?.title).toBe(title);
    const fill = async (name: string, value: string | readonly string[]) => {
      const field = client().dialog?.fields.find((one) => one.label.startsWith(name));
      await client().fill(field?.label ?? name, value);
    };
    await fill(label, text);
    await fill(announcements.labels.postTo, place);
    await fill(announcements.labels.asks, [announcements.replies.read]);
    settled(await client().submit());
  }

  it('shows where and to whom, posts, edits in place, and answers who presses', async () => {
    await compose(said);
    await expect.poll(() => client().dialog?.text ?? '', { timeout: 8_000 }).toContain(place);
    expect(client().dialog?.text).toContain(announcements.readers[platform === 'slack' ? 'tenant' : 'members']);
    settled(await client().press(announcements.send));
    await platforms.told();
    const posted = await reader().until(said, { after: undefined });
    const there = () =>
      bystander()
        .messages()
        .filter(({ conversation }) => conversation === posted.conversation);
    expect(there().some(({ text }) => text.includes(said))).toBe(true);

    const before = there().map(({ text }) => text);
    settled(await reader().press(announcements.replies.read, posted));
    await platforms.playground.assistant.answered();
    const name = platforms.people[platform === 'slack' ? 'ken' : 'haruka'];
    const answers = await platforms.database.announcementAnswer.findMany({ where: { personId: name.id } });
    expect(answers).toMatchObject([{ answer: 'read' }]);
    // Nobody else sees that somebody has answered, or who.
    expect(there().map(({ text }) => text)).toEqual(before);
    expect(there().join()).not.toContain(name.nameEn);
  });

  it('asks the secretariat where nobody knows whether it is there, and posts it again when told so', async () => {
    const { conversation } = await platforms.database.place.findFirstOrThrow({
      where: { platform, posts: { some: {} } },
    });
    const { slack, teams } = platforms.playground;
    if (platform === 'slack') {
      const when = ({ channel }: Readonly<Record<string, unknown>>) => channel === conversation;
      slack.trouble({ kind: 'drop after accepting', method: 'chat.postMessage', times: 1, when });
      // A post to a channel of Teams begins a thread.
    } else teams.trouble({ fault: 'drop', on: ['create'], times: 1 });
    await compose(second);
    await expect.poll(() => client().dialog?.text ?? '', { timeout: 8_000 }).toContain(place);
    settled(await client().press(announcements.send));
    await platforms.told();
    const state = async () =>
      (await platforms.database.placePost.findFirstOrThrow({ where: { version: 1 }, orderBy: { dueAt: 'desc' } }))
        .state;
    expect(await state()).toBe('unknown');
    settled(await client().press(announcements.status));
    const offered = () => [
      ...(client().dialog?.buttons ?? []),
      ...client()
        .messages()
        .flatMap(({ buttons }) => buttons),
    ];
    await expect
      .poll(offered, { timeout: 8_000 })
      .toEqual(expect.arrayContaining([announcements.postArrived, announcements.postAgain]));
    settled(await client().press(announcements.postAgain));
    await platforms.told();
    await reader().until(second);
    expect(await state()).toBe('delivered');
  });
});
