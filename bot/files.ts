/** Gives out files by signed link: once per opening, to people, never to the programs that make previews of links. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { filesPath } from '../programme/files/file-links.js';
import { FileGone } from '../programme/files/file-store.js';
import { type OpeningAgent, recordOpening } from '../programme/files/record-opening.js';
import { chatTexts } from '../programme/messages/texts.js';
import type { Services } from '../programme/requests/services.js';

/** Programs that look into links by themselves: of chat clients, social networks and search engines. "bot" alone would also be the name of a phone. */
const previews =
  /slackbot|slack-imgproxy|skypeuripreview|msteams|bingpreview|facebookexternalhit|whatsapp|bot[/-]|crawler|spider|preview|unfurl/i;

/** To be mounted at the root: it serves GET /files/<token>. */
export function filesRouter(services: Services): Router {
  const router = Router();
  router.head(`${filesPath}/:token`, (_request, response) => {
    // A link is looked at this way before it is opened; that is no opening, and tells nothing.
    harden(response).status(204).end();
  });
  router.get(`${filesPath}/:token`, (request, response, next) => {
    give(services, request, response).catch(next);
  });
  // Express tells errors with a stack, also those about an address that cannot be read; here they end without a word.
  router.use(filesPath, ((error: unknown, _request, response, _next) => {
    const status = z.object({ status: z.number().min(400).max(499) }).safeParse(error).data?.status ?? 500;
    if (status === 500) services.log.error({ error, where: 'files' }, 'a request failed');
    if (!response.headersSent) harden(response).status(status).end();
  }) satisfies ErrorRequestHandler);
  return router;
}

async function give(services: Services, request: Request, response: Response): Promise<void> {
  harden(response);
  const agent = request.get('user-agent') ?? '';
  if (previews.test(agent)) return void response.status(403).end();
  const { token } = request.params;
  const link = services.fileLinks.read(typeof token === 'string' ? token : '');
  if (link === 'forged') return refuse(response, 404);
  const file = link === 'expired' ? null : await services.files.find(link.file);
  if (file === null) return refuse(response, 410);
  // Before the first byte, so that nothing leaves unrecorded.
  await recordOpening(services, file.id, agentKind(agent));
  response.attachment(file.name);
  // Not by Express's own `set`, which adds a character set to what it takes for text.
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Length', file.size);
  try {
    await pipeline(Readable.from(services.files.read(file.id), { objectMode: false }), response);
  } catch (error) {
    // The person has closed the page, or the file's time was over in the middle of it: the connection is cut by now.
    const expected = error instanceof FileGone || response.destroyed;
    services.log[expected ? 'info' : 'error']({ error, file: file.id }, 'a file was not given out whole');
  }
}

/** What a browser may do with what comes: save it, and nothing else. The token must not travel on to another site. */
function harden(response: Response): Response {
  return response.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex',
  });
}

/** The same words whatever is wrong: the person can do one thing about it, and a guesser learns nothing. */
function refuse(response: Response, status: 404 | 410): void {
  const words = (['ja', 'en'] as const).map((language) => chatTexts[language].linkOver);
  response
    .status(status)
    .type('text/plain; charset=utf-8')
    .send(`${words.join(' / ')}\n`);
}

function agentKind(agent: string): OpeningAgent {
  return agent.startsWith('Mozilla/') ? 'browser' : 'other';
}
