/** The bot's HTTP endpoint for Teams: admits requests that Microsoft signed for us, and gives everyone else nothing but a status. */
import express from 'express';
import { z } from 'zod';
import type { Services } from '../../programme/requests/services.js';
import { isTooDeep } from '../payload.js';
import { bodyReader, unreadStatus } from '../read-body.js';
import { type CountRefused, countRefused, refuse } from '../refuse.js';
import type { SdkRequest, SdkResponse } from './types.js';

/**
 * Teams' activities stay under 100 kB; a form's texts and quoted messages included, 512 kB is far beyond them. All bodies together
 * that are still being read may hold 16 MB.
 */
const BODY_LIMITS = { largest: 512 * 1024, together: 16_000_000 };

const envelope = z.looseObject({ type: z.string().min(1), channelId: z.string(), serviceUrl: z.string() });

interface Endpoint {
  readonly services: Services;
  readonly trusts: (serviceUrl: string) => boolean;
  readonly receive: (request: SdkRequest) => Promise<SdkResponse>;
}

export function createRouter(endpoint: Endpoint): express.Router {
  const router = express.Router();
  const refused = countRefused(endpoint.services);
  const readBody = bodyReader(BODY_LIMITS);
  router.post('/api/messages', async (request, response) => {
    // Nobody's body is worth reading who brings no token. The SDK checks the token itself.
    if (!/^Bearer \S/i.test(request.get('authorization') ?? '')) {
      refused('teams: no token');
      return end(response, 401);
    }
    const read = await readBody(request);
    const body = 'body' in read ? parse(read.body) : undefined;
    if ('unread' in read || body === undefined) {
      const cause = 'unread' in read ? read.unread : 'no JSON';
      refused(`teams: ${cause}`);
      return refuse(response, 'unread' in read ? unreadStatus[read.unread] : 400);
    }
    try {
      await receive(endpoint, request, body, response, refused);
    } catch (error) {
      endpoint.services.log.error({ error, where: 'teams endpoint' }, 'a request failed');
      refuse(response, 500);
    }
  });
  return router;
}

/** What the JSON says; undefined where it is none. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

async function receive(
  endpoint: Endpoint,
  request: express.Request,
  body: unknown,
  response: express.Response,
  refused: CountRefused,
): Promise<void> {
  const sent = envelope.safeParse(body);
  // The SDK throws before any check where the type is missing.
  if (!sent.success || isTooDeep(sent.data)) {
    refused('teams: no activity');
    return end(response, 400);
  }
  // Other channels have other rules for tokens, and an unnamed one none at all.
  if (sent.data.channelId !== 'msteams' || !endpoint.trusts(sent.data.serviceUrl)) {
    refused('teams: another channel or service');
    return end(response, 403);
  }
  const answer = await endpoint.receive({ body: sent.data, headers: request.headers, method: request.method });
  if (answer.admitted && answer.status < 400) {
    response.status(answer.status);
    return void (answer.body === undefined ? response.end() : response.json(answer.body));
  }
  // An invoke that nobody answers is the SDK's 501; anything else here is a fault that a receiver should have caught.
  if (answer.admitted) {
    if (answer.fault !== null) {
      endpoint.services.log.error({ error: answer.fault, where: 'teams endpoint' }, 'a request failed');
    }
    return end(response, answer.status);
  }
  const status = refusalStatus(answer);
  refused(status === 503 ? 'teams: the keys for checking tokens could not be fetched' : 'teams: token refused');
  end(response, status);
}

/**
 * The SDK answers 500 with its reason to forged signatures and tokens from the future. Where the keys could not be
 * fetched nobody can say whether the token is good, so Teams is asked to come again.
 */
function refusalStatus({ status, body }: SdkResponse): number {
  if (typeof body === 'string' && /^failed to load |^request to .* failed/i.test(body)) return 503;
  return status < 500 ? status : 401;
}

function end(response: express.Response, status: number): void {
  response.status(status).end();
}
