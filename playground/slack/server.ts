/** The one HTTP server of the stand-in and where its paths lead. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { giveFile, takeUpload } from './file-server.js';
import { readBody } from './request.js';
import { answerResponseUrl } from './response-urls.js';
import type { SlackStore } from './store.js';
import { answerMethod } from './web-api.js';

/** Listens on 127.0.0.1 and sets the store's origin. Port 0 takes a free one. */
export function listen(store: SlackStore, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    route(store, request, response).catch((error: unknown) => {
      // A fault of the stand-in itself must not look like an answer of Slack's.
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(`The stand-in for Slack failed: ${error instanceof Error ? error.stack : String(error)}`);
    });
  });
  server.keepAliveTimeout = 60_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') return reject(new Error('The server has no port'));
      store.origin = `http://127.0.0.1:${address.port}`;
      resolve(server);
    });
  });
}

async function route(store: SlackStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', store.origin);
  const [first = '', second = '', third = ''] = url.pathname.split('/').filter((part) => part !== '');
  const body = await readBody(request);
  if (first === 'api' && second !== '') return answerMethod(store, second, request, body, url.searchParams, response);
  if (first === 'actions' && request.method === 'POST') return answerResponseUrl(store, third, request, body, response);
  if (first === 'upload' && request.method === 'POST') return takeUpload(store, third, request, body, response);
  if (first === 'files-pri' && request.method === 'GET') return giveFile(store, second, request, response);
  response.writeHead(404, { 'content-type': 'text/plain' });
  response.end('not found');
}
