/** Every kind of event, delivered four times over, one after another, at once and under new ids, has one effect and one answer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import type { Delivery as SlackDelivery } from '../../playground/slack/store.js';
import type { Delivery as TeamsDelivery } from '../../playground/teams/delivery.js';
import { everythingWritten } from '../bot/contract/fixture.js';
import { buildSession } from '../support/factories.js';
import { nextSecond, openPlatforms, type Platforms, settled } from './platforms.js';

const en = textsFor('en');
const ja = textsFor('ja');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'hana', 'tom', 'haruka', 'sara'] });
  for (const code of ['SEM-1', 'SEM-2', 'SEM-3']) await buildSession(platforms.services, platforms.programme, { code });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

const everyone = ['ken', 'hana', 'tom', 'haruka', 'sara'] as const;

/** All that anybody sees of the bot, with how often it was edited. */
function screens(): readonly string[] {
  return everyone.flatMap((name) => {
    const { slackUserId, teamsUserId } = platforms.person(name);
    return [
      ...(slackUserId === null ? [] : platforms.slack(name).messages()),
      ...(teamsUserId === null ? [] : platforms.teams(name).messages()),
    ]
      .filter(({ from }) => from === 'bot')
      .map(({ id, text, edits }) => `${name} ${id} ${edits} ${text}`);
  });
}

/** What there is once all that follows from it has been done: an answer may go out after the acknowledgement. */
async function settledWorld() {
  for (let before = ''; ; ) {
    await platforms.playground.assistant.answered();
    await platforms.told();
    const found = { written: await everythingWritten(platforms.services), screens: screens() };
    const now = JSON.stringify(found);
    if (now === before) return found;
    before = now;
  }
}

describe('Slack', () => {
  const deliveries = new Map<string, SlackDelivery>();

  /** Does it, and keeps the last delivery of this kind. */
  async function kept(
    kind: string,
    what: string,
    command: () => Promise<{ status: number; error: string | undefined }>,
  ) {
    settled(await command());
    const delivery = platforms.playground.slack.deliveries().findLast((one) => one.what.startsWith(what));
    if (delivery === undefined) throw new Error(`no ${what} was delivered`);
    deliveries.set(kind, delivery);
  }

  it('a message, a mention, a command, buttons and a form each do something once', async () => {
    const [ken, hana] = [platforms.slack('ken'), platforms.slack('hana')];
    await kept('message', 'event message', () => ken.say('register SEM-1 online'));
    const preview = await ken.until(en.chat.confirmFirst);
    await kept('mention', 'event app_mention', () => hana.mention('spp', 'ヘルプ'));
    await hana.until(ja.chat.sentPrivately);
    await kept('button of a preview', 'block_actions', () => ken.press(en.chat.confirm, preview));
    await kept('command', 'command', () => ken.command('/spp register SEM-2 on site'));
    await ken.until('SEM-2');
    await ken.command('/spp session SEM-3');
    await ken.press(en.sessions.registerColleague, await ken.until('SEM-3'));
    await ken.fill(en.sessions.labels.attendee, 'Hana Sato (AOI Corporation)');
    await ken.fill(en.sessions.labels.mode, en.sessions.modes.online);
    await kept('form', 'view_submission', () => ken.submit());
    await ken.close();
    await hana.say('セッション一覧');
    await hana.until('SEM-1');
    await kept('button of a list', 'block_actions', () => hana.pressBeside(ja.sessions.registerAs.onsite, 'SEM-1'));
    await kept('Home', 'event app_home_opened', () => hana.openHome());
    expect(await platforms.database.registration.count()).toBe(4);
    expect([...deliveries.keys()]).toHaveLength(7);
  });

  it('and nothing more when they come again, one after another', async () => {
    const before = await settledWorld();
    for (let again = 0; again < 3; again += 1) {
      // Signatures are made of whole seconds.
      await nextSecond();
      for (const [kind, delivery] of deliveries) {
        const [answer] = await platforms.playground.slack.redeliver(delivery);
        expect(answer?.status, kind).toBe(200);
      }
    }
    expect(await settledWorld()).toEqual(before);
  });

  it('and nothing more when they come again at once, events under new ids', async () => {
    const before = await settledWorld();
    await nextSecond();
    await Promise.all(
      [...deliveries.values()].map((one) =>
        platforms.playground.slack.redeliver(one, { times: 3, together: true, newEventId: true }),
      ),
    );
    expect(await settledWorld()).toEqual(before);
  });

  it('a first delivery and its repetitions at the same instant are one', async () => {
    const { slack } = platforms.playground;
    const ken = platforms.slack('ken');
    const delivery = deliveries.get('message');
    if (delivery === undefined) throw new Error('no message was delivered');
    const answers = () => ken.messages().filter(({ text }) => text.includes(en.members.helpIntroduction)).length;
    const before = answers();
    const ts = `${Math.floor(platforms.playground.clock.now().getTime() / 1000)}.000999`;
    const event = { ...asEvent(delivery.payload.event), text: 'help', ts, event_ts: ts };
    await Promise.all(Array.from({ length: 4 }, () => slack.event(event)));
    await settledWorld();
    expect(answers()).toBe(before + 1);
  });
});

function asEvent(event: unknown): Record<string, unknown> {
  if (typeof event !== 'object' || event === null) throw new Error('no event');
  return { ...event };
}

describe('Teams', () => {
  const deliveries = new Map<string, readonly TeamsDelivery[]>();

  /** Does it, and keeps everything that was delivered for it. */
  async function kept(kind: string, command: () => Promise<{ status: number; error: string | undefined }>) {
    const before = platforms.playground.teams.deliveries().length;
    settled(await command());
    const sent = platforms.playground.teams.deliveries().slice(before);
    expect(sent).not.toEqual([]);
    deliveries.set(kind, sent);
  }

  it('an installation, a message, a mention, buttons and a dialog each do something once', async () => {
    const [tom, haruka, sara] = [platforms.teams('tom'), platforms.teams('haruka'), platforms.teams('sara')];
    await sara.installInTeam('SPP');
    await haruka.uninstall();
    await kept('installation', () => haruka.install());
    await kept('message', () => tom.say('register SEM-1 online'));
    const preview = await tom.until(en.chat.confirmFirst);
    await kept('mention', () => haruka.mention('General', 'ヘルプ'));
    await kept('button of a preview', () => tom.press(en.chat.confirm, preview));
    await tom.say('sessions');
    const list = await tom.until('SEM-2');
    await kept('button of a list', () => tom.pressBeside(en.sessions.registerAs.onsite, 'SEM-2', list));
    await tom.say('session SEM-3');
    const details = await tom.until('SEM-3');
    await kept('opened dialog', () => tom.press(en.sessions.registerColleague, details));
    await tom.fill(en.sessions.labels.attendee, 'Haruka Kondo (MDR Corporation)');
    await tom.fill(en.sessions.labels.mode, en.sessions.modes.online);
    await kept('dialog', () => tom.submit());
    await tom.close();
    await tom.say('settings');
    const form = await tom.until(en.actions['member.settings'].title);
    await kept('form in the chat', () => tom.press(en.members.save, form));
    expect(await platforms.database.registration.count()).toBe(7);
    expect([...deliveries.keys()]).toHaveLength(8);
  });

  it.each([
    ['one after another', {}],
    ['at once', { together: true }],
    ['under new ids, one after another', { newId: true }],
    ['under new ids, at once', { newId: true, together: true }],
  ])('and nothing more when they come again %s', async (_, how) => {
    const before = await settledWorld();
    for (const [kind, sent] of deliveries) {
      for (const delivery of sent) {
        const again = await platforms.playground.teams.redeliver(delivery, { times: 3, ...how });
        expect(
          again.map(({ status }) => status),
          kind,
        ).toEqual([200, 200, 200]);
      }
    }
    expect(await settledWorld()).toEqual(before);
  });

  it('a first delivery and its repetitions at the same instant are one, under whatever ids', async () => {
    const [message] = deliveries.get('message') ?? [];
    if (message === undefined) throw new Error('no message was delivered');
    const tom = platforms.teams('tom');
    const answers = () => tom.messages().filter(({ text }) => text.includes(en.members.helpIntroduction)).length;
    const before = answers();
    const timestamp = new Date(platforms.playground.clock.now().getTime() + 1000).toISOString();
    const words = { ...message.activity, text: 'help', timestamp, localTimestamp: timestamp };
    const ids = ['fresh-1', 'fresh-1', 'fresh-2', 'fresh-3'];
    await Promise.all(ids.map((id) => platforms.playground.teams.deliver({ ...words, id })));
    await settledWorld();
    expect(answers()).toBe(before + 1);
  });
});
