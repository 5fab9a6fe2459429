/** Handles a request whose reply is posted separately from the platform's request, so that the reply too is sent once. */
import { sendOrDefer } from './deferred-reply.js';
import { handleRequest } from './handle-request.js';
import { claimReply, markReplied, releaseReply } from './idempotency.js';
import type { IncomingRequest, RequestResult } from './request.js';
import type { Services } from './services.js';

/**
 * `send` is called by one delivery only, and again only if the process that was sending died or failed. A reply that its
 * platform did not take is deferred (see `sendOrDefer`). Throws what `send` throws otherwise.
 */
export async function handleAndReply(
  services: Services,
  request: IncomingRequest,
  send: (result: RequestResult) => Promise<void>,
): Promise<void> {
  await replyOnce(services, await handleRequest(services, request), send);
}

/** The second half of it: `send` is called by one delivery of the request only. */
export async function replyOnce(
  services: Services,
  result: RequestResult,
  send: (result: RequestResult) => Promise<void>,
): Promise<void> {
  const { key, repeated } = result;
  if (key === null) return await send(result);
  if (repeated && !(await claimReply(services.database, key, services.clock.now()))) return;
  try {
    await sendOrDefer(services, result, send);
  } catch (error) {
    await releaseReply(services.database, key);
    throw error;
  }
  await markReplied(services.database, key, services.clock.now());
}
