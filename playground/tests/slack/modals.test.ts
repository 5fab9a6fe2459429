/** Modals and the Home tab: triggers, the stack of three, response_action, state and hashes. */
import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { button, openSlackFixture, plain, refusalOf, section, webClient } from './bot.js';

function form(title: string, extra: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(title),
    submit: plain('Send'),
    close: plain('Cancel'),
    private_metadata: 'kept',
    blocks: [
      section('Please tell us'),
      {
        type: 'input',
        block_id: 'name',
        label: plain('Name'),
        element: { type: 'plain_text_input', action_id: 'value', max_length: 10 },
      },
      {
        type: 'input',
        block_id: 'day',
        label: plain('Day'),
        optional: true,
        element: { type: 'datepicker', action_id: 'value' },
      },
      {
        type: 'input',
        block_id: 'agree',
        label: plain('Consent'),
        optional: true,
        element: { type: 'checkboxes', action_id: 'value', options: [{ text: plain('I agree'), value: 'yes' }] },
      },
    ],
    ...extra,
  };
}

describe('modals', () => {
  it('opens from a command, takes values, shows errors at fields, closes on success', async () => {
    const submitted: unknown[] = [];
    const { aiko } = await openSlackFixture((app) => {
      app.command('/spp', async ({ ack, body, client }) => {
        await client.views.open({ trigger_id: body.trigger_id, view: form('Form') });
        await ack();
      });
      app.view('form', async ({ ack, view }) => {
        submitted.push(view.state.values);
        if (view.state.values.name?.value?.value === 'bad')
          await ack({ response_action: 'errors', errors: { name: 'Not that name' } });
        else await ack();
      });
    });
    expect((await aiko.command('/spp form')).error).toBeUndefined();
    expect(aiko.dialog).toMatchObject({ title: 'Form', text: 'Please tell us', submitLabel: 'Send' });
    expect(aiko.dialog?.fields.map(({ label, kind, required }) => ({ label, kind, required }))).toEqual([
      { label: 'Name', kind: 'text', required: true },
      { label: 'Day', kind: 'date', required: false },
      { label: 'Consent', kind: 'yes/no', required: false },
    ]);
    expect((await aiko.submit()).error).toMatch(/required/);
    expect(submitted).toEqual([]);
    await aiko.fill('Name', 'much too long a name');
    expect((await aiko.submit()).error).toMatch(/at most 10/);
    await aiko.fill('Name', 'bad');
    await aiko.fill('Day', '2024-11-07');
    await aiko.fill('Consent', true);
    expect((await aiko.submit()).error).toBeUndefined();
    expect(aiko.dialog?.fields[0]).toMatchObject({ value: 'bad', error: 'Not that name' });
    await aiko.fill('Name', 'Aiko');
    await aiko.press('Send');
    expect(aiko.dialog).toBeUndefined();
    expect(submitted.at(-1)).toMatchObject({
      name: { value: { type: 'plain_text_input', value: 'Aiko' } },
      day: { value: { type: 'datepicker', selected_date: '2024-11-07' } },
      agree: { value: { selected_options: [{ value: 'yes' }] } },
    });
    await expect(aiko.fill('Name', 'x')).rejects.toThrow('No field "Name"');
  });

  it('refuses errors for blocks that are no inputs, and bad views, as the client would', async () => {
    const answers: ModalView[] = [form('x'.repeat(25))];
    const { aiko } = await openSlackFixture((app) => {
      app.command('/spp', async ({ ack, body, client }) => {
        await client.views.open({ trigger_id: body.trigger_id, view: form('Form') });
        await ack();
      });
      app.view('form', async ({ ack, view }) => {
        if (view.state.values.name?.value?.value === 'errors')
          return ack({ response_action: 'errors', errors: { elsewhere: 'No' } });
        const next = answers.pop();
        return next === undefined ? ack({ response_action: 'clear' }) : ack({ response_action: 'update', view: next });
      });
    });
    await aiko.command('/spp');
    await aiko.fill('Name', 'errors');
    expect((await aiko.submit()).error).toMatch(/We had some trouble connecting.*elsewhere/);
    await aiko.fill('Name', 'update');
    expect((await aiko.submit()).error).toMatch(/trouble connecting.*less than 25 characters/);
    expect(aiko.dialog).toBeDefined();
    expect((await aiko.submit()).error).toBeUndefined();
    expect(aiko.dialog).toBeUndefined();
  });

  it('stacks three views, pushes no fourth, and tells of closing only when asked to', async () => {
    const closed: unknown[] = [];
    const states: unknown[] = [];
    let pushed = 1;
    const { aiko } = await openSlackFixture((app) => {
      app.command('/spp', async ({ ack, body, client }) => {
        await client.views.open({ trigger_id: body.trigger_id, view: form('View 1') });
        await ack();
      });
      app.view('form', async ({ ack }) => {
        pushed += 1;
        await ack({ response_action: 'push', view: form(`View ${pushed}`, { notify_on_close: true }) });
      });
      app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
        await ack();
        closed.push(
          'is_cleared' in body && body.is_cleared,
          body.view.title.text,
          body.view.previous_view_id === null,
          body.view.root_view_id === body.view.id,
        );
        states.push(body.view.state.values);
      });
    });
    await aiko.command('/spp');
    for (const title of ['View 2', 'View 3']) {
      await aiko.fill('Name', 'a');
      expect((await aiko.submit()).error).toBeUndefined();
      expect(aiko.dialog?.title).toBe(title);
    }
    await aiko.fill('Name', 'a');
    expect((await aiko.submit()).error).toMatch(/push_limit_reached/);
    await aiko.close();
    expect(aiko.dialog?.title).toBe('View 2');
    expect(closed).toEqual([false, 'View 3', false, false]);
    await aiko.dismiss();
    expect(aiko.dialog).toBeUndefined();
    expect(closed.slice(4)).toEqual([true, 'View 2', false, false]);
    // What was typed into a closed view stays in the client.
    expect(states).toEqual([{}, {}]);
  });

  it('exchanges a trigger once, within three seconds, and pushes only from a modal', async () => {
    let now = new Date('2024-06-03T09:00:00Z');
    let trigger = '';
    const { aiko, slack } = await openSlackFixture(
      (app) => {
        app.command('/spp', async ({ ack, body }) => {
          trigger = body.trigger_id;
          await ack();
        });
      },
      { clock: () => now },
    );
    const client = webClient(slack);
    await aiko.command('/spp');
    now = new Date(now.valueOf() + 3_001);
    expect(await refusalOf(client.views.open({ trigger_id: trigger, view: form('Late') }))).toMatchObject({
      error: 'expired_trigger_id',
    });
    await aiko.command('/spp');
    now = new Date(now.valueOf() + 3_000);
    expect(await refusalOf(client.views.push({ trigger_id: trigger, view: form('No modal') }))).toMatchObject({
      error: 'not_found',
    });
    await aiko.command('/spp');
    await client.views.open({ trigger_id: trigger, view: form('In time') });
    expect(await refusalOf(client.views.open({ trigger_id: trigger, view: form('Again') }))).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    expect(await refusalOf(client.views.open({ trigger_id: 'made.up', view: form('Again') }))).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('keeps what was typed when a view is redrawn with the same ids, and guards by hash and external_id', async () => {
    let trigger = '';
    const { aiko, slack } = await openSlackFixture((app) => {
      app.command('/spp', async ({ ack, body }) => {
        trigger = body.trigger_id;
        await ack();
      });
    });
    const client = webClient(slack);
    await aiko.command('/spp');
    const { view } = await client.views.open({ trigger_id: trigger, view: form('One', { external_id: 'mine' }) });
    await aiko.fill('Name', 'typed');
    await client.views.update({
      external_id: 'mine',
      hash: view?.hash ?? '',
      view: form('Two', { external_id: 'mine' }),
    });
    expect(aiko.dialog).toMatchObject({ title: 'Two' });
    expect(aiko.dialog?.fields[0]?.value).toBe('typed');
    expect(
      await refusalOf(client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: form('Three') })),
    ).toMatchObject({ error: 'hash_conflict' });
    await aiko.command('/spp');
    expect(
      await refusalOf(client.views.open({ trigger_id: trigger, view: form('Four', { external_id: 'mine' }) })),
    ).toMatchObject({ error: 'duplicate_external_id' });
    await aiko.close();
    expect(await refusalOf(client.views.update({ view_id: view?.id ?? '', view: form('Five') }))).toMatchObject({
      error: 'not_found',
    });
    const huge = form('Six', {
      blocks: Array.from({ length: 90 }, (_, index) => section(`${index}`.padEnd(2900, 'x'))),
    });
    expect(await refusalOf(client.views.open({ trigger_id: trigger, view: huge }))).toMatchObject({
      error: 'view_too_large',
    });
  });

  it('asks the bot for the options of an external menu and dispatches where it is wished', async () => {
    const seen: unknown[] = [];
    const { aiko } = await openSlackFixture((app) => {
      app.command('/spp', async ({ ack, body, client }) => {
        await client.views.open({
          trigger_id: body.trigger_id,
          view: form('Menu', {
            blocks: [
              {
                type: 'input',
                block_id: 'firm',
                dispatch_action: true,
                label: plain('Company'),
                element: { type: 'external_select', action_id: 'firm', min_query_length: 0 },
              },
              { type: 'actions', elements: [button('Next', 'next', '1')] },
            ],
          }),
        });
        await ack();
      });
      app.options('firm', async ({ ack, options }) => {
        seen.push(options.value);
        await ack({ options: [{ text: plain('Acme'), value: 'acme' }] });
      });
      app.action('firm', async ({ ack, action }) => {
        await ack();
        seen.push(action);
      });
      app.action('next', async ({ ack, body, client }) => {
        await ack();
        if ('trigger_id' in body) await client.views.push({ trigger_id: body.trigger_id, view: form('Deeper') });
      });
    });
    await aiko.command('/spp');
    await aiko.fill('Company', 'Acme');
    expect(seen[0]).toBe('Acme');
    expect(seen[1]).toMatchObject({ type: 'external_select', selected_option: { value: 'acme' } });
    await expect(aiko.fill('Company', 'Other')).rejects.toThrow('no option "Other"; there are: Acme');
    await aiko.press('Next');
    await expect.poll(() => aiko.dialog?.title).toBe('Deeper');
  });
});

describe('the Home tab', () => {
  it('is published on opening, per person, and its buttons act', async () => {
    const pressed: unknown[] = [];
    const { aiko, ben, slack } = await openSlackFixture((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: {
            type: 'home',
            blocks: [section(`Hello <@${event.user}>`), { type: 'actions', elements: [button('Book', 'book')] }],
          },
        });
      });
      app.action('book', async ({ ack, body }) => {
        await ack();
        if (body.type === 'block_actions') pressed.push(body.container, body.view?.type, body.response_url);
      });
    });
    await aiko.openHome();
    await expect.poll(() => aiko.home?.text).toBe('Hello @Aiko Mori');
    expect(ben.home).toBeUndefined();
    await aiko.pressHome('Book');
    expect(pressed).toMatchObject([{ type: 'view' }, 'home', undefined]);
    expect(
      await refusalOf(webClient(slack).views.publish({ user_id: 'U0NOBODY', view: { type: 'home', blocks: [] } })),
    ).toMatchObject({ error: 'user_not_found' });
    await aiko.openHome();
    expect(slack.deliveries().at(-1)?.payload.event).toMatchObject({ tab: 'home', view: { type: 'home' } });
  });

  it('runs shortcuts', async () => {
    const seen: unknown[] = [];
    const { aiko, slack } = await openSlackFixture((app) => {
      app.shortcut('make', async ({ ack, shortcut }) => {
        await ack();
        seen.push(shortcut.type, shortcut.type === 'message_action' ? shortcut.message.text : '');
      });
    });
    await webClient(slack).chat.postMessage({ channel: aiko.user.id, text: 'here' });
    await aiko.shortcut('make');
    await aiko.shortcut('make', aiko.messages()[0]);
    expect(seen).toEqual(['shortcut', '', 'message_action', 'here']);
  });
});
