/** The bot in Slack, end to end: what a person says and presses, and what the person then sees. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../../playground/pilot/texts.js';
import { nextSecond, openSlackFixture, type SlackFixture } from './fixture.js';

const ja = textsFor('ja');
const en = textsFor('en');

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  let fixture: SlackFixture;
  beforeAll(async () => {
    fixture = await openSlackFixture(mode);
  });
  afterAll(() => fixture.close());

  const called = (method: string) => fixture.slack.activity().filter((one) => one.method === method);
  const settled = (outcome: { status: number; error: string | undefined }) => {
    expect(outcome.error).toBeUndefined();
    expect(outcome.status).toBe(200);
  };

  it('`/spp` shows the menu to this person alone, in the person’s language', async () => {
    settled(await fixture.hanako.command('/spp'));
    settled(await fixture.emma.command('/spp', 'general'));
    const menu = await fixture.hanako.until('人権プログラム');
    expect(menu.ephemeral).toBe(true);
    expect(menu.buttons).toContain(ja.actions['member.settings'].title);
    expect((await fixture.emma.until('Human rights programme')).text).toContain('Emma Smith');
    expect(fixture.hanako.messages().some((message) => message.text.includes('Emma'))).toBe(false);
  });

  it('`/spp help` lists what can be done, and unknown words say that they were not understood', async () => {
    settled(await fixture.emma.command('/spp help'));
    await fixture.emma.until(en.members.helpIntroduction);
    settled(await fixture.emma.command('/spp qwertz'));
    await fixture.emma.until(en.members.notUnderstood);
  });

  it('a stranger learns how to get in', async () => {
    await fixture.stranger.say('hello');
    await fixture.stranger.until(ja.members.unknown);
  });

  it('a message is answered in the direct conversation, once, however often it is delivered', async () => {
    settled(await fixture.hanako.say('ヘルプ'));
    const answer = await fixture.hanako.until(ja.members.helpIntroduction);
    expect(answer.ephemeral).toBe(false);
    const delivery = fixture.slack.deliveries().at(-1);
    if (delivery === undefined) throw new Error('nothing was delivered');
    const before = fixture.hanako.messages().length;
    await nextSecond();
    await fixture.slack.redeliver(delivery, { times: 3, together: true });
    await fixture.slack.redeliver(delivery, { times: 2, newEventId: true });
    expect(fixture.hanako.messages().length).toBe(before);
  });

  it('a form asked for in words is offered behind a button', async () => {
    await fixture.emma.say('settings');
    const offer = await fixture.emma.until(en.chat.fillInAbove(en.actions['member.settings'].title));
    settled(await fixture.emma.press(en.chat.fillIn, offer));
    expect(fixture.emma.dialog?.title).toBe(en.actions['member.settings'].title);
    await fixture.emma.close();
  });

  it('a command opens its form; what is chosen is searched for, and the result stands in the same window', async () => {
    settled(await fixture.emma.command('/spp settings'));
    await fixture.emma.fill(en.members.timeZone, 'Europe/Berlin');
    settled(await fixture.emma.submit());
    expect(fixture.emma.dialog?.text).toContain(en.members.settingsChanged('Europe/Berlin'));
    expect(fixture.emma.dialog?.submitLabel).toBeUndefined();
    const person = await fixture.test.database.person.findUniqueOrThrow({ where: { email: 'emma@example.org' } });
    expect(person.timeZone).toBe('Europe/Berlin');
    await fixture.emma.close();
  });

  it('an error stands at its field, what was entered stays, and a corrected form goes through', async () => {
    settled(await fixture.stranger.command('/spp'));
    settled(await fixture.stranger.press(ja.actions['member.link'].title));
    await fixture.stranger.fill(ja.members.code, 'WRONG-CODE-0000');
    settled(await fixture.stranger.submit());
    const field = () => fixture.stranger.dialog?.fields.find((one) => one.label === ja.members.code);
    expect(field()?.error).toBe(ja.refusals.code_wrong({ triesLeft: 4 }));
    expect(field()?.value).toBe('WRONG-CODE-0000');
    // The same once more, as a double press sends it, is the same try; another code is another one.
    settled(await fixture.stranger.submit());
    expect(field()?.error).toBe(ja.refusals.code_wrong({ triesLeft: 4 }));
    await fixture.stranger.fill(ja.members.code, 'WRONG-CODE-2222');
    settled(await fixture.stranger.submit());
    expect(field()?.error).toBe(ja.refusals.code_wrong({ triesLeft: 3 }));
    await fixture.stranger.close();
  });

  it('what words propose is previewed, and the preview gives way to the result when it is confirmed', async () => {
    await fixture.ken.say('register MSM-1 online');
    const preview = await fixture.ken.until(en.chat.confirmFirst);
    expect(preview.text).toContain('Seminar <!channel> *one*');
    const registrations = () =>
      fixture.test.database.registration.count({ where: { person: { email: 'ken@company.example' } } });
    expect(await registrations()).toBe(0);
    settled(await fixture.ken.press(en.chat.confirm, preview));
    expect(await registrations()).toBe(1);
    await expect.poll(() => fixture.ken.messages().find((one) => one.id === preview.id)?.edits).toBe(1);
    expect(fixture.ken.messages().some((one) => one.text.includes(en.chat.confirmFirst))).toBe(false);
    const [press] = fixture.slack
      .deliveries()
      .filter((one) => one.what === 'block_actions')
      .slice(-1);
    if (press === undefined) throw new Error('no button was delivered');
    await nextSecond();
    const again = await fixture.slack.redeliver(press, { times: 2 });
    expect(again[0]?.status).toBe(200);
    expect(await registrations()).toBe(1);
  });

  it('what `/spp` had to interpret is shown first, what began with a command is done', async () => {
    const { ken } = fixture;
    const declined = () => fixture.test.database.registration.count({ where: { state: 'declined' } });
    settled(await ken.command('/spp MSM-1に参加しません'));
    await expect.poll(() => ken.messages().at(-1)?.text).toContain(en.chat.confirmFirst);
    expect(await declined()).toBe(0);
    settled(await ken.command('/spp decline MSM-1'));
    await expect.poll(declined).toBe(1);
  });

  it('Home is drawn when it is opened; its buttons answer in a modal, and a change draws it anew', async () => {
    settled(await fixture.hanako.openHome());
    expect(fixture.hanako.home?.text).toContain('人権プログラム');
    settled(await fixture.hanako.pressHome(ja.actions['help.show'].title));
    expect(fixture.hanako.dialog?.text).toContain(ja.members.helpIntroduction);
    settled(await fixture.hanako.press(ja.actions['member.settings'].title));
    expect(fixture.hanako.dialog?.title).toBe(ja.actions['member.settings'].title);
    await fixture.hanako.fill(ja.members.language, 'English');
    const published = called('views.publish').length;
    settled(await fixture.hanako.submit());
    await expect.poll(() => called('views.publish').length).toBeGreaterThan(published);
    expect(fixture.hanako.home?.text).toContain('Human rights programme');
    await fixture.test.database.person.updateMany({ where: { email: 'hanako@example.org' }, data: { language: 'ja' } });
    await fixture.hanako.close();
  });

  it('the shortcut opens the menu', async () => {
    settled(await fixture.hanako.shortcut('menu'));
    expect(fixture.hanako.dialog?.text).toContain('人権プログラム');
    await fixture.hanako.close();
  });

  it('a mention in a channel is answered privately, and its thread says so without anything personal', async () => {
    const before = fixture.emma.messages().length;
    settled(await fixture.hanako.mention('general', 'メニュー'));
    const note = await fixture.hanako.until(ja.chat.sentPrivately);
    expect(note.conversation).toBe('C0GENERAL');
    const [answer] = fixture.hanako.messages().filter((one) => one.text.includes('山田花子') && !one.ephemeral);
    expect(answer?.conversation).toMatch(/^D/);
    const seen = fixture.emma.messages().slice(before);
    expect(seen.some((one) => one.text.includes('山田花子'))).toBe(false);
  });

  it('someone of another workspace is someone else, even with the same e-mail', async () => {
    await fixture.guest.mention('general', 'menu');
    await fixture.guest.until(/./);
    expect(fixture.guest.messages().some((one) => one.text.includes('山田花子'))).toBe(false);
    const accounts = await fixture.test.database.account.findMany({ where: { userId: 'U0GUEST' } });
    expect(accounts).toMatchObject([{ tenant: 'T0OTHER', personId: null }]);
  });

  it('what is no word to the bot is passed over', async () => {
    const before = called('chat.postMessage').length;
    const direct = { channel: 'D0X', channel_type: 'im', user: 'U0HANAKO', text: 'メニュー' };
    for (const noise of [
      { bot_id: 'B0OTHER' },
      { subtype: 'message_changed' },
      { text: '   ' },
      { channel_type: 'channel' },
    ]) {
      await fixture.slack.event({ type: 'message', ts: '1.1', event_ts: '1.1', ...direct, ...noise });
    }
    expect(called('chat.postMessage').length).toBe(before);
  });

  it.each([
    ['without words is named', ''],
    ['is named above the answer to the words beside it', 'ヘルプ'],
  ])('a file that nothing takes %s', async (_how, words) => {
    await fixture.hanako.say('ヘルプ');
    const answer = await fixture.hanako.until(/./);
    await fixture.hanako.upload({ name: 'a.bin', content: new Uint8Array([7, 7, 7, 7]) }, words);
    const named = ja.files.unwanted('file', '「a.bin」');
    const toFile = await fixture.hanako.until(named);
    expect(toFile.text).toContain(words === '' ? ja.actions['programme.import'].title : answer.text);
    expect(toFile.text.startsWith(named)).toBe(true);
  });

  it('the account remembers where it can be written to', async () => {
    const account = await fixture.test.database.account.findFirstOrThrow({ where: { userId: 'U0HANAKO' } });
    expect(account.address).toMatchObject({ user: 'U0HANAKO', channel: expect.stringMatching(/^D/) });
    const outcome = await fixture.bot.gateway.deliver(
      { tenant: account.tenant, userId: account.userId, address: account.address },
      { message: { summary: 's', elements: [{ kind: 'text', text: 'お知らせ' }] }, language: 'ja', key: 'k' },
    );
    expect(outcome.outcome).toBe('delivered');
    await fixture.hanako.until('お知らせ');
  });

  it('nothing went wrong unnoticed', () => {
    expect(fixture.log.filter((entry) => entry.level === 'error')).toEqual([]);
  });
});
