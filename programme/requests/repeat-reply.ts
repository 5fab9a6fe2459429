/** The step of a repeated delivery: the reply that was stored with the first one. */

import type { OpenContext } from './context.js';
import { inputHashOf } from './idempotency.js';
import type { Request, RequestResult } from './request.js';
import type { StoredRequest } from './requests.sql.js';
import { refusedReply } from './step-result.js';
import { requestTexts } from './texts.js';

/** A key that comes from someone else or for something else must not hand out a stored reply. */
export function repeatReply(context: OpenContext, request: Request, stored: StoredRequest): RequestResult {
  const { language, actor } = context;
  return isSame(stored, request, actor.accountId)
    ? { reply: stored.reply, language, repeated: true, key: stored.key }
    : { reply: refusedReply(requestTexts[language].refusals.key_reused()), language, repeated: false, key: null };
}

/** Whether the stored request is this one: by the same account, for the same thing. */
export function isSame(stored: StoredRequest, request: Request, accountId: string): boolean {
  return stored.accountId === accountId && stored.inputHash === inputHashOf(request);
}
