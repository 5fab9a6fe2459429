/** What a person sees in Slack when something is slow, broken or delivered again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { lockTable, waitingQueries } from '../../support/database.js';
import { nextSecond, openSlackFixture, type SlackFixture } from './fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');
let fixture: SlackFixture;

beforeAll(async () => {
  fixture = await openSlackFixture('http', { retryDelays: [20, 60, 200] });
  // Everyone is linked once, so that the tests below measure nothing else.
  await Promise.all([fixture.hanako.openHome(), fixture.emma.openHome(), fixture.ken.openHome()]);
});
afterAll(() => fixture.close());

const settled = (outcome: { status: number; error: string | undefined }) => {
  expect(outcome.error).toBeUndefined();
  expect(outcome.status).toBe(200);
};
const lastDelivery = (what: string) => {
  const delivery = fixture.slack.deliveries().findLast((one) => one.what.startsWith(what));
  if (delivery === undefined) throw new Error(`no ${what} was delivered`);
  return delivery;
};

/** Lets every request wait until so many queries do. */
async function holdUp(queries: number, during: () => Promise<void>): Promise<void> {
  const release = await lockTable(fixture.test, 'membership');
  const doing = during();
  await expect.poll(() => waitingQueries(fixture.test)).toBe(queries);
  await release();
  await doing;
}

describe('what takes longer than Slack waits', () => {
  it('is said to be worked on below the words, until it is answered', async () => {
    const release = await lockTable(fixture.test, 'membership');
    const said = fixture.hanako.say('ヘルプ');
    await expect.poll(() => fixture.hanako.status, { timeout: 10_000 }).toBe('が確認しています…');
    await release();
    settled(await said);
    await fixture.hanako.until(ja.members.helpIntroduction);
    await expect.poll(() => fixture.hanako.status).toBeUndefined();
  });

  it('is acknowledged in time and answered later, wherever it was asked', async () => {
    await fixture.emma.command('/spp settings');
    await fixture.emma.fill(en.members.timeZone, 'Europe/Paris');
    // Both requests, and what the form says when its answer takes too long.
    await holdUp(3, async () => {
      const command = fixture.hanako.command('/spp help');
      const form = fixture.emma.submit();
      const outcomes = await Promise.all([command, form]);
      for (const outcome of outcomes) settled(outcome);
    });
    await fixture.hanako.until(ja.members.helpIntroduction);
    await expect.poll(() => fixture.emma.dialog?.text).toContain(en.members.settingsChanged('Europe/Paris'));
    await fixture.emma.close();
  });

  it('keeps the modal that a button of Home opened, or offers the form again', async () => {
    await fixture.hanako.command('/spp');
    const menu = await fixture.hanako.until('人権プログラム');
    await holdUp(3, async () => {
      const home = fixture.emma.pressHome(en.actions['member.settings'].title);
      settled(await fixture.hanako.press(ja.actions['member.settings'].title, menu));
      settled(await home);
      expect(fixture.emma.dialog?.text).toContain(en.chat.working);
    });
    await expect.poll(() => fixture.emma.dialog?.fields.length).toBe(2);
    await fixture.emma.close();
    const offer = await fixture.hanako.until(ja.chat.fillInAbove(ja.actions['member.settings'].title));
    settled(await fixture.hanako.press(ja.chat.fillIn, offer));
    expect(fixture.hanako.dialog?.title).toBe(ja.actions['member.settings'].title);
    await fixture.hanako.close();
  });
});

describe('a delivery that comes again', () => {
  it('byte for byte is refused', async () => {
    await fixture.hanako.say('ヘルプ');
    const before = fixture.hanako.messages().length;
    const answers = await fixture.slack.redeliver(lastDelivery('event message'), { exact: true });
    expect(answers.map((answer) => answer.status)).toEqual([401]);
    expect(fixture.hanako.messages().length).toBe(before);
  });

  it('of a submitted form changes nothing twice', async () => {
    await fixture.emma.command('/spp settings');
    await fixture.emma.fill(en.members.timeZone, 'Asia/Seoul');
    settled(await fixture.emma.submit());
    const rows = () => fixture.test.database.request.count();
    const before = await rows();
    await nextSecond();
    const [answer] = await fixture.slack.redeliver(lastDelivery('view_submission'));
    expect(answer?.body).toContain('Asia/Seoul');
    expect(await rows()).toBe(before);
    await fixture.emma.close();
  });

  it('of a form is done although Slack lets Home not be drawn anew, which is no fault of ours', async () => {
    settled(await fixture.emma.pressHome(en.actions['member.settings'].title));
    const end = fixture.slack.trouble({ kind: 'rate limited', retryAfterSeconds: 1, method: 'views.publish' });
    settled(await fixture.emma.submit());
    const logged = () => fixture.log.map(({ sentence }) => sentence);
    await expect.poll(logged).toContain('Slack let Home not be drawn anew for now');
    end();
    expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
    await fixture.emma.close();
  });

  it('of a form that was filled in anew in the same window is another request', async () => {
    settled(await fixture.emma.pressHome(en.actions['member.settings'].title));
    const before = await fixture.test.database.request.count();
    settled(await fixture.emma.submit());
    await fixture.emma.close();
    settled(await fixture.emma.pressHome(en.actions['member.settings'].title));
    settled(await fixture.emma.submit());
    expect(await fixture.test.database.request.count()).toBe(before + 2);
    await fixture.emma.close();
  });
});

/** One that Ken has not answered yet. */
async function anotherSession(code: string): Promise<void> {
  const { session } = fixture.test.database;
  const { id: _id, details, ...rest } = await session.findFirstOrThrow({ where: { code: 'MSM-1' } });
  await session.create({ data: { ...rest, code, details: details ?? {} } });
}

describe('an answer to a message', () => {
  beforeAll(() => {
    fixture.log.length = 0;
  });
  const answers = () =>
    fixture.hanako.messages().filter((one) => one.from === 'bot' && one.text.includes(ja.members.helpIntroduction));

  it('that Slack surely did not take goes to the outbox, for a message, a mention and a pressed button', async () => {
    const before = answers().length;
    await fixture.ken.say('register MSM-1 online');
    const preview = await fixture.ken.until(en.chat.confirmFirst);
    // Only these calls: otherwise Slack would keep it up for the tests that follow.
    const end = fixture.slack.trouble({ kind: 'rate limited', retryAfterSeconds: 20, when: () => true });
    const from = Date.now();
    settled(await fixture.hanako.say('ヘルプ'));
    settled(await fixture.hanako.mention('general', 'ヘルプ'));
    settled(await fixture.ken.press(en.chat.confirm, preview));
    end();
    expect(answers().length).toBe(before);
    const left = await fixture.test.database.notification.findMany({
      where: { kind: 'request.answer' },
      include: { person: true },
      orderBy: { createdAt: 'asc' },
    });
    expect(left.map(({ person }) => person.nameEn)).toEqual(['Hanako Yamada', 'Hanako Yamada', 'Ken Suzuki']);
    for (const { dueAt } of left) expect(dueAt.getTime()).toBeGreaterThanOrEqual(from + 20_000);
    expect(await fixture.test.database.registration.count()).toBe(1);
    expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('that Slack surely did not take and the outbox could not is posted when the message comes again', async () => {
    fixture.slack.trouble({ kind: 'refuse', error: 'service_unavailable', method: 'chat.postMessage', times: 1 });
    const heard = () => fixture.stranger.messages().filter(({ from }) => from === 'bot').length;
    const before = heard();
    await fixture.stranger.say('help');
    await expect.poll(() => lastDelivery('event message').answers.map((one) => one.status)).toEqual([500, 200]);
    expect(heard()).toBe(before + 1);
  });

  it('that merely shows something, and that Slack did not take, lets Slack say that the press came to nothing', async () => {
    await fixture.hanako.command('/spp');
    const menu = await fixture.hanako.until(ja.members.helpNote);
    const before = answers().length;
    const end = fixture.slack.trouble({ kind: 'rate limited', retryAfterSeconds: 20, when: () => true });
    const outcome = await fixture.hanako.press(ja.actions['help.show'].title, menu);
    end();
    expect(outcome.error).toBe('operation_timeout');
    expect(answers().length).toBe(before);
    fixture.log.length = 0;
  });

  it('on Home, that Slack did not take, goes to the outbox, and the press is acknowledged', async () => {
    await anotherSession('MSM-2');
    await fixture.ken.openHome();
    const left = () => fixture.test.database.notification.count({ where: { kind: 'request.answer' } });
    const before = await left();
    const end = fixture.slack.trouble({ kind: 'rate limited', retryAfterSeconds: 20, when: () => true });
    settled(await fixture.ken.pressHome(en.sessions.registerAs.online));
    end();
    expect(await left()).toBe(before + 1);
  });

  it('that may have taken the place of a preview is followed by no apology', async () => {
    await anotherSession('MSM-3');
    fixture.log.length = 0;
    await fixture.ken.say('register MSM-3 online');
    const preview = await fixture.ken.until('MSM-3');
    const before = fixture.ken.messages().length;
    fixture.slack.trouble({ kind: 'drop after accepting', method: 'response_url', times: 1 });
    settled(await fixture.ken.press(en.chat.confirm, preview));
    expect(fixture.ken.messages()).toHaveLength(before);
    expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('that may have arrived is not posted twice', async () => {
    const before = answers().length;
    fixture.slack.trouble({ kind: 'drop after accepting', method: 'chat.postMessage', times: 1 });
    settled(await fixture.hanako.say('ヘルプ'));
    expect(answers().length).toBe(before + 1);
    await fixture.slack.redeliver(lastDelivery('event message'), { times: 2 });
    expect(answers().length).toBe(before + 1);
  });

  it('that finds no modal to open in time becomes a button', async () => {
    fixture.slack.trouble({ kind: 'refuse', error: 'expired_trigger_id', method: 'views.open', times: 1 });
    settled(await fixture.hanako.command('/spp settings'));
    await fixture.hanako.until(ja.chat.fillInAbove(ja.actions['member.settings'].title));
    expect(fixture.hanako.dialog).toBeUndefined();
  });
});

describe('a private answer', () => {
  it('is shown in the channel to this person alone where no direct conversation can be had', async () => {
    fixture.slack.trouble({ kind: 'refuse', error: 'cannot_dm_bot', method: 'conversations.open', times: 1 });
    settled(await fixture.hanako.mention('general', 'ヘルプ'));
    const answer = await fixture.hanako.until(ja.members.helpIntroduction);
    expect(answer).toMatchObject({ conversation: 'C0GENERAL', ephemeral: true });
  });

  it('to a pressed button of an ephemeral message is ephemeral too', async () => {
    await fixture.hanako.command('/spp', 'general');
    const menu = await fixture.hanako.until('人権プログラム');
    settled(await fixture.hanako.press(ja.actions['help.show'].title, menu));
    const answer = await fixture.hanako.until(ja.members.helpIntroduction);
    expect(answer).toMatchObject({ conversation: 'C0GENERAL', ephemeral: true });
  });
});

describe('a fault of ours', () => {
  const reference = /照会番号: ([A-Z0-9]{6})/;
  beforeAll(async () => {
    await fixture.hanako.command('/spp settings');
    await fixture.test.database.$executeRawUnsafe('ALTER TABLE membership RENAME TO broken');
    fixture.log.length = 0;
  });
  afterAll(() => fixture.test.database.$executeRawUnsafe('ALTER TABLE broken RENAME TO membership'));

  function expectLogged(text: string | undefined): void {
    const [, code] = reference.exec(text ?? '') ?? [];
    expect(code).toBeDefined();
    const logged = fixture.log.find((entry) => 'reference' in entry.fields && entry.fields.reference === code);
    expect(logged).toMatchObject({
      level: 'error',
      fields: { error: expect.any(Error), where: expect.stringMatching(/^slack /) },
    });
  }

  it('becomes an apology in the window of the form', async () => {
    settled(await fixture.hanako.submit());
    expectLogged(fixture.hanako.dialog?.text);
    await fixture.hanako.close();
  });

  it('becomes an apology for a command, a message, a mention, a button, and on Home', async () => {
    const menu = fixture.hanako.messages().findLast((one) => one.buttons.includes(ja.actions['help.show'].title));
    settled(await fixture.hanako.command('/spp'));
    expectLogged((await fixture.hanako.until(reference)).text);
    settled(await fixture.hanako.say('ヘルプ'));
    expectLogged((await fixture.hanako.until(reference)).text);
    settled(await fixture.hanako.mention('general', 'ヘルプ'));
    expectLogged((await fixture.hanako.until(reference)).text);
    settled(await fixture.hanako.press(ja.actions['help.show'].title, menu));
    expectLogged((await fixture.hanako.until(reference)).text);
    settled(await fixture.hanako.pressHome(ja.actions['help.show'].title));
    expectLogged(fixture.hanako.dialog?.text);
    await fixture.hanako.close();
    settled(await fixture.hanako.openHome());
    expectLogged(fixture.hanako.home?.text);
  });
});
