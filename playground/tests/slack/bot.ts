/** A real Bolt app for tests to drive against the stand-in, over HTTP or Socket Mode, and the Slack it talks to. */
import { App, ExpressReceiver, LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { openSlackClient, type SlackClient } from '../../slack/client.js';
import type { SlackOptions } from '../../slack/options.js';
import { type Slack, startSlack } from '../../slack/start-slack.js';

export type BoltApp = App;

export const aiko = {
  id: 'U0AIKO',
  real_name: 'Aiko Mori',
  email: 'aiko@example.com',
  tz: 'Asia/Tokyo',
  locale: 'ja-JP',
};
export const ben = { id: 'U0BEN', real_name: 'Ben Hall', email: 'ben@example.com' };
export const general = { id: 'C0GENERAL', name: 'general', members: ['U0AIKO', 'U0BEN'], bot: true };

export const people: SlackOptions = {
  workspaces: [{ users: [aiko, ben], channels: [general, { id: 'C0ELSE', name: 'else', members: ['U0AIKO'] }] }],
};

/** A Slack with Aiko, Ben and a channel, closed when the test ends. */
export async function slackForTest(options: SlackOptions = {}): Promise<Slack> {
  const slack = await startSlack({ ...people, ...options });
  onTestFinished(() => slack.close());
  return slack;
}

/** A logger that keeps expected refusals out of the tests' output. */
export const quiet = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** The SDK's client with retries off, so that every answer is seen. */
export function webClient(slack: Slack, token = slack.botToken()): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
}

/** Starts a Bolt app behind an ExpressReceiver and connects the stand-in to it; closed when the test ends. */
export async function startBot(
  slack: Slack,
  register: (app: BoltApp) => void,
  signingSecret = slack.app.signingSecret,
): Promise<string> {
  const { url, close } = await openBot(slack, register, signingSecret);
  onTestFinished(close);
  return url;
}

/** The same, for tests that close it themselves. */
export async function openBot(
  slack: Slack,
  register: (app: BoltApp) => void,
  signingSecret = slack.app.signingSecret,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const receiver = new ExpressReceiver({ signingSecret, logger: quiet });
  const app = new App({
    token: slack.botToken(),
    receiver,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.url, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  });
  register(app);
  const server = await receiver.start(0);
  const close = async () => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    await receiver.stop();
  };
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bot has no port');
  const url = `http://127.0.0.1:${address.port}/slack/events`;
  await slack.connect(url);
  return { url, close };
}

export interface SlackFixture {
  readonly slack: Slack;
  readonly aiko: SlackClient;
  readonly ben: SlackClient;
}

/** A Slack, a bot and two people. */
export async function openSlackFixture(
  register: (app: BoltApp) => void,
  options: SlackOptions = {},
): Promise<SlackFixture> {
  const slack = await slackForTest(options);
  await startBot(slack, register);
  return { slack, aiko: openSlackClient(slack, aiko.id), ben: openSlackClient(slack, ben.id) };
}

/** The platform error of a refused call, with Slack's own data. */
export async function refusalOf(call: Promise<unknown>): Promise<Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && 'data' in error && typeof error.data === 'object' && error.data !== null)
      return { ...error.data };
    throw error;
  }
  throw new Error('The call was not refused');
}

export function section(text: string): { type: 'section'; text: { type: 'mrkdwn'; text: string } } {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

export function plain(text: string): { type: 'plain_text'; text: string } {
  return { type: 'plain_text', text };
}

export function button(text: string, action_id: string, value?: string) {
  return { type: 'button' as const, text: plain(text), action_id, ...(value === undefined ? {} : { value }) };
}
