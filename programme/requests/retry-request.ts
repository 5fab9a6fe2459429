/** Begins a request again where that can help: an account to be introduced, a concurrent delivery, a violated constraint that means a refusal, a deadlock or a lock timeout. */

import { isRetryable, violatedConstraint } from '../../prisma/client.js';
import { introduce } from '../members/introduce.js';
import { requestConstraints } from './idempotency.js';
import { NotIntroduced } from './look-up.js';
import { RolledBack, rememberRefusal } from './remember-reply.js';
import type { IncomingRequest, Request, RequestResult } from './request.js';
import { languageOf } from './request-context.js';
import type { Services } from './services.js';
import { refusedReply } from './step-result.js';
import { requestTexts } from './texts.js';

/** Lock timeouts, deadlocks and concurrent deliveries are tried again this often before the person is told that we are busy. */
const TRIES = 4;

/** How the request is carried out this time. */
export interface Attempt {
  /**
   * Whether a stored reply is looked for before anything is done. A repetition is rare and its key cannot be stored twice, so it
   * is looked for only once that has failed; what Teams resends because an answer was slow has another key and must be looked for.
   */
  readonly looksFirst: boolean;
  /** The action's constraint that the attempt before this one has violated, so that it is refused now. */
  readonly violated: string | null;
}

interface Steps {
  /** Done once it has succeeded. */
  readonly interpret: () => Promise<Request>;
  /** One attempt, in a transaction of its own. */
  readonly carryOut: (request: Request, attempt: Attempt) => Promise<RequestResult>;
}

export async function retryRequest(
  services: Services,
  incoming: IncomingRequest,
  now: Date,
  { interpret, carryOut }: Steps,
): Promise<RequestResult> {
  let attempt: Attempt = {
    looksFirst: incoming.resendFingerprint !== null || incoming.comesTwice === true,
    violated: null,
  };
  let request: Request | null = null;
  let introduced = true;
  for (let tries = 1; ; tries += 1) {
    try {
      request ??= await interpret();
      if (!introduced) {
        await introduce(services, incoming, now);
        request = { ...request, isFirst: true };
      }
      return await carryOut(request, attempt);
    } catch (error) {
      if (error instanceof RolledBack && request !== null) return await rememberRefusal(services, request, error, now);
      if (error instanceof NotIntroduced) {
        introduced = false;
        continue;
      }
      const violated = violatedConstraint(error) ?? '';
      const raced = requestConstraints.has(violated);
      if (raced) attempt = { ...attempt, looksFirst: true };
      const action = request === null ? undefined : services.actions.get(request.action);
      if (action?.conflicts.has(violated) && attempt.violated === null) {
        // Another delivery of the same event may have been first, and then its reply is there.
        attempt = { looksFirst: true, violated };
        continue;
      }
      if (tries < TRIES && (raced || isRetryable(error))) continue;
      if (!isRetryable(error)) throw error;
      services.log.warn({ action: action?.name, attempt: tries }, 'gave up on a contended request');
      return await busy(services, incoming);
    }
  }
}

async function busy(services: Services, { account }: IncomingRequest): Promise<RequestResult> {
  const language = await languageOf(services, account);
  return { reply: refusedReply(requestTexts[language].refusals.busy()), language, repeated: false, key: null };
}
