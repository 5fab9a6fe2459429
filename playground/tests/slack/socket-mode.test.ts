/** Socket Mode with Bolt's own receiver. */
import { App, SocketModeReceiver } from '@slack/bolt';
import { expect, it, onTestFinished } from 'vitest';
import { openSlackClient } from '../../slack/client.js';
import { aiko, plain, quiet, refusalOf, section, slackForTest, webClient } from './bot.js';

it('opens with the app-level token only, delivers, takes acknowledgements with payloads, and reconnects', async () => {
  const slack = await slackForTest({ app: { socketMode: true } });
  expect(await refusalOf(webClient(slack).apps.connections.open({}))).toMatchObject({
    error: 'not_allowed_token_type',
  });
  expect(await refusalOf(webClient(slack, 'xapp-wrong').apps.connections.open({}))).toMatchObject({
    error: 'invalid_auth',
  });
  expect(await refusalOf(webClient(slack, slack.app.appToken).auth.test())).toMatchObject({
    error: 'not_allowed_token_type',
  });

  const clientOptions = { slackApiUrl: slack.url, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: slack.app.appToken,
    logger: quiet,
    installerOptions: { clientOptions },
  });
  const app = new App({ token: slack.botToken(), receiver, clientOptions, logger: quiet });
  app.message(async ({ say, body }) => {
    await say(`heard ${body.event_id}`);
  });
  app.command('/spp', async ({ ack, body, client }) => {
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'form',
        title: plain('Form'),
        submit: plain('Send'),
        blocks: [
          section('x'),
          { type: 'input', block_id: 'a', label: plain('Name'), element: { type: 'plain_text_input', action_id: 'a' } },
        ],
      },
    });
    await ack('see the form');
  });
  app.view('form', async ({ ack }) => {
    await ack({ response_action: 'errors', errors: { a: 'No' } });
  });
  await app.start();
  onTestFinished(async () => {
    await app.stop();
  });
  expect(slack.sockets()).toBe(1);

  const person = openSlackClient(slack, aiko.id);
  expect(await person.say('hello')).toMatchObject({ status: 200 });
  await person.until('heard Ev');
  await person.command('/spp');
  expect(person.messages().at(-1)?.text).toBe('see the form');
  await person.fill('Name', 'x');
  expect((await person.submit()).error).toBeUndefined();
  expect(person.dialog?.fields[0]?.error).toBe('No');

  await app.stop();
  await expect.poll(() => slack.sockets()).toBe(0);
  expect((await person.command('/spp')).error).toBe('dispatch_failed');
});
