/** The secretariat creates, changes, moves and calls off sessions on either platform, and everyone concerned on both is told once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatClient } from '../../playground/client.js';
import { textsFor } from '../../playground/pilot/texts.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

const ja = textsFor('ja');
const en = textsFor('en');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara', 'emi'] });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

/** Fills in the form of a session that is complete but for its end, which is before its start. */
async function fillIn(client: ChatClient, language: 'ja' | 'en', code: string): Promise<void> {
  const { labels: own, kinds, audiences, methods } = textsFor(language).sessions;
  const entered = [
    [own.code, code],
    [own.titleJa, '苦情処理の研修'],
    [own.titleEn, 'Grievance workshop'],
    [own.kind, kinds.workshop],
    [own.audience, audiences.all],
    [own.date, '2024-12-03'],
    [own.start, '14:00'],
    [own.end, '13:00'],
    [own.method, methods.mixed],
    [own.venueJa, '大手町'],
    [own.venueEn, 'Otemachi'],
    [own.deadlineDate, '2024-12-01'],
    [own.deadlineTime, '17:00'],
  ] as const;
  for (const [label, value] of entered) await client.fill(labelled(client, label), value);
}

/** The field with this label, which Teams marks where it may be left out. */
function labelled(client: ChatClient, label: string): string {
  const fields = client.dialog?.fields ?? [];
  return (
    fields.find((field) => field.label === label)?.label ??
    fields.find((f) => f.label.startsWith(label))?.label ??
    label
  );
}

const told = (client: ChatClient, text: string) => client.messages().filter((one) => one.text.includes(text)).length;

/** Ken and Hana on Slack, Tom on Teams; Haruka did not register. */
async function register(code: string): Promise<void> {
  settled(await platforms.slack('ken').command(`/spp register ${code} on site`));
  settled(await platforms.slack('hana').command(`/spp register ${code} online`));
  settled(await platforms.teams('tom').say(`register ${code} online`));
  settled(
    await platforms.teams('tom').press(en.chat.confirm, await platforms.teams('tom').until(en.chat.confirmFirst)),
  );
}

describe.each([
  { platform: 'slack', person: 'sara', language: 'en' },
  { platform: 'teams', person: 'emi', language: 'ja' },
] as const)('in $platform', ({ platform, person, language }) => {
  const texts = textsFor(language);
  const code = `GRV-${platform === 'slack' ? 1 : 2}`;
  const client = () => (platform === 'slack' ? platforms.slack(person) : platforms.teams(person));
  const inBoth = { ja: '苦情処理の研修', en: 'Grievance workshop' };
  const titled = (one: 'ja' | 'en') => textsFor(one).sessions.titled(code, inBoth[one]);
  const session = async () => await platforms.database.session.findFirstOrThrow({ where: { code } });

  it('a session is created in a dialog, in which an error stands at its field first', async () => {
    settled(await client().say(textsFor(language).actions['home.show'].title));
    const menu = await client().until(texts.members.helpNote);
    settled(await client().press(texts.actions['session.create'].title, menu));
    await fillIn(client(), language, code);
    settled(await client().submit());
    const { end } = texts.sessions.labels;
    expect(client().dialog?.fields.find(({ label }) => label === end)).toMatchObject({
      error: texts.problems.ends_before_start,
      value: '13:00',
    });
    expect(await platforms.database.session.count({ where: { code } })).toBe(0);
    await client().fill(end, '16:00');
    settled(await client().submit());
    expect(client().dialog?.text).toContain(texts.sessions.created(titled(language)));
    await client().close();
    expect(await session()).toMatchObject({
      startsAt: new Date('2024-12-03T14:00:00+09:00'),
      endsAt: new Date('2024-12-03T16:00:00+09:00'),
      deadline: new Date('2024-12-01T17:00:00+09:00'),
      version: 1,
    });
    await platforms.told();
    expect(told(platforms.slack('ken'), code)).toBe(0);
  });

  it('a session is moved, and everyone concerned on both platforms is told once, in their language', async () => {
    await register(code);
    settled(await client().say(`session ${code}`));
    settled(await client().press(texts.actions['session.change'].title, await client().until(titled(language))));
    await client().fill(texts.sessions.labels.date, '2024-12-05');
    await client().fill(labelled(client(), texts.sessions.labels.venueEn), 'Yokohama');
    await client().fill(labelled(client(), texts.sessions.labels.venueJa), '横浜');
    settled(await client().submit());
    expect(client().dialog?.text).toContain(texts.sessions.changed(titled(language), 3));
    await client().close();
    await platforms.told();
    for (const name of ['ken', 'hana', 'tom'] as const) {
      const heard = name === 'tom' ? platforms.teams(name) : platforms.slack(name);
      const own = name === 'hana' ? ja : en;
      const notice = own.sessions.notices.changed(titled(name === 'hana' ? 'ja' : 'en'));
      expect(told(heard, notice), name).toBe(1);
      const seen = heard.messages().findLast(({ text }) => text.includes(notice));
      expect(seen?.text).toContain(name === 'hana' ? '横浜' : 'Yokohama');
    }
    expect(told(platforms.teams('haruka'), ja.sessions.notices.changed(titled('ja')))).toBe(0);
    expect(await session()).toMatchObject({ startsAt: new Date('2024-12-05T14:00:00+09:00'), version: 2 });
  });

  it('nothing is told where nothing changed', async () => {
    const before = await platforms.database.notification.count();
    settled(await client().say(`change-session ${code}`));
    if (platform === 'slack') settled(await client().press(texts.chat.fillIn));
    const saved = platform === 'slack' ? await client().submit() : await client().press(texts.sessions.save);
    settled(saved);
    const shown = client().dialog?.text ?? client().messages().at(-1)?.text;
    expect(shown).toContain(texts.refusals.nothing_changed({}));
    if (client().dialog) await client().close();
    await platforms.told();
    expect(await platforms.database.notification.count()).toBe(before);
  });

  it('a session is called off, and everyone concerned is told once, with the reason', async () => {
    settled(await client().say(`session ${code}`));
    settled(await client().press(texts.actions['session.call-off'].title, await client().until(titled(language))));
    expect(client().dialog?.text).toContain(texts.sessions.callOffWarning(3));
    expect((await session()).state).toBe('scheduled');
    await client().fill(labelled(client(), texts.sessions.labels.reason), '台風 / Typhoon');
    settled(await client().submit());
    expect(client().dialog?.text).toContain(texts.sessions.calledOffDone(titled(language), 3));
    await client().close();
    await platforms.told();
    for (const name of ['ken', 'hana', 'tom'] as const) {
      const heard = name === 'tom' ? platforms.teams(name) : platforms.slack(name);
      const notice = (name === 'hana' ? ja : en).sessions.notices.calledOff(titled(name === 'hana' ? 'ja' : 'en'));
      expect(told(heard, notice), name).toBe(1);
      expect(heard.messages().findLast(({ text }) => text.includes(notice))?.text).toContain('Typhoon');
    }
    expect(told(platforms.teams('haruka'), ja.sessions.notices.calledOff(titled('ja')))).toBe(0);
    settled(await platforms.slack('ken').command(`/spp register ${code} online`));
    await platforms.slack('ken').until(en.refusals.session_called_off({ title: inBoth }));
  });
});
