/** A start is not ended by a limit that ran out while the process was held up, and says what takes long. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reachDatabase } from '../../app/reach-database.js';
import { ranOutOfTime, takeStep } from '../../app/step.js';
import { openSlack } from '../../bot/slack/app.js';
import { type Slack, startSlack } from '../../playground/slack/start-slack.js';
import { systemClock } from '../../programme/requests/context.js';
import type { Services } from '../../programme/requests/services.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildServices } from '../support/factories.js';

let slack: Slack;
let test: TestDatabase;
let services: Services;
let lines: string[];

beforeAll(async () => {
  slack = await startSlack({});
  test = await createTestDatabase();
  services = { ...buildServices(test.database), clock: systemClock };
});
afterAll(async () => {
  await slack.close();
  await test.close();
});
beforeEach(() => {
  lines = [];
});

const log = (line: string) => void lines.push(line);

const LIMIT_MILLISECONDS = 1_000;

/** As loading modules does. */
function holdEventLoop(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Asks a Slack in this same process, which is held up meanwhile in the first attempts. */
function askHeldUp(attempts: { count: number }, heldUp: number) {
  return async () => {
    attempts.count += 1;
    const opening = openSlack(services, {
      botToken: slack.botToken(),
      signingSecret: 's',
      slackApiUrl: slack.url,
      timeoutMilliseconds: LIMIT_MILLISECONDS,
    });
    if (attempts.count <= heldUp) setTimeout(holdEventLoop, 0, 2 * LIMIT_MILLISECONDS);
    const bot = await opening;
    await bot.close();
    return bot.workspace.id;
  };
}

describe('a limit that runs out', () => {
  it('while the process is held up is no reason to give up', async () => {
    const attempts = { count: 0 };
    expect(await takeStep('Asking Slack', askHeldUp(attempts, 2), { log })).toBe(slack.workspace.id);
    expect(attempts.count).toBeGreaterThan(2);
    expect(lines).toContain('Asking Slack took longer than it may, as this machine is busy: trying again …');
  });

  it('would end the start without that: the negative control', async () => {
    await expect(askHeldUp({ count: 0 }, 1)()).rejects.toThrow('Slack cannot be reached (timeout).');
  });

  it('while nothing holds the process up is told', async () => {
    const stop = slack.trouble({ kind: 'hang', method: 'auth.test' });
    await expect(takeStep('Asking Slack', askHeldUp({ count: 0 }, 0), { log })).rejects.toThrow(
      'Slack cannot be reached (timeout).',
    );
    stop();
  });
});

it('does nothing again that failed for another reason, however long the process was held up', async () => {
  let attempts = 0;
  const work = async () => {
    attempts += 1;
    holdEventLoop(500);
    throw new Error('Slack refuses the bot token (invalid_auth).');
  };
  await expect(takeStep('Asking Slack', work, { log })).rejects.toThrow('invalid_auth');
  expect(attempts).toBe(1);
  expect(lines).toEqual([]);
});

it('says what it does once that takes long, and again and again', async () => {
  let told: (value: string) => void = () => {};
  const work = () =>
    new Promise<string>((resolve) => {
      told = resolve;
    });
  const three = takeStep('Opening the queue', work, {
    log(line) {
      log(line);
      if (lines.length === 3) told('opened');
    },
    quietMilliseconds: 1,
    repeatMilliseconds: 1,
  });
  expect(await three).toBe('opened');
  for (const line of lines) expect(line).toMatch(/^Opening the queue … \(\d+ s\)$/);
});

describe('what ran out of time', () => {
  it.each<[string, Error]>([
    ['a request', new DOMException('The operation was aborted due to timeout', 'TimeoutError')],
    ['a connection', Object.assign(new Error('connect 10.0.0.1:5432'), { code: 'ETIMEDOUT' })],
    ['a new connection of pg', new Error('timeout expired')],
    ['a connection of its pool', new Error('timeout exceeded when trying to connect')],
    ['a cause', new Error('The queue could not be opened.', { cause: new Error('Command timed out') })],
    ['one of several addresses', new AggregateError([new Error('connect ETIMEDOUT')], '')],
  ])('%s is known', (_, error) => {
    expect(ranOutOfTime(error)).toBe(true);
  });

  it('is not what was refused', async () => {
    const refused = await reachDatabase('postgresql://spp@127.0.0.1:1/spp').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Error);
    expect(ranOutOfTime(refused)).toBe(false);
    expect(ranOutOfTime('timeout')).toBe(false);
  });
});
