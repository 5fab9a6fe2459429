/** The far end of Socket Mode: tickets, the hello, pings, acknowledgements and disconnects (docs.slack.dev/apis/events-api/using-socket-mode). */
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { asText, isJson, parseJson } from './json.js';
import { secret } from './options.js';
import type { Socket, World } from './world.js';

const pingEvery = 10_000;
const mostConnections = 10;

/** The address that apps.connections.open hands out; it lets one connection in. */
export function issueSocketUrl(world: World): string {
  const ticket = secret();
  world.tickets.add(ticket);
  return `${world.origin.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${world.app.id}`;
}

/** Lets the server's upgrade requests become Socket Mode connections. Returns what closes them all. */
export function serveSockets(world: World, server: Server): () => void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, stream, head) => {
    const ticket = new URL(request.url ?? '/', world.origin).searchParams.get('ticket');
    if (ticket === null || !world.tickets.delete(ticket) || world.sockets.size >= mostConnections) {
      stream.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (connection) => {
      const socket: Socket = {
        send: (envelope) => connection.send(JSON.stringify(envelope)),
        close(reason) {
          connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'playground' } }));
        },
      };
      world.sockets.add(socket);
      const pings = setInterval(() => connection.ping(), pingEvery);
      connection.on('message', (data) => acknowledge(world, data.toString()));
      connection.on('error', () => connection.terminate());
      connection.on('close', () => {
        clearInterval(pings);
        world.sockets.delete(socket);
      });
      socket.send({
        type: 'hello',
        num_connections: world.sockets.size,
        connection_info: { app_id: world.app.id },
        debug_info: { host: 'playground', approximate_connection_time: 18_060 },
      });
    });
  });
  return () => {
    for (const connection of sockets.clients) connection.terminate();
    sockets.close();
  };
}

function acknowledge(world: World, text: string): void {
  const message = parseJson(text);
  if (!isJson(message)) return;
  const id = asText(message.envelope_id);
  if (id !== undefined) world.acknowledgements.get(id)?.(isJson(message.payload) ? message.payload : undefined);
}
