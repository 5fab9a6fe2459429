/** A stand-in platform over HTTP that keeps its own ledger, and the gateway to it, for tests that kill a sender. */
import { createServer, type Server } from 'node:http';
import type { Gateway } from '../../programme/notifications/gateway.js';

export interface StandInPlatform {
  readonly url: string;
  /** Every message that arrived, by its notification's key, in order; answered or not. */
  readonly arrived: string[];
  /** Messages that arrived and are not answered yet. */
  unanswered(): number;
  close(): Promise<void>;
}

/** @param slowness how long it takes to answer, in milliseconds */
export async function startPlatform(slowness: number): Promise<StandInPlatform> {
  const arrived: string[] = [];
  let unanswered = 0;
  const server: Server = createServer((request, response) => {
    arrived.push(decodeURIComponent(request.url?.slice(1) ?? ''));
    unanswered += 1;
    request.resume();
    setTimeout(() => {
      unanswered -= 1;
      response.end('taken');
    }, slowness);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    arrived,
    unanswered: () => unanswered,
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
