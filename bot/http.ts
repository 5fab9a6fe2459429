/** The HTTP server of the bot: the endpoints of Slack and Teams, files by signed link, and the health check. */
import { createServer } from 'node:http';
import express, { type Router } from 'express';

export interface Served {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly slack: Router | null;
  readonly teams: Router | null;
  readonly files: Router | null;
  /** The names of the components that are failing; empty when none is. */
  readonly failingComponents: () => Promise<readonly string[]>;
}

export interface Server {
  /** http://host:port */
  readonly url: string;
  /** Answers the requests that have come in already, then closes. */
  close(): Promise<void>;
}

/** How long requests that have begun may take once the server is closing. */
const FAREWELL_MILLISECONDS = 5_000;

/** Rejects with the system's error when the port is taken. */
export async function serve({ host, port, slack, teams, files, failingComponents }: Served): Promise<Server> {
  const app = express();
  app.disable('x-powered-by');
  if (slack) app.use('/slack', slack);
  if (teams) app.use(teams);
  if (files) app.use(files);
  app.get('/health', async (_request, response) => {
    const failing = await failingComponents();
    response
      .status(failing.length === 0 ? 200 : 503)
      .json({ status: failing.length === 0 ? 'healthy' : 'failing', failing });
  });
  app.use((_request, response) => {
    response.status(404).end();
  });
  const server = createServer(app);
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
