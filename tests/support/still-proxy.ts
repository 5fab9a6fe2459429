/** Stands between the app and a server and can stand still: connections stay open, and nothing passes until it goes on. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { z } from 'zod';

export interface StillProxy {
  /** The same address through the proxy. */
  readonly url: string;
  standStill(): void;
  /** Passes on what has come meanwhile, and everything after it. */
  goOn(): void;
  close(): Promise<void>;
}

const addressSchema = z.object({ port: z.number() });

export async function startStillProxy(target: string): Promise<StillProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let still = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket.setNoDelay(true));
      // Either end may break off, which the other hears as its end.
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (bytes) => upstream.write(bytes));
    upstream.on('data', (bytes) => client.write(bytes));
    if (still) for (const socket of [client, upstream]) socket.pause();
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(addressSchema.parse(server.address()).port);
  return {
    url: url.href,
    standStill() {
      still = true;
      for (const socket of sockets) socket.pause();
    },
    goOn() {
      still = false;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
