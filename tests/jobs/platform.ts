/** A stand-in platform over HTTP that keeps its own record, and the gateway to it, for tests that kill a sender. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Gateway } from '../../programme/notifications/gateway.js';

export interface StandInPlatform {
  readonly url: string;
  /** Every message that arrived, by its notification's key, in order; answered or not. */
  readonly arrived: string[];
  /** Messages that arrived and are not answered yet. */
  unanswered(): number;
  /** Those, and every message from now on. */
  answer(): void;
  close(): Promise<void>;
}

/** @param before how many messages it answers at once; after those none until `answer` is called */
export async function startPlatform(before: number): Promise<StandInPlatform> {
  const arrived: string[] = [];
  const unanswered: ServerResponse[] = [];
  let answering = true;
  const server: Server = createServer((request, response) => {
    arrived.push(decodeURIComponent(request.url?.slice(1) ?? ''));
    request.resume();
    if (answering) response.end('taken');
    else unanswered.push(response);
    if (arrived.length === before) answering = false;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    arrived,
    unanswered: () => unanswered.length,
    answer() {
      answering = true;
      for (const response of unanswered.splice(0)) response.end('taken');
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function gatewayTo(url: string): Gateway {
  return {
    channel: 'slack',
    async deliver(_to, { key }) {
      try {
        const response = await fetch(`${url}/${encodeURIComponent(key)}`, { method: 'POST' });
        await response.text();
        return { outcome: 'delivered', reference: { key } };
      } catch (error) {
        return { outcome: 'uncertain', reason: String(error) };
      }
    },
  };
}
