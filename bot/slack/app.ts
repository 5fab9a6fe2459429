/** Opens the Slack side of the bot: Bolt on HTTP or Socket Mode, the listeners, and the gateway for notifications. */
import {
  App,
  type AuthorizeResult,
  ExpressReceiver,
  type Logger,
  type Receiver,
  SocketModeReceiver,
} from '@slack/bolt';
import { WebAPIRateLimitedError, WebAPIRequestError, WebClient, type WebClientOptions } from '@slack/web-api';
import express, { Router } from 'express';
import type { Gateway } from '../../programme/notifications/gateway.js';
import { NotSent } from '../../programme/requests/deferred-reply.js';
import { forgetSeen, seesFirst } from '../../programme/requests/seen-signatures.js';
import type { Services } from '../../programme/requests/services.js';
import { type CountRefused, countRefused } from '../refuse.js';
import { acknowledgeWhenHandled } from './acknowledge.js';
import { DEFAULT_PAUSE_SECONDS } from './api-errors.js';
import { type Condition, slackCondition, WatchedClient } from './condition.js';
import { draftSaves } from './draft-saves.js';
import { slackGateway } from './gateway.js';
import { registerButtons } from './listeners/buttons.js';
import { registerCommands } from './listeners/commands.js';
import { registerEvents } from './listeners/events.js';
import { registerFields } from './listeners/fields.js';
import { registerForms } from './listeners/forms.js';
import { registerOptions } from './listeners/options.js';
import { registerPlaces } from './listeners/places.js';
import { slackLogger } from './logger.js';
import { channelLooks } from './places.js';
import { missingScopes } from './scopes.js';
import { trustedFiles } from './sent-files.js';
import { background, type SlackContext } from './slack-context.js';
import { SlackStartError, startError } from './start-error.js';
import { inTime } from './time-limit.js';
import { isSslCheck, verifySlack } from './verify.js';

type SocketModeDispatcher = NonNullable<ConstructorParameters<typeof SocketModeReceiver>[0]['dispatcher']>;

export interface SlackConfiguration {
  readonly botToken: string;
  /** For HTTP, where every request is verified with it. */
  readonly signingSecret?: string;
  /** For Socket Mode, which is used when this is given. */
  readonly appToken?: string;
  /** Where the Web API is; Slack's own by default. */
  readonly slackApiUrl?: string;
  /** What connects through a proxy in Socket Mode; everything else takes the process's own. */
  readonly proxy?: SocketModeDispatcher;
  /** How long one call of the Web API may take; 10,000 by default. */
  readonly timeoutMilliseconds?: number;
}

export interface Slack {
  /** To be mounted at `/slack` without a body parser before it; Slack's one address is then `/slack/events`. Null in Socket Mode. */
  readonly router: Router | null;
  readonly gateway: Gateway;
  readonly workspace: { readonly id: string; readonly name: string };
  /** What the app in Slack lacks, in a sentence each for the operator. */
  readonly missing: readonly string[];
  /** What does not work at present, for the health check. */
  problems(): readonly string[];
  /** Connects in Socket Mode. Throws SlackStartError. */
  start(): Promise<void>;
  /** Resolves when whatever has been received until now is answered, also after its acknowledgement. */
  answered(): Promise<void>;
  /** Stops to receive and waits for the work that is going on. */
  close(): Promise<void>;
}

const TIMEOUT_MILLISECONDS = 10_000;
/** How often the token is tried while nothing else is asked of Slack: a revoked one would be noticed at the next message only. */
const TRIAL_MILLISECONDS = 60_000;
/** How often all channels are looked at: what happens while the app is away is told for two hours only. */
const CHANNELS_MILLISECONDS = 3_600_000;
/** The first call shows at once whether the token is right; the start waits for it. */
const FIRST_CALL_MILLISECONDS = 5_000;

/** @throws SlackStartError where the token is refused, Slack cannot be reached, or the configuration is incomplete */
export async function openSlack(services: Services, configuration: SlackConfiguration): Promise<Slack> {
  const { botToken, signingSecret, appToken, proxy, slackApiUrl } = configuration;
  const { timeoutMilliseconds = TIMEOUT_MILLISECONDS } = configuration;
  if (!appToken && !signingSecret) {
    throw new SlackStartError('refused', 'Slack needs a signing secret (for HTTP) or an app token (for Socket Mode).');
  }
  const logger = slackLogger(services);
  // Without these, a call has no end and one 429 holds back all others: the job layer decides when to try again.
  const options: WebClientOptions = {
    logger,
    timeout: timeoutMilliseconds,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...(slackApiUrl ? { slackApiUrl } : {}),
  };
  const identity = await introduceBot(botToken, {
    ...options,
    timeout: Math.min(timeoutMilliseconds, FIRST_CALL_MILLISECONDS),
  });
  const condition = slackCondition(services.log);
  const refused = countRefused(services);
  const transport = appToken
    ? socketTransport(appToken, proxy, logger, options, condition)
    : httpTransport(signingSecret ?? '', services, refused, logger);
  const app = new App({
    receiver: transport.receiver,
    // Bolt's own look-up of the bot would end the process when it fails.
    authorize: async (): Promise<AuthorizeResult> => ({ botToken, botId: identity.botId, botUserId: identity.userId }),
    logger,
    clientOptions: { ...options, fetch: fetchWithTimeout(timeoutMilliseconds) },
    convoStore: false,
  });
  app.error(async (error) => {
    // Bolt wraps what carries no code of its own. Left unacknowledged, so that Slack brings it again.
    if (error.original instanceof NotSent) throw error;
    services.log.error({ error }, 'a Slack listener failed');
  });
  acknowledgeWhenHandled(app, services, { throttled: condition.throttled, refused });

  // Answers do not queue behind an announcement's deliveries: each has a client of its own.
  const context: SlackContext = {
    services,
    client: new WatchedClient(botToken, options, condition),
    bot: identity,
    team: identity.workspace.id,
    background: background(services),
    trustsFiles: trustedFiles(slackApiUrl),
  };
  registerCommands(app, context);
  registerButtons(app, context);
  const saves = draftSaves(context);
  registerForms(app, context, saves);
  registerFields(app, context, saves);
  registerOptions(app, context);
  registerEvents(app, context);
  const looks = channelLooks(context);
  registerPlaces(app, context, looks);
  let looking: NodeJS.Timeout | undefined;
  const trial = setInterval(() => void context.client.auth.test().catch(() => {}), TRIAL_MILLISECONDS).unref();
  return {
    router: transport.router,
    gateway: slackGateway(new WatchedClient(botToken, options, condition), services.clock, services),
    workspace: identity.workspace,
    missing: identity.missing,
    problems: condition.problems,
    async start() {
      await transport.start();
      looks.lookAtAll();
      looking = setInterval(looks.lookAtAll, CHANNELS_MILLISECONDS).unref();
    },
    answered: context.background.settled,
    async close() {
      clearInterval(trial);
      clearInterval(looking);
      await transport.stop();
      await context.background.idle();
    },
  };
}

interface Identity {
  readonly userId: string;
  readonly botId: string;
  readonly workspace: { readonly id: string; readonly name: string };
  readonly missing: readonly string[];
}

async function introduceBot(botToken: string, options: WebClientOptions): Promise<Identity> {
  try {
    const answer = await new WebClient(botToken, options).auth.test();
    const { user_id, bot_id, team_id, team, response_metadata } = answer;
    if (!user_id || !bot_id || !team_id)
      throw new SlackStartError('refused', 'Slack says that this is not the token of a bot.');
    // A stand-in or a proxy may leave the header out, which says nothing about the scopes.
    const granted = response_metadata?.scopes ?? [];
    const missing = granted.length === 0 ? [] : missingScopes(granted);
    return { userId: user_id, botId: bot_id, workspace: { id: team_id, name: team ?? team_id }, missing };
  } catch (error) {
    throw error instanceof SlackStartError ? error : startError(error, 'the bot token');
  }
}

/** The way in which Slack's requests come in. */
interface Transport {
  readonly receiver: Receiver;
  readonly router: Router | null;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

function httpTransport(signingSecret: string, services: Services, refused: CountRefused, logger: Logger): Transport {
  const router = Router();
  const path = '/events';
  const shared = {
    seesFirst: (signature: string, keepSeconds: number) => seesFirst(services.database, signature, keepSeconds),
    forget: (signature: string) => forgetSeen(services.database, signature),
  };
  router.post(path, verifySlack(signingSecret, refused, shared));
  router.get(path, (request, response, next) => {
    if (isSslCheck(new URL(request.originalUrl, 'http://here').search)) response.status(200).end();
    else next();
  });
  // The receiver adds Bolt's own handlers to the router, behind the verification. Its server is never started.
  const receiver = new ExpressReceiver({ signingSecret, logger, router, app: express(), endpoints: path });
  return { receiver, router, start: async () => {}, stop: async () => {} };
}

function socketTransport(
  appToken: string,
  proxy: SocketModeDispatcher | undefined,
  logger: Logger,
  options: WebClientOptions,
  condition: Condition,
): Transport {
  // Without retries of its own, a network that is down while it reconnects would end the process.
  const { retryConfig: _none, rejectRateLimitedCalls: _reject, ...clientOptions } = options;
  const receiver = new SocketModeReceiver({
    ...{ appToken, logger, installerOptions: { clientOptions } },
    ...(proxy && { dispatcher: proxy }),
  });
  const { client } = receiver;
  let closing = false;
  client.on('connected', () => condition.connected(true));
  // The end of a connection that another has followed already is no loss.
  client.on('close', () => closing || client.websocket?.isActive() || condition.connected(false));
  return {
    receiver,
    router: null,
    async start() {
      try {
        await receiver.start();
      } catch (error) {
        throw startError(error, 'the app token');
      }
    },
    async stop() {
      closing = true;
      // A connection that is just being made anew never says that it ended.
      await inTime(receiver.client.disconnect());
    },
  };
}

/** Posts to a response_url as the Web API's client posts: Bolt sets no time limit, and keeps of a refusal only the status. */
function fetchWithTimeout(milliseconds: number): NonNullable<WebClientOptions['fetch']> {
  return async (address, request) => {
    const signal = request?.signal ?? AbortSignal.timeout(milliseconds);
    const response = await fetch(address, { ...request, signal }).catch((error: unknown) => {
      throw new WebAPIRequestError(error instanceof Error ? error : new Error(String(error)));
    });
    if (response.status !== 429) return response;
    throw new WebAPIRateLimitedError(Number(response.headers.get('retry-after')) || DEFAULT_PAUSE_SECONDS);
  };
}
