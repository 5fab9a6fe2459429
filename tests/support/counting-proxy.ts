/** Stands between the app and PostgreSQL and counts how often one has waited for the other. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { z } from 'zod';

export interface CountingProxy {
  /** The same database through the proxy. */
  readonly url: string;
  /**
   * How often the server was waited for since the last call, on all connections together. A wait is something written after
   * the last answer was read, and then an answer: what is sent together is waited for once.
   */
  take(): number;
  close(): Promise<void>;
}

const addressSchema = z.object({ port: z.number() });

/** To be started in the process that it counts for: then what is sent in one turn of the event loop arrives in one, too. */
export async function startCountingProxy(databaseUrl: string): Promise<CountingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let waits = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    let asked = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay(true));
      // Either end may break off, which the other hears as its end.
      socket.on('error', () => {});
    }
    client.on('data', (bytes) => {
      asked = true;
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => {
      if (asked) waits += 1;
      asked = false;
      client.write(bytes);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(addressSchema.parse(server.address()).port);
  return {
    url: url.href,
    take() {
      const counted = waits;
      waits = 0;
      return counted;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
