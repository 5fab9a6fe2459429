/** What a person sees in Slack when something is slow, broken or delivered again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { lockTable, waitingQueries } from '../../support/database.js';
import { nextSecond, openSlackFixture, type SlackFixture } from './fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');
let place: SlackFixture;

beforeAll(async () => {
  place = await openSlackFixture('http', { retryDelays: [20, 60, 200] });
  // Everyone is linked once, so that the tests below measure nothing else.
  await Promise.all([place.hanako.openHome(), place.emma.openHome(), place.ken.openHome()]);
});
afterAll(() => place.close());

const settled = (outcome: { status: number; error: string | undefined }) => {
  expect(outcome.error).toBeUndefined();
  expect(outcome.status).toBe(200);
};
const lastDelivery = (what: string) => {
  const delivery = place.slack.deliveries().findLast((one) => one.what.startsWith(what));
  if (delivery === undefined) throw new Error(`no ${what} was delivered`);
  return delivery;
};

/** Lets every request wait until so many queries do. */
async function holdUp(queries: number, during: () => Promise<void>): Promise<void> {
  const release = await lockTable(place.test, 'membership');
  const doing = during();
  await expect.poll(() => waitingQueries(place.test)).toBe(queries);
  await release();
  await doing;
}

describe('what takes longer than Slack waits', () => {
  it('is acknowledged in time and answered later, wherever it was asked', async () => {
    await place.emma.command('/spp settings');
    await place.emma.fill(en.members.timeZone, 'Europe/Paris');
    // Both requests, and what the form says when its answer takes too long.
    await holdUp(3, async () => {
      const command = place.hanako.command('/spp help');
      const form = place.emma.submit();
      const outcomes = await Promise.all([command, form]);
      for (const outcome of outcomes) settled(outcome);
    });
    await place.hanako.until(ja.members.helpIntroduction);
    await expect.poll(() => place.emma.dialog?.text).toContain(en.members.settingsChanged('Europe/Paris'));
    await place.emma.close();
  });

  it('keeps the modal that a button of Home opened, or offers the form again', async () => {
    await place.hanako.command('/spp');
    const menu = await place.hanako.until('人権プログラム');
    await holdUp(3, async () => {
      const home = place.emma.pressHome(en.actions['member.settings'].title);
      settled(await place.hanako.press(ja.actions['member.settings'].title, menu));
      settled(await home);
      expect(place.emma.dialog?.text).toContain(en.chat.working);
    });
    await expect.poll(() => place.emma.dialog?.fields.length).toBe(2);
    await place.emma.close();
    const offer = await place.hanako.until(ja.chat.fillInAbove(ja.actions['member.settings'].title));
    settled(await place.hanako.press(ja.chat.fillIn, offer));
    expect(place.hanako.dialog?.title).toBe(ja.actions['member.settings'].title);
    await place.hanako.close();
  });
});

describe('a delivery that comes again', () => {
  it('byte for byte is refused', async () => {
    await place.hanako.say('ヘルプ');
    const before = place.hanako.messages().length;
    const answers = await place.slack.redeliver(lastDelivery('event message'), { exact: true });
    expect(answers.map((answer) => answer.status)).toEqual([401]);
    expect(place.hanako.messages().length).toBe(before);
  });

  it('of a submitted form changes nothing twice', async () => {
    await place.emma.command('/spp settings');
    await place.emma.fill(en.members.timeZone, 'Asia/Seoul');
    settled(await place.emma.submit());
    const rows = () => place.test.database.request.count();
    const before = await rows();
    await nextSecond();
    const [answer] = await place.slack.redeliver(lastDelivery('view_submission'));
    expect(answer?.body).toContain('Asia/Seoul');
    expect(await rows()).toBe(before);
    await place.emma.close();
  });

  it('of a form that was filled in anew in the same window is another request', async () => {
    settled(await place.emma.pressHome(en.actions['member.settings'].title));
    const before = await place.test.database.request.count();
    settled(await place.emma.submit());
    await place.emma.close();
    settled(await place.emma.pressHome(en.actions['member.settings'].title));
    settled(await place.emma.submit());
    expect(await place.test.database.request.count()).toBe(before + 2);
    await place.emma.close();
  });
});

/** One that Ken has not answered yet. */
async function anotherSession(code: string): Promise<void> {
  const { session } = place.test.database;
  const { id: _id, details, ...rest } = await session.findFirstOrThrow({ where: { code: 'MSM-1' } });
  await session.create({ data: { ...rest, code, details: details ?? {} } });
}

describe('an answer to a message', () => {
  beforeAll(() => {
    place.log.length = 0;
  });
  const answers = () =>
    place.hanako.messages().filter((one) => one.from === 'bot' && one.text.includes(ja.members.helpIntroduction));

  it('that Slack surely did not take goes to the outbox, for a message, a mention and a pressed button', async () => {
    const before = answers().length;
    await place.ken.say('register MSM-1 online');
    const preview = await place.ken.until(en.chat.confirmFirst);
    // Only these calls: otherwise Slack would keep it up for the tests that follow.
    const end = place.slack.trouble({ kind: 'rate limited', retryAfterSeconds: 20, when: () => true });
    const from = Date.now();
    settled(await place.hanako.say('ヘルプ'));
    settled(await place.hanako.mention('general', 'ヘルプ'));
    settled(await place.ken.press(en.chat.confirm, preview));
    end();
    expect(answers().length).toBe(before);
    const left = await place.test.database.notification.findMany({
      where: { kind: 'request.answer' },
      include: { person: true },
      orderBy: { createdAt: 'asc' },
    });
    expect(left.map(({ person }) => person.nameEn)).toEqual(['Hanako Yamada', 'Hanako Yamada', 'Ken Suzuki']);
    for (const { dueAt } of left) expect(dueAt.getTime()).toBeGreaterThanOrEqual(from + 20_000);
    expect(await place.test.database.registration.count()).toBe(1);
    expect(place.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('that Slack surely did not take and the outbox could not is posted when the message comes again', async () => {
    place.slack.trouble({ kind: 'refuse', error: 'service_unavailable', method: 'chat.postMessage', times: 1 });
    const heard = () => place.stranger.messages().filter(({ from }) => from === 'bot').length;
    const before = heard();
    await place.stranger.say('help');
    await expect.poll(() => lastDelivery('event message').answers.map((one) => one.status)).toEqual([500, 200]);
    expect(heard()).toBe(before + 1);
  });

  it('that merely shows something, and that Slack did not take, lets Slack say that the press came to nothing', async () => {
    await place.hanako.command('/spp');
    const menu = await place.hanako.until(ja.members.helpNote);
    const before = answers().length;
    const end = place.slack.trouble({ kind: 'rate limited', retryAfterSeconds: 20, when: () => true });
    const outcome = await place.hanako.press(ja.actions['help.show'].title, menu);
    end();
    expect(outcome.error).toBe('operation_timeout');
    expect(answers().length).toBe(before);
    place.log.length = 0;
  });

  it('on Home, that Slack did not take, goes to the outbox, and the press is acknowledged', async () => {
    await anotherSession('MSM-2');
    await place.ken.openHome();
    const left = () => place.test.database.notification.count({ where: { kind: 'request.answer' } });
    const before = await left();
    const end = place.slack.trouble({ kind: 'rate limited', retryAfterSeconds: 20, when: () => true });
    settled(await place.ken.pressHome(en.sessions.registerAs.online));
    end();
    expect(await left()).toBe(before + 1);
  });

  it('that may have taken the place of a preview is followed by no apology', async () => {
    await anotherSession('MSM-3');
    place.log.length = 0;
    await place.ken.say('register MSM-3 online');
    const preview = await place.ken.until('MSM-3');
    const before = place.ken.messages().length;
    place.slack.trouble({ kind: 'drop after accepting', method: 'response_url', times: 1 });
    settled(await place.ken.press(en.chat.confirm, preview));
    expect(place.ken.messages()).toHaveLength(before);
    expect(place.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('that may have arrived is not posted twice', async () => {
    const before = answers().length;
    place.slack.trouble({ kind: 'drop after accepting', method: 'chat.postMessage', times: 1 });
    settled(await place.hanako.say('ヘルプ'));
    expect(answers().length).toBe(before + 1);
    await place.slack.redeliver(lastDelivery('event message'), { times: 2 });
    expect(answers().length).toBe(before + 1);
  });

  it('that finds no modal to open in time becomes a button', async () => {
    place.slack.trouble({ kind: 'refuse', error: 'expired_trigger_id', method: 'views.open', times: 1 });
    settled(await place.hanako.command('/spp settings'));
    await place.hanako.until(ja.chat.fillInAbove(ja.actions['member.settings'].title));
    expect(place.hanako.dialog).toBeUndefined();
  });
});

describe('a private answer', () => {
  it('is shown in the channel to this person alone where no direct conversation can be had', async () => {
    place.slack.trouble({ kind: 'refuse', error: 'cannot_dm_bot', method: 'conversations.open', times: 1 });
    settled(await place.hanako.mention('general', 'ヘルプ'));
    const answer = await place.hanako.until(ja.members.helpIntroduction);
    expect(answer).toMatchObject({ conversation: 'C0GENERAL', ephemeral: true });
  });

  it('to a pressed button of an ephemeral message is ephemeral too', async () => {
    await place.hanako.command('/spp', 'general');
    const menu = await place.hanako.until('人権プログラム');
    settled(await place.hanako.press(ja.actions['help.show'].title, menu));
    const answer = await place.hanako.until(ja.members.helpIntroduction);
    expect(answer).toMatchObject({ conversation: 'C0GENERAL', ephemeral: true });
  });
});

describe('a fault of ours', () => {
  const reference = /照会番号: ([A-Z0-9]{6})/;
  beforeAll(async () => {
    await place.hanako.command('/spp settings');
    await place.test.database.$executeRawUnsafe('ALTER TABLE membership RENAME TO broken');
    place.log.length = 0;
  });
  afterAll(() => place.test.database.$executeRawUnsafe('ALTER TABLE broken RENAME TO membership'));

  function expectLogged(text: string | undefined): void {
    const [, code] = reference.exec(text ?? '') ?? [];
    expect(code).toBeDefined();
    const logged = place.log.find((entry) => 'reference' in entry.fields && entry.fields.reference === code);
    expect(logged).toMatchObject({
      level: 'error',
      fields: { error: expect.any(Error), where: expect.stringMatching(/^slack /) },
    });
  }

  it('becomes an apology in the window of the form', async () => {
    settled(await place.hanako.submit());
    expectLogged(place.hanako.dialog?.text);
    await place.hanako.close();
  });

  it('becomes an apology for a command, a message, a mention, a button, and on Home', async () => {
    const menu = place.hanako.messages().findLast((one) => one.buttons.includes(ja.actions['help.show'].title));
    settled(await place.hanako.command('/spp'));
    expectLogged((await place.hanako.until(reference)).text);
    settled(await place.hanako.say('ヘルプ'));
    expectLogged((await place.hanako.until(reference)).text);
    settled(await place.hanako.mention('general', 'ヘルプ'));
    expectLogged((await place.hanako.until(reference)).text);
    settled(await place.hanako.press(ja.actions['help.show'].title, menu));
    expectLogged((await place.hanako.until(reference)).text);
    settled(await place.hanako.pressHome(ja.actions['help.show'].title));
    expectLogged(place.hanako.dialog?.text);
    await place.hanako.close();
    settled(await place.hanako.openHome());
    expectLogged(place.hanako.home?.text);
  });
});
