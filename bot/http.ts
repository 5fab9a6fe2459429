/** The HTTP server of the bot: the endpoints of Slack and Teams, files by signed link, pages for browsers, metrics and the health checks. */
import { createServer, type Server as NodeServer } from 'node:http';
import express, { type ErrorRequestHandler, type Router } from 'express';
import { z } from 'zod';
import type { Log } from '../programme/requests/services.js';
import { type CountRefused, refuse } from './refuse.js';

/** What a process says of itself. */
export interface Health {
  /** Parts without which no request can be served, by name. */
  readonly failing: readonly string[];
  /** What does not work as it should while requests are served, in a sentence each; without names of people. */
  readonly degraded: readonly string[];
}

export interface Served {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly slack: Router | null;
  readonly teams: Router | null;
  readonly files: Router | null;
  readonly pages: Router | null;
  readonly metrics: Router | null;
  /** Answers within a second, whatever the parts do. */
  readonly health: () => Promise<Health>;
  readonly log: Log;
  readonly refused: CountRefused;
  readonly unknownSenders?: UnknownSenders;
}

/** What a sender of whom nothing is known yet may take. */
export interface UnknownSenders {
  readonly connections: number;
  /** How long the headers may take, and the whole request. */
  readonly headersMilliseconds: number;
  readonly requestMilliseconds: number;
  /** How often Node looks for those who are late. */
  readonly lookMilliseconds: number;
}

export interface Server {
  /** http://host:port */
  readonly url: string;
  /** Answers the requests that have come in already, then closes. */
  close(): Promise<void>;
}

/** How long requests that have begun may take once the server is closing. */
const FAREWELL_MILLISECONDS = 5_000;

/** Slack and Teams send a request within a second; a byte a second would otherwise hold a connection for Node's five minutes. */
const UNKNOWN_SENDERS: UnknownSenders = {
  connections: 1_000,
  headersMilliseconds: 10_000,
  requestMilliseconds: 20_000,
  lookMilliseconds: 2_000,
};

/** Rejects with the system's error when the port is taken. */
export async function serve(served: Served): Promise<Server> {
  const { host, port, slack, teams, files, pages, metrics, health, log, refused } = served;
  const app = express();
  app.disable('x-powered-by');
  if (slack) app.use('/slack', slack);
  if (teams) app.use(teams);
  if (files) app.use(files);
  if (pages) app.use(pages);
  if (metrics) app.use(metrics);
  app.get('/health/live', (_request, response) => void response.json({ status: 'alive' }));
  app.get(['/health', '/health/ready'], async (_request, response) => {
    const { failing, degraded } = await health();
    const status = failing.length > 0 ? 'failing' : degraded.length > 0 ? 'degraded' : 'healthy';
    response.status(failing.length > 0 ? 503 : 200).json({ status, failing, degraded });
  });
  app.use((_request, response) => {
    response.status(404).end();
  });
  app.use(onFault(log, refused));
  const server = boundServer(app, refused, served.unknownSenders ?? UNKNOWN_SENDERS);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host}:${actual}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const late = setTimeout(() => server.closeAllConnections(), FAREWELL_MILLISECONDS);
      await closed;
      clearTimeout(late);
    },
  };
}

const ofTheSender = z.object({ status: z.number().int().min(400).max(499) });

/** Express would answer with a page that holds a stack outside of production, and write the stack to the console. */
function onFault(log: Log, refused: CountRefused): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = ofTheSender.safeParse(error).data?.status ?? 500;
    if (status === 500) log.error({ error, where: 'http' }, 'a request failed');
    else refused(`http: ${status}`);
    refuse(response, status);
  };
}

function boundServer(app: express.Express, refused: CountRefused, limits: UnknownSenders): NodeServer {
  const server = createServer(
    {
      headersTimeout: limits.headersMilliseconds,
      requestTimeout: limits.requestMilliseconds,
      connectionsCheckingInterval: limits.lookMilliseconds,
    },
    app,
  );
  server.maxConnections = limits.connections;
  server.on('drop', () => refused('http: too many connections'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    refused(error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'http: too slow' : 'http: no request');
    const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
    if (socket.writable && error.code !== 'ECONNRESET') {
      socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    } else socket.destroy();
  });
  return server;
}
