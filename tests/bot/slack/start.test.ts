/** Starting tells at once, in a sentence, what is wrong with the configuration or the network. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlack, type SlackConfiguration } from '../../../bot/slack/app.js';
import { background } from '../../../bot/slack/slack-context.js';
import { SlackStartError } from '../../../bot/slack/start-error.js';
import { type Slack, startSlack } from '../../../playground/slack/start-slack.js';
import { systemClock } from '../../../programme/requests/context.js';
import type { Services } from '../../../programme/requests/services.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { buildServices } from '../../support/factories.js';

let slack: Slack;
let test: TestDatabase;
let services: Services;

beforeAll(async () => {
  slack = await startSlack({ app: { socketMode: true } });
  test = await createTestDatabase();
  services = { ...buildServices(test.database), clock: systemClock };
});
afterAll(async () => {
  await slack.close();
  await test.close();
});

async function failure(changes: Partial<SlackConfiguration>): Promise<unknown> {
  const configuration = {
    botToken: slack.botToken(),
    signingSecret: 's',
    slackApiUrl: slack.url,
    timeoutMilliseconds: 300,
    ...changes,
  };
  return await openSlack(services, configuration)
    .then(
      async (bot) => await bot.start().finally(() => bot.close()),
      (error: unknown) => error,
    )
    .catch((error: unknown) => error);
}

describe('a start', () => {
  it('names the workspace', async () => {
    const bot = await openSlack(services, { botToken: slack.botToken(), signingSecret: 's', slackApiUrl: slack.url });
    expect(bot.workspace).toEqual({ id: slack.workspace.id, name: slack.workspace.name });
    await bot.close();
  });

  it.each<[string, Partial<SlackConfiguration>, object]>([
    [
      'a wrong bot token',
      { botToken: 'xoxb-wrong' },
      { kind: 'refused', message: 'Slack refuses the bot token (invalid_auth).' },
    ],
    [
      'a wrong app token',
      { appToken: 'xapp-wrong' },
      { kind: 'refused', message: 'Slack refuses the app token (invalid_auth).' },
    ],
    ['neither secret nor app token', { signingSecret: '' }, { kind: 'refused' }],
    ['no Slack there', { slackApiUrl: 'http://127.0.0.1:1/api/' }, { kind: 'unreachable' }],
  ])('with %s is refused in one sentence', async (_, changes, expected) => {
    const error = await failure(changes);
    expect(error).toBeInstanceOf(SlackStartError);
    expect(error).toMatchObject(expected);
  });

  it('does not wait for a Slack that hangs', async () => {
    const stop = slack.trouble({ kind: 'hang', method: 'auth.test' });
    expect(await failure({})).toMatchObject({ kind: 'unreachable', message: 'Slack cannot be reached (timeout).' });
    stop();
  });
});

describe('what goes on after an answer', () => {
  it('is waited for before the bot is closed, also where it fails or begins more', async () => {
    const logged: string[] = [];
    const log = { info() {}, warn() {}, error: (_: object, sentence: string) => void logged.push(sentence) };
    const work = background({ ...services, log });
    const done: string[] = [];
    const later = (name: string, next?: () => void) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done.push(name);
      next?.();
    };
    work.run(
      'first',
      later('first', () => work.run('second', later('second'))),
    );
    work.run('broken', async () => await Promise.reject(new Error('broken')));
    const answered = work.track(later('answer'));
    await work.idle();
    expect(done.toSorted()).toEqual(['answer', 'first', 'second']);
    expect(logged).toEqual(['work in the background failed']);
    await answered;
    await expect(work.track(async () => await Promise.reject(new Error('told')))).rejects.toThrow('told');
  });
});
