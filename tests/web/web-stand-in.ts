/** A small internet on this machine: servers on loopback addresses, and names that lead to them. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebReach } from '../../web/fetch-page.js';
import { isPublicAddress } from '../../web/public-address.js';

export interface WebServer {
  readonly port: number;
  /** The host and path of each request, in their order. */
  readonly asked: string[];
  close(): Promise<void>;
}

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** Whatever it is asked, it notes, and answers with this. */
export async function startWeb(answer: Answer, address = '127.0.0.1'): Promise<WebServer> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(`${request.headers.host ?? ''}${request.url ?? ''}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port }: AddressInfo = addressOf(server.address());
  return {
    port,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address;
}

/** The server that stands for the internet; everything else of this machine is what it is. */
const INTERNET = '127.0.0.1';

/** The names lead to these addresses, each in its turn where there are several lists; all others lead to the internet. */
export function webReach(names: Readonly<Record<string, readonly (readonly string[])[]>> = {}): WebReach & {
  readonly resolved: readonly string[];
} {
  const resolved: string[] = [];
  return {
    resolved,
    resolve: async (host) => {
      const turns = names[host] ?? [[INTERNET]];
      const turn = resolved.filter((one) => one === host).length;
      resolved.push(host);
      return turns[Math.min(turn, turns.length - 1)] ?? [];
    },
    allows: (address) => address === INTERNET || isPublicAddress(address),
  };
}
