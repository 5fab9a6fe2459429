/** That every command in a Slack client session reaches the bot as Slack would send it, and that the client session shows what the bot makes of it. */
import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { aiko as aikoOptions, type BoltApp, button, general, plain, section } from '../slack/bot.js';
import { openSlackSessions, type SlackPageSession } from './slack-sessions.js';

const option = (text: string, value: string) => ({ text: plain(text), value });

describe('saying', () => {
  it('reaches the bot in the direct conversation, in threads, and with files', async () => {
    const heard: unknown[] = [];
    const { aiko, handedIn } = await openSlackSessions((app) => {
      app.message(async ({ message, say }) => {
        if (!('user' in message)) return;
        const { text = '' } = 'text' in message ? message : {};
        const files = 'files' in message ? message.files?.map(({ name }) => name) : undefined;
        heard.push([text, message.channel_type, 'thread_ts' in message ? message.thread_ts : undefined, files]);
        await say(`heard ${text}`);
      });
    });
    await aiko.does({ do: 'say', conversation: aiko.direct, text: ' 1 < 2 & 3 ' });
    const answer = await aiko.hears('heard 1 &lt; 2 &amp; 3');
    await aiko.does({ do: 'say', conversation: aiko.direct, text: 'deeper', thread: answer.ts });
    handedIn.set('id-1', { name: '方針.pdf', content: Buffer.from('pdf') });
    await aiko.does({ do: 'say', conversation: aiko.direct, text: '', files: ['id-1'] });
    await expect.poll(() => heard).toHaveLength(3);
    expect(heard).toEqual([
      ['1 &lt; 2 &amp; 3', 'im', undefined, undefined],
      ['deeper', 'im', answer.ts, undefined],
      ['', 'im', undefined, ['方針.pdf']],
    ]);
    expect(aiko.messages().find(({ text }) => text === 'deeper')?.thread).toBe(answer.ts);
    expect(aiko.messages().findLast(({ from }) => from.kind === 'self')?.files).toMatchObject([{ name: '方針.pdf' }]);
    const say = { do: 'say', conversation: aiko.direct } as const;
    expect(await aiko.refused({ ...say, text: ' ' })).toMatch(/write something/);
    expect(await aiko.refused({ ...say, text: 'x'.repeat(40_001) })).toMatch(/at most 40000/);
    expect(await aiko.refused({ ...say, text: 'x', files: ['id-2'] })).toMatch(/file is gone/);
    expect(await aiko.refused({ ...say, text: 'x', thread: '1.2' })).toMatch(/thread has been deleted/);
    expect(await aiko.refused({ ...say, conversation: 'C0NONE', text: 'x' })).toMatch(/not in this conversation/);
  });

  it('mentions the bot in a channel where the text begins so', async () => {
    const heard: unknown[] = [];
    const { aiko } = await openSlackSessions(
      (app) => {
        app.event('app_mention', async ({ event }) => {
          heard.push(event.text);
        });
      },
      { app: { name: 'SPP Assistant', events: ['app_mention', 'message.im'] } },
    );
    const say = { do: 'say', conversation: general.id } as const;
    await aiko.does({ ...say, text: '@spp assistant 予約 <したい>' });
    await aiko.does({ ...say, text: '＠SPP Assistantへ' });
    expect(heard).toEqual(['<@U0BOT00001> 予約 &lt;したい&gt;', '<@U0BOT00001> へ']);
    expect(aiko.messages()[0]).toMatchObject({
      blocks: [
        {
          elements: [
            {
              elements: [
                { type: 'user', user_id: 'U0BOT00001' },
                { type: 'text', text: ' 予約 <したい>' },
              ],
            },
          ],
        },
      ],
    });
    await aiko.does({ ...say, text: 'about @SPP Assistant' });
    await aiko.does({ ...say, text: '@SPP Assistants' });
    expect(heard).toHaveLength(2);
    const outside = await aiko.clientSession.carryOut({ ...say, conversation: 'C0ELSE', text: '@SPP Assistant' });
    expect(outside.error).toBe('SPP Assistant is not in this channel.');
  });
});

describe('commands, shortcuts and the Home tab', () => {
  it('runs commands where they are typed, with their errors in Slack’s words', async () => {
    const { aiko, ben } = await openSlackSessions(
      (app) => {
        app.command('/spp', async ({ ack, command }) => ack(`${command.channel_id}: ${command.text}`));
        app.command('/broken', async () => {
          throw new Error('broken');
        });
      },
      { app: { commands: ['/spp', '/broken'] } },
    );
    await aiko.does({ do: 'slash command', conversation: general.id, line: '/spp  予定 ' });
    expect(await aiko.hears('C0GENERAL: 予定')).toMatchObject({ ephemeral: true, conversation: general.id });
    expect(ben.messages()).toEqual([]);
    const run = async (line: string) =>
      (await aiko.clientSession.carryOut({ do: 'slash command', conversation: aiko.direct, line })).error;
    expect(await run('/none')).toBe('/none is not a valid command.');
    expect(await run('/broken')).toBe('http_service_error');
  });

  it('runs shortcuts, also on a message, and opens the Home tab', async () => {
    const seen: unknown[] = [];
    const { aiko, client } = await openSlackSessions((app) => {
      app.shortcut(/.*/, async ({ ack, shortcut }) => {
        await ack();
        seen.push(shortcut.type, 'message' in shortcut ? shortcut.message.text : undefined);
      });
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [section('Welcome')] } });
      });
    });
    const { ts = '' } = await client.chat.postMessage({ channel: general.id, text: 'this one' });
    await aiko.does({ do: 'shortcut', callbackId: 'menu' });
    await aiko.does({ do: 'shortcut', callbackId: 'keep', on: { conversation: general.id, ts } });
    expect(seen).toEqual(['shortcut', undefined, 'message_action', 'this one']);
    await aiko.does({ do: 'open home' });
    await expect.poll(() => aiko.screen().home).toMatchObject({ blocks: [{ text: { text: 'Welcome' } }], state: {} });
    await client.chat.delete({ channel: general.id, ts });
    const gone = { do: 'shortcut', callbackId: 'keep', on: { conversation: general.id, ts } } as const;
    expect(await aiko.refused(gone)).toMatch(/message has been deleted/);
  });
});

describe('pressing', () => {
  const blocks: KnownBlock[] = [
    section('Choose'),
    {
      type: 'actions',
      block_id: 'row',
      elements: [
        button('Yes', 'yes', '1'),
        { ...button('Site', 'site'), url: 'https://example.org/' },
        { type: 'overflow', action_id: 'more', options: [option('Edit', 'edit'), option('Drop', 'drop')] },
        { type: 'datepicker', action_id: 'day' },
      ],
    },
  ];

  it('reports buttons, links and entries of menus in messages and at home', async () => {
    const actions: unknown[] = [];
    const { aiko, ben, client } = await openSlackSessions((app) => {
      app.action(/.*/, async ({ ack, action }) => {
        await ack();
        actions.push({ ...action });
      });
    });
    await client.chat.postEphemeral({ channel: general.id, user: aikoOptions.id, text: 'choose', blocks });
    const { ts, conversation } = await aiko.hears('choose');
    const place = { conversation, ts };
    const row = { do: 'press', place, block: 'row' } as const;
    await aiko.does({ ...row, action: 'yes' });
    await aiko.does({ ...row, action: 'site' });
    await aiko.does({ ...row, action: 'more', option: 1 });
    await client.views.publish({ user_id: aikoOptions.id, view: { type: 'home', blocks } });
    const view = aiko.screen().home?.id ?? '';
    await aiko.does({ do: 'press', place: { view }, block: 'row', action: 'yes' });
    expect(actions).toMatchObject([
      { type: 'button', action_id: 'yes', value: '1' },
      { type: 'button', action_id: 'site', url: 'https://example.org/' },
      { type: 'overflow', selected_option: { value: 'drop' } },
      { type: 'button', action_id: 'yes', value: '1' },
    ]);
    expect(await ben.refused({ ...row, action: 'yes' })).toMatch(/message has been deleted/);
    expect(await ben.refused({ do: 'press', place: { view }, block: 'row', action: 'yes' })).toMatch(/not open/);
    expect(await aiko.refused({ ...row, action: 'none' })).toMatch(/no longer/);
    expect(await aiko.refused({ ...row, action: 'more', option: 2 })).toMatch(/no longer/);
    expect(await aiko.refused({ ...row, action: 'day' })).toMatch(/no longer/);
    expect(await aiko.refused({ do: 'enter', place, block: 'row', action: 'yes', value: 'x' })).toMatch(/no longer/);
  });

  it('says in Slack’s words that the bot did not answer', async () => {
    const { aiko, client } = await openSlackSessions((app) => {
      app.action('yes', async () => {
        throw new Error('broken');
      });
    });
    await client.chat.postMessage({ channel: aikoOptions.id, text: 'choose', blocks });
    const { ts, conversation } = await aiko.hears('choose');
    const done = await aiko.clientSession.carryOut({
      do: 'press',
      place: { conversation, ts },
      block: 'row',
      action: 'yes',
    });
    expect(done).toMatchObject({ status: 500, error: 'http_service_error' });
  });
});

function form(title: string, extra: Partial<ModalView> = {}): ModalView {
  const element = { type: 'plain_text_input' as const, action_id: 'value' };
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(title),
    submit: plain('Send'),
    blocks: [{ type: 'input', block_id: 'name', label: plain('Name'), element }],
    ...extra,
  };
}

/** A bot that opens this view at /spp. */
function opens(app: BoltApp, view: () => ModalView): void {
  app.command('/spp', async ({ ack, body, client }) => {
    await client.views.open({ trigger_id: body.trigger_id, view: view() });
    await ack();
  });
}

async function openModal(person: SlackPageSession): Promise<string> {
  await person.does({ do: 'slash command', conversation: person.direct, line: '/spp' });
  return person.screen().modals.at(-1)?.id ?? '';
}

describe('modals', () => {
  it('stack, show errors at fields, and close one by one or all at once', async () => {
    const closed: unknown[] = [];
    const { aiko } = await openSlackSessions((app) => {
      opens(app, () => form('First', { close: plain('Cancel') }));
      app.view('form', async ({ ack, view }) => {
        const name = view.state.values.name?.value?.value;
        if (name === 'bad') return ack({ response_action: 'errors', errors: { name: 'Not that name' } });
        if (name === 'broken') throw new Error('broken');
        if (name === 'deeper') return ack({ response_action: 'push', view: form('Second', { notify_on_close: true }) });
        await ack();
      });
      app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
        closed.push(body.view.title.text);
        await ack();
      });
    });
    const view = await openModal(aiko);
    const enter = (value: string) => [{ block: 'name', action: 'value', value }];
    expect(aiko.screen().modals).toMatchObject([{ title: 'First', submit: 'Send', close: 'Cancel', errors: {} }]);
    await aiko.does({ do: 'submit', view, entered: [] });
    expect(aiko.screen().modals[0]?.errors).toEqual({ name: 'Please complete this required field.' });
    await aiko.does({ do: 'submit', view, entered: enter('bad') });
    expect(aiko.screen().modals[0]).toMatchObject({
      errors: { name: 'Not that name' },
      state: { name: { value: { type: 'plain_text_input', value: 'bad' } } },
    });
    const broken = await aiko.clientSession.carryOut({ do: 'submit', view, entered: enter('broken') });
    expect(broken.error).toBe('We had some trouble connecting. Try again? (http_service_error)');
    expect(aiko.screen().modals[0]?.errors).toEqual({});
    await aiko.does({ do: 'submit', view, entered: enter('deeper') });
    const [below, second] = aiko.screen().modals;
    expect([below?.title, second?.title, second?.close]).toEqual(['First', 'Second', null]);
    expect(await aiko.refused({ do: 'submit', view, entered: [] })).toMatch(/not open/);
    expect(await aiko.refused({ do: 'close', view, all: false })).toMatch(/not open/);
    await aiko.does({ do: 'close', view: second?.id ?? '', all: false });
    expect(aiko.screen().modals.map(({ title }) => title)).toEqual(['First']);
    await aiko.does({ do: 'submit', view, entered: enter('deeper') });
    await aiko.does({ do: 'close', view: aiko.screen().modals[1]?.id ?? '', all: true });
    expect(aiko.screen().modals).toEqual([]);
    expect(closed).toEqual(['Second', 'Second']);
    expect(await aiko.refused({ do: 'submit', view, entered: [] })).toMatch(/not open/);
    // What is closed already need not be closed.
    await aiko.does({ do: 'close', view, all: false });
  });

  it('are sent once however often the button is pressed, and not without one', async () => {
    let submitted = 0;
    let release = () => {};
    const pressedTwice = new Promise<void>((resolve) => {
      release = resolve;
    });
    let view = form('Form');
    const { aiko } = await openSlackSessions((app) => {
      opens(app, () => view);
      app.view('form', async ({ ack }) => {
        submitted += 1;
        await pressedTwice;
        await ack();
      });
    });
    const id = await openModal(aiko);
    const submit = { do: 'submit', view: id, entered: [{ block: 'name', action: 'value', value: 'x' }] } as const;
    const twice = [aiko.does(submit), aiko.does(submit)];
    release();
    await Promise.all(twice);
    expect(submitted).toBe(1);
    view = { type: 'modal', title: plain('Notice'), blocks: [section('Read this')] };
    expect(await aiko.refused({ do: 'submit', view: await openModal(aiko), entered: [] })).toMatch(/no longer/);
  });

  it('keep what was entered when the bot redraws them', async () => {
    const { aiko, client } = await openSlackSessions((app) => opens(app, () => form('One')));
    const view = await openModal(aiko);
    const before = aiko.screen().modals[0]?.hash;
    await aiko.does({ do: 'enter', place: { view }, block: 'name', action: 'value', value: 'typed' });
    await client.views.update({ view_id: view, view: form('Two') });
    const [redrawn] = aiko.screen().modals;
    expect(redrawn).toMatchObject({ id: view, title: 'Two', state: { name: { value: { value: 'typed' } } } });
    expect(redrawn?.hash).not.toBe(before);
  });
});
