/** The far end of Socket Mode: tickets, the hello, pings, acknowledgements and disconnects (docs.slack.dev/apis/events-api/using-socket-mode). */
import type { Server } from 'node:http';
import { WebSocketServer } from 'ws';
import { asText, isJson, parseJson } from './json.js';
import { secret } from './options.js';
import type { SlackStore, Socket } from './store.js';

const pingEvery = 10_000;
const mostConnections = 10;

/** The address that apps.connections.open hands out; it lets one connection in. */
export function issueSocketUrl(store: SlackStore): string {
  const ticket = secret();
  store.tickets.add(ticket);
  return `${store.origin.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${store.app.id}`;
}

/** Lets the server's upgrade requests become Socket Mode connections. Returns what closes them all. */
export function serveSockets(store: SlackStore, server: Server): () => void {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, stream, head) => {
    const ticket = new URL(request.url ?? '/', store.origin).searchParams.get('ticket');
    if (ticket === null || !store.tickets.delete(ticket) || store.sockets.size >= mostConnections) {
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
      store.sockets.add(socket);
      const pings = setInterval(() => connection.ping(), pingEvery);
      connection.on('message', (data) => acknowledge(store, data.toString()));
      connection.on('error', () => connection.terminate());
      connection.on('close', () => {
        clearInterval(pings);
        store.sockets.delete(socket);
      });
      socket.send({
        type: 'hello',
        num_connections: store.sockets.size,
        connection_info: { app_id: store.app.id },
        debug_info: { host: 'playground', approximate_connection_time: 18_060 },
      });
    });
  });
  return () => {
    for (const connection of sockets.clients) connection.terminate();
    sockets.close();
  };
}

function acknowledge(store: SlackStore, text: string): void {
  const message = parseJson(text);
  if (!isJson(message)) return;
  const id = asText(message.envelope_id);
  if (id !== undefined) store.acknowledgements.get(id)?.(isJson(message.payload) ? message.payload : undefined);
}
