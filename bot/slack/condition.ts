/** Knows whether Slack still takes this app's token and brings it events, for the health check; says in the log when that changes. */
import { type WebAPICallResult, WebClient, type WebClientOptions } from '@slack/web-api';
import type { Log } from '../../programme/requests/services.js';
import { refusedToken } from './api-errors.js';

/** Slack says that it leaves events out once a minute for as long as it does (docs.slack.dev/apis/events-api#rate-limiting). */
const THROTTLED_MILLISECONDS = 120_000;

export interface Condition {
  /** What does not work, in one sentence each, without names of people. */
  problems(): readonly string[];
  /** What one call of the Web API came to; null: Slack took it. */
  called(error: unknown): void;
  /** Slack has left events out. */
  throttled(): void;
  /** Whether Socket Mode is connected. */
  connected(is: boolean): void;
}

/** @param now in milliseconds; only how much of it has passed is looked at */
export function slackCondition(log: Log, now: () => number = () => performance.now()): Condition {
  let refused: string | null = null;
  let lost = false;
  let throttledAt: number | null = null;
  return {
    problems: () => [
      ...(refused === null ? [] : [`Slack refuses the bot token (${refused})`]),
      ...(lost ? ['the Socket Mode connection to Slack is lost'] : []),
      ...(throttledAt !== null && now() - throttledAt < THROTTLED_MILLISECONDS ? ['Slack leaves events out'] : []),
    ],
    called(error) {
      const code = error === null ? null : refusedToken(error);
      // A call that failed otherwise says nothing of the token.
      if (error !== null && code === null) return;
      if (code !== null && refused === null) log.error({ reason: code }, 'Slack refuses the bot token');
      if (code === null && refused !== null) log.info({}, 'Slack takes the bot token again');
      refused = code;
    },
    throttled() {
      throttledAt = now();
      log.warn({}, 'Slack brings this app fewer events than there are (app_rate_limited)');
    },
    connected(is) {
      if (is && lost) log.info({}, 'the Socket Mode connection to Slack is back');
      if (!is && !lost) log.warn({}, 'the Socket Mode connection to Slack is lost');
      lost = !is;
    },
  };
}

/** Slack's client, which tells the condition what each call came to. */
export class WatchedClient extends WebClient {
  private readonly condition: Condition;

  constructor(token: string, options: WebClientOptions, condition: Condition) {
    super(token, options);
    this.condition = condition;
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    try {
      const result = await super.apiCall(method, options);
      this.condition.called(null);
      return result;
    } catch (error) {
      this.condition.called(error);
      throw error;
    }
  }
}
