/** A small bot of Microsoft's own parts (Express, TeamsAdapter, Application), to hold the stand-in against what it stands in for. */
import type { Server } from 'node:http';
import { type AdaptiveCard, Application, TeamsAdapter, type TurnState } from '@microsoft/teams-ai';
import { CardFactory, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import {
  AppCredentials,
  type AuthenticatorResult,
  type ServiceClientCredentials,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import express from 'express';
import type { Teams, TeamsEnvironment } from '../../teams/server.js';
import { fieldsOf } from '../../teams/wire.js';

/** MSAL refuses a login address without https, so a bot that is to run on loopback signs in with its own request. */
class LoopbackCredentials extends AppCredentials {
  readonly #environment: TeamsEnvironment;
  constructor(environment: TeamsEnvironment) {
    super(environment.MicrosoftAppId, environment.MicrosoftAppTenantId, environment.ToChannelFromBotOAuthScope);
    this.#environment = environment;
  }
  protected async refreshToken(): Promise<AuthenticatorResult> {
    const { token, seconds } = await getToken(this.#environment);
    return { accessToken: token, expiresOn: new Date(Date.now() + seconds * 1000) };
  }
}

export function logIn(environment: TeamsEnvironment, change: Record<string, string> = {}): Promise<Response> {
  return fetch(`${environment.ToChannelFromBotLoginUrl}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: environment.MicrosoftAppId,
      client_secret: environment.MicrosoftAppPassword,
      scope: `${environment.ToChannelFromBotOAuthScope}/.default`,
      ...change,
    }),
  });
}

/** Logs in and reads the answer; throws with the words of the issuer. */
export async function getToken(environment: TeamsEnvironment): Promise<{ token: string; seconds: number }> {
  const answer = await logIn(environment);
  const login = fieldsOf(await answer.json());
  if (!answer.ok || typeof login.access_token !== 'string') {
    throw new Error(`${String(login.error)}: ${String(login.error_description)}`);
  }
  return { token: login.access_token, seconds: Number(login.expires_in) };
}

function credentials(environment: TeamsEnvironment): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (appId: string) => appId === environment.MicrosoftAppId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async (): Promise<ServiceClientCredentials> => new LoopbackCredentials(environment),
  };
}

export type Turn = (context: TurnContext) => Promise<void>;

export interface TestBot {
  readonly application: Application<TurnState>;
  readonly adapter: TeamsAdapter;
  /** What turns without a route of the application do; set anew by each test. */
  onTurn: Turn;
  /** The same for the second endpoint, which is a bare CloudAdapter. */
  onPlainTurn: Turn;
  readonly url: string;
  readonly plainUrl: string;
  close(): Promise<void>;
}

/** Serves teams-ai's TeamsAdapter at /api/messages and botbuilder's CloudAdapter at /api/plain, both configured for the stand-in. */
export async function startBot(teams: Teams): Promise<TestBot> {
  const factory = credentials(teams.environment);
  const configuration = { ...teams.environment };
  const adapter = new TeamsAdapter(configuration, factory);
  const plain = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(configuration, factory));
  const application = new Application<TurnState>({ adapter, botAppId: teams.app.id, startTypingTimer: false });
  const app = express();
  app.use(express.json({ limit: '1mb' }));
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') {
    throw new Error('The bot of the test could not be bound to a port.');
  }
  const { port } = bound;
  const bot: TestBot = {
    application,
    adapter,
    onTurn: async () => undefined,
    onPlainTurn: async () => undefined,
    url: `http://127.0.0.1:${port}/api/messages`,
    plainUrl: `http://127.0.0.1:${port}/api/plain`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  app.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, async (context) => {
      if (!(await application.run(context))) {
        await bot.onTurn(context);
      }
    });
  });
  app.post('/api/plain', async (request, response) => {
    await plain.process(request, response, (context) => bot.onPlainTurn(context));
  });
  return bot;
}

export function card(body: readonly unknown[], actions: readonly unknown[] = []): AdaptiveCard {
  return { type: 'AdaptiveCard', version: '1.5', body, ...(actions.length > 0 ? { actions } : {}) };
}

export function cardMessage(content: unknown) {
  return { type: 'message', attachments: [CardFactory.adaptiveCard(content)] };
}

export const textBlock = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });

export const submitButton = (title: string, data: object = {}) => ({ type: 'Action.Submit', title, data });
