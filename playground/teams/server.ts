/** Starts the stand-in for Microsoft Teams: Bot Connector, token issuer, file store and tenant in one server on loopback. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sender } from './activities.js';
import { openConnector, type Reply, refusal } from './connector.js';
import { type Courier, type Deadlines, openCourier } from './delivery.js';
import { type FileStore, openFileStore } from './files.js';
import { answer, largestUpload, parseJson, readBody } from './http.js';
import { type LimitSwitch, openLimiter, readWindows, sendWindows, tenantWindows } from './limits.js';
import { answerOpenly } from './open-routes.js';
import { openDirectory, sampleTenant, type TenantOptions } from './people.js';
import { type Address, addressOf, connectorPath } from './routes.js';
import { openStore, type TeamsStore } from './store.js';
import { channelIssuer, openTokenIssuer, type SigningKeys } from './tokens.js';
import { type Listener, openTrafficLog, type Traffic, type TrafficLog } from './traffic-log.js';
import { openTroubles, type Troubles } from './troubles.js';
import { fieldsOf } from './wire.js';

export interface TeamsOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The calendar of the tenant: timestamps of activities and messages. Tokens and limits always run on real time. */
  readonly now?: () => Date;
  readonly app?: {
    /** Random when left out: the bot's library keeps tokens per app id for the whole process. */
    readonly id?: string;
    readonly password?: string;
    readonly name?: string;
    /** Where the app is registered; the first tenant when left out. */
    readonly tenantId?: string;
    /** Whether people of other tenants can have it; no bot registered since 2025-07-31 can. */
    readonly multiTenant?: boolean;
  };
  readonly tenants?: readonly TenantOptions[];
  /** What signs, of another Microsoft; this process's own when left out. */
  readonly keys?: SigningKeys;
  readonly limits?: Partial<LimitSwitch>;
  /** Teams' own (5 s for an invoke, 15 s for a message) when left out. */
  readonly deadlines?: Partial<Deadlines>;
  /** How many of the newest requests and deliveries are kept; 20,000 when left out. */
  readonly remember?: number;
}

export interface TeamsEnvironment {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword: string;
  readonly MicrosoftAppType: 'SingleTenant' | 'MultiTenant';
  readonly MicrosoftAppTenantId: string;
  readonly ToBotFromChannelOpenIdMetadataUrl: string;
  readonly ToBotFromChannelTokenIssuer: string;
  readonly ToChannelFromBotOAuthScope: string;
  /** Without the path of the token endpoint: `/oauth2/v2.0/token` follows it. */
  readonly ToChannelFromBotLoginUrl: string;
  readonly ToBotFromEmulatorOpenIdMetadataUrl: string;
  readonly OAuthUrl: string;
  readonly CallerId: string;
  readonly ValidateAuthority: string;
}

export interface Teams
  extends Pick<Courier, 'connect' | 'deliver' | 'redeliver' | 'setResend' | 'setDeadlines' | 'deliveries'>,
    Pick<TrafficLog, 'refusals'> {
  readonly url: string;
  readonly serviceUrl: string;
  /** What a bot has to be configured with; every value must be set, for one of them makes the library read them all. */
  readonly environment: TeamsEnvironment;
  readonly app: {
    readonly id: string;
    readonly name: string;
    readonly tenantId: string;
    readonly multiTenant: boolean;
  };
  readonly store: TeamsStore;
  readonly files: FileStore;
  readonly sender: Sender;
  /** Requests in both directions as far as they are remembered, oldest first. */
  traffic(): readonly Traffic[];
  /** Calls the listener after every request in either direction; returns what ends that. */
  onActivity(listener: Listener): () => void;
  readonly trouble: Troubles['add'];
  readonly clearTroubles: Troubles['clear'];
  readonly setLimits: (change: Partial<LimitSwitch>) => void;
  close(): Promise<void>;
}

/**
 * Node's own five seconds end just when a bot comes back that was told to wait for five: it would meet a connection that is
 * being closed, and could not know whether its request was taken.
 */
const keepAliveMilliseconds = 75_000;

/** Starts the stand-in on 127.0.0.1. Close it when done; nothing is kept. */
export async function startTeams(options: TeamsOptions = {}): Promise<Teams> {
  const now = options.now ?? (() => new Date());
  const directory = openDirectory(options.tenants ?? [sampleTenant]);
  const app = {
    id: options.app?.id ?? randomUUID(),
    name: options.app?.name ?? 'Partnership Assistant',
    tenantId: options.app?.tenantId ?? directory.users[0]?.tenantId ?? randomUUID(),
    multiTenant: options.app?.multiTenant ?? false,
  };
  const password = options.app?.password ?? randomUUID();
  const bot = { id: `28:${app.id}`, name: app.name };
  const scope = channelIssuer;

  const server = createServer();
  server.keepAliveTimeout = keepAliveMilliseconds;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === 'string') {
    throw new Error('The stand-in for Teams could not be bound to a port.');
  }
  const { port } = bound;
  const url = `http://127.0.0.1:${port}`;
  const serviceUrl = `${url}${connectorPath}`;

  const store = openStore(directory, app.id, now);
  for (const { installed, id, name } of (options.tenants ?? []).flatMap(({ users }) => users)) {
    const user = directory.user(id ?? name);
    if (!installed || !user) continue;
    store.setInstalled(user, true);
    store.open(user);
  }
  const files = openFileStore(() => url);
  const remember = options.remember ?? 20_000;
  const trafficLog = openTrafficLog(now, remember);
  const troubles = openTroubles();
  const limiter = openLimiter(() => performance.now(), { on: false, timeScale: 1, ...options.limits });
  const issuer = await openTokenIssuer({
    ...{ appId: app.id, password, tenantId: app.tenantId, serviceUrl, scope },
    keys: options.keys,
  });
  const connector = openConnector({
    ...{ store, bot, appTenantId: app.tenantId, multiTenant: app.multiTenant, serviceUrl },
    isUploaded: files.isUploaded,
  });
  const courier = openCourier({
    issuer,
    trafficLog,
    deadlines: { invoke: 5000, message: 15_000, ...options.deadlines },
    remember,
  });

  function limit({ route, conversation, key }: Address, body: unknown) {
    const tenant = store.find(conversation ?? '')?.conversation.tenantId ?? app.tenantId;
    const reads = ['members', 'member', 'paged members', 'team', 'channels'].includes(route);
    const member = route === 'create' ? JSON.stringify(fieldsOf(body).members ?? fieldsOf(body).channelData) : '';
    return limiter.count([
      {
        key: `${reads ? 'read' : route === 'create' ? 'create' : 'send'} ${conversation ?? key ?? member}`,
        windows: reads ? readWindows : sendWindows,
      },
      { key: `tenant ${tenant}`, windows: tenantWindows },
    ]);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = performance.now();
    const method = request.method ?? 'GET';
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const address = addressOf(method, pathname);
    const raw = await (address.route === 'file upload' ? readBody(request, largestUpload) : readBody(request));
    const body = parseJson(raw);
    const fault = troubles.befalling(address.route, address.conversation);
    let retryAfter: number | undefined;
    let tooEarly = false;

    async function decide(): Promise<Reply> {
      const open = ['token', 'openid', 'download', 'file upload'].includes(address.route);
      const unauthorised = open ? undefined : await issuer.refusal(request.headers.authorization);
      if (unauthorised !== undefined) {
        return {
          status: 401,
          body: { message: 'Authorization has been denied for this request.' },
          problem: unauthorised,
        };
      }
      if (fault?.fault === 'status') {
        retryAfter = fault.retryAfter;
        const codes: Readonly<Record<number, string>> = {
          412: 'PreconditionFailed',
          429: 'Throttled',
          502: 'BadGateway',
        };
        return refusal(fault.status, codes[fault.status] ?? 'ServiceError', 'Please try again.');
      }
      const openly = await answerOpenly(address, pathname, request, raw, {
        issuer,
        files,
        url,
        tenantId: app.tenantId,
      });
      if (openly) {
        return openly;
      }
      const verdict = limit(address, body);
      if (!verdict.passes) {
        ({ retryAfter, tooEarly } = verdict);
        return refusal(429, 'Throttled', 'Too many requests.');
      }
      return connector({ ...address, query: searchParams, body, bytes: raw.length });
    }

    const record = (status: number | undefined, reply?: Reply) =>
      trafficLog.add({
        direction: 'from the bot',
        method,
        path: pathname,
        what: address.route,
        conversation: address.conversation,
        status,
        milliseconds: performance.now() - start,
        // A login carries the app's secret, which a page must never draw.
        request: address.route === 'token' ? undefined : body,
        response: address.route === 'token' ? undefined : reply?.body,
        problem: reply?.problem,
        trouble: fault?.fault,
        retryAfter,
        tooEarly,
      });

    if (fault?.fault === 'hang') {
      record(undefined);
      fault.until?.addEventListener('abort', () => response.destroy());
      return;
    }
    const reply = await decide();
    if (fault?.fault === 'drop') {
      record(undefined, reply);
      request.socket.destroy();
      return;
    }
    if (fault?.fault === 'slow') {
      await pause(fault.milliseconds);
    }
    record(reply.status, reply);
    answer(response, {
      ...reply,
      headers: { ...reply.headers, ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }) },
    });
  }

  server.on('request', (request, response) => {
    handle(request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      answer(response, refusal(500, 'ServiceError', message));
    });
  });

  const environment: TeamsEnvironment = {
    MicrosoftAppId: app.id,
    MicrosoftAppPassword: password,
    MicrosoftAppType: app.multiTenant ? 'MultiTenant' : 'SingleTenant',
    MicrosoftAppTenantId: app.tenantId,
    ToBotFromChannelOpenIdMetadataUrl: `${url}/v1/.well-known/openidconfiguration`,
    ToBotFromChannelTokenIssuer: channelIssuer,
    ToChannelFromBotOAuthScope: scope,
    ToChannelFromBotLoginUrl: `${url}/login/${app.tenantId}`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${url}/v1/.well-known/openidconfiguration`,
    OAuthUrl: url,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: 'false',
  };

  return {
    url,
    serviceUrl,
    environment,
    app,
    store,
    files,
    sender: { serviceUrl, bot, now },
    connect: courier.connect,
    deliver: courier.deliver,
    redeliver: courier.redeliver,
    setResend: courier.setResend,
    setDeadlines: courier.setDeadlines,
    deliveries: courier.deliveries,
    traffic: trafficLog.all,
    refusals: trafficLog.refusals,
    onActivity: trafficLog.subscribe,
    trouble: troubles.add,
    clearTroubles: troubles.clear,
    setLimits: limiter.set,
    async close() {
      await courier.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
