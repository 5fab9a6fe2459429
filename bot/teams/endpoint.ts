/** The bot's address for Teams: lets in what Microsoft signed for us, and tells everyone else nothing but a status. */
import type { CloudAdapter, TurnContext } from 'botbuilder';
import express from 'express';
import { z } from 'zod';
import type { House } from '../../programme/requests/services.js';

/** Teams' activities stay under 100 kB; a form's texts and quoted messages included, this is far beyond them. */
const LARGEST_BODY = '512kb';

const envelope = z.looseObject({ type: z.string().min(1), channelId: z.string(), serviceUrl: z.string() });

export interface Endpoint {
  readonly house: House;
  readonly adapter: CloudAdapter;
  readonly trusts: (serviceUrl: string) => boolean;
  readonly run: (context: TurnContext) => Promise<unknown>;
}

export function createRouter(endpoint: Endpoint): express.Router {
  const router = express.Router();
  router.post('/api/messages', express.json({ limit: LARGEST_BODY }), (request, response, next) => {
    receive(endpoint, request, response).catch(next);
  });
  // Express tells its own errors (malformed JSON, too large a body) with a stack; ours end here, too.
  router.use('/api/messages', ((error: unknown, _request, response, _next) => {
    const status = z.object({ status: z.number().min(400).max(499) }).safeParse(error).data?.status ?? 500;
    if (status === 500) endpoint.house.log.error({ error, where: 'teams endpoint' }, 'a request failed');
    if (!response.headersSent) response.status(status).end();
  }) satisfies express.ErrorRequestHandler);
  return router;
}

async function receive(endpoint: Endpoint, request: express.Request, response: express.Response): Promise<void> {
  const sent = envelope.safeParse(request.body);
  // The SDK throws before any check where the type is missing.
  if (!sent.success) return end(response, 400);
  // Other channels have other rules for tokens, and an unnamed one none at all.
  if (sent.data.channelId !== 'msteams' || !endpoint.trusts(sent.data.serviceUrl)) return end(response, 403);
  let entered = false;
  const answer: Answer = { code: 200, body: undefined };
  await endpoint.adapter.process(
    { body: sent.data, headers: request.headers, method: request.method },
    keeping(answer),
    async (context) => {
      entered = true;
      await endpoint.run(context);
    },
  );
  if (entered && answer.code < 400) {
    response.status(answer.code);
    return void (answer.body === undefined ? response.end() : response.json(answer.body));
  }
  // An invoke that nobody answers is the SDK's 501; anything else here is a fault that `run` should have kept.
  if (entered) return end(response, answer.code);
  endpoint.house.log.warn({ status: answer.code }, 'a request to the Teams endpoint was refused');
  end(response, refusalStatus(answer));
}

/**
 * The SDK answers 500 with its reason to forged signatures and tokens from the future. Where the keys could not be
 * fetched nobody can say whether the token is good, so Teams is asked to come again.
 */
function refusalStatus({ code, body }: Answer): number {
  if (typeof body === 'string' && /^failed to load |^request to .* failed/i.test(body)) return 503;
  return code < 500 ? code : 401;
}

function end(response: express.Response, status: number): void {
  response.status(status).end();
}

interface Answer {
  code: number;
  body: unknown;
}

/** A response that keeps what the SDK would answer, for it names its reasons. */
function keeping(answer: Answer) {
  const response = {
    socket: null,
    status(code: number) {
      answer.code = code;
      return response;
    },
    send(body: unknown) {
      answer.body = body;
      return response;
    },
    header: () => response,
    end: () => response,
  };
  return response;
}
