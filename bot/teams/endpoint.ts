/** The bot's HTTP endpoint for Teams: admits requests that Microsoft signed for us, and gives everyone else nothing but a status. */
import express from 'express';
import { z } from 'zod';
import type { Services } from '../../programme/requests/services.js';
import { isTooDeep } from '../payload.js';
import type { SdkRequest, SdkResponse } from './types.js';

/** Teams' activities stay under 100 kB; a form's texts and quoted messages included, this is far beyond them. */
const LARGEST_BODY = '512kb';

const envelope = z.looseObject({ type: z.string().min(1), channelId: z.string(), serviceUrl: z.string() });

interface Endpoint {
  readonly services: Services;
  readonly trusts: (serviceUrl: string) => boolean;
  readonly receive: (request: SdkRequest) => Promise<SdkResponse>;
}

export function createRouter(endpoint: Endpoint): express.Router {
  const router = express.Router();
  router.post('/api/messages', express.json({ limit: LARGEST_BODY }), (request, response, next) => {
    receive(endpoint, request, response).catch(next);
  });
  // Express tells its own errors (malformed JSON, too large a body) with a stack; ours end here, too.
  router.use('/api/messages', ((error: unknown, _request, response, _next) => {
    const status = z.object({ status: z.number().min(400).max(499) }).safeParse(error).data?.status ?? 500;
    if (status === 500) endpoint.services.log.error({ error, where: 'teams endpoint' }, 'a request failed');
    if (!response.headersSent) response.status(status).end();
  }) satisfies express.ErrorRequestHandler);
  return router;
}

async function receive(endpoint: Endpoint, request: express.Request, response: express.Response): Promise<void> {
  const sent = envelope.safeParse(request.body);
  // The SDK throws before any check where the type is missing.
  if (!sent.success || isTooDeep(sent.data)) return end(response, 400);
  // Other channels have other rules for tokens, and an unnamed one none at all.
  if (sent.data.channelId !== 'msteams' || !endpoint.trusts(sent.data.serviceUrl)) return end(response, 403);
  const answer = await endpoint.receive({ body: sent.data, headers: request.headers, method: request.method });
  if (answer.admitted && answer.status < 400) {
    response.status(answer.status);
    return void (answer.body === undefined ? response.end() : response.json(answer.body));
  }
  // An invoke that nobody answers is the SDK's 501; anything else here is a fault that a receiver should have caught.
  if (answer.admitted) return end(response, answer.status);
  endpoint.services.log.warn({ status: answer.status }, 'a request to the Teams endpoint was refused');
  end(response, refusalStatus(answer));
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
