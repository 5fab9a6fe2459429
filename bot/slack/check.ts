/** Tries what Slack was configured with, without receiving or sending anything: for the doctor. */
import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import type { SlackConfiguration } from './app.js';
import { missingScopes } from './scopes.js';
import { type SlackStartError, startError } from './start-error.js';

export interface SlackFacts {
  readonly workspace: { readonly id: string; readonly name: string };
  /** Null where Slack does not name the scopes with its answer. */
  readonly missing: readonly string[] | null;
  /** Slack's own time, from its answer; null where there is none. */
  readonly date: Date | null;
  /** Why the app token opens no connection; null where it does, or none is set. */
  readonly socketMode: SlackStartError | null;
}

const TIMEOUT_MILLISECONDS = 5_000;

/** @throws SlackStartError where the bot token is refused or Slack cannot be reached */
export async function askSlack({ botToken, appToken, slackApiUrl }: SlackConfiguration): Promise<SlackFacts> {
  let date: Date | null = null;
  const options: WebClientOptions = {
    timeout: TIMEOUT_MILLISECONDS,
    // What fails is told in the finding.
    logLevel: LogLevel.ERROR,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    async fetch(address, request) {
      const response = await fetch(address, request);
      const told = Date.parse(response.headers.get('date') ?? '');
      if (!Number.isNaN(told)) date = new Date(told);
      return response;
    },
    ...(slackApiUrl && { slackApiUrl }),
  };
  try {
    const { team_id, team, response_metadata } = await new WebClient(botToken, options).auth.test();
    const scopes = response_metadata?.scopes;
    return {
      workspace: { id: team_id ?? '', name: team ?? team_id ?? '' },
      missing: scopes === undefined ? null : missingScopes(scopes),
      date,
      socketMode: appToken === undefined ? null : await tryAppToken(appToken, options),
    };
  } catch (error) {
    throw startError(error, 'the bot token');
  }
}

/** Gets an address to connect to, which Slack gives out without a connection. */
async function tryAppToken(appToken: string, options: WebClientOptions): Promise<SlackStartError | null> {
  try {
    await new WebClient(appToken, options).apps.connections.open();
    return null;
  } catch (error) {
    return startError(error, 'the app token');
  }
}
