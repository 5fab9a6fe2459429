/** The edge at which faults are caught: the person gets an apology, the log the cause, and Slack its acknowledgement. */

import type { Message } from '../../programme/messages/message.js';
import type { Language } from '../../programme/requests/context.js';
import { NotSent } from '../../programme/requests/deferred-reply.js';
import { languageOf } from '../../programme/requests/handle-request.js';
import type { RequestingAccount } from '../../programme/requests/request.js';
import { apologise } from '../apology.js';
import type { Desk } from './desk.js';

/** Slack shows an error after three seconds; what takes longer than this is acknowledged and answered later. */
const QUICK_MILLISECONDS = 2000;

/**
 * Runs `work`; whatever it throws becomes an apology that `say` brings to the person.
 * @param again Slack will bring the request again if it is not acknowledged (events only), so NotSent is thrown on
 */
export async function attempt(
  desk: Desk,
  account: RequestingAccount,
  where: string,
  work: () => Promise<void>,
  say: (apology: Message, language: Language) => Promise<void>,
  { again = false }: { readonly again?: boolean } = {},
): Promise<void> {
  try {
    await desk.background.during(work);
  } catch (error) {
    if (again && error instanceof NotSent) {
      desk.house.log.warn({ error: error.cause, where }, 'left a request to be delivered again');
      throw error;
    }
    const language = await languageOf(desk.house, account);
    try {
      await say(apologise(desk.house, error, language, where), language);
    } catch (failure) {
      desk.house.log.error({ error: failure, where }, 'an apology could not be delivered');
    }
  }
}

/** What came of the work if it ends in time, otherwise null; the work goes on. Throws what the work throws in time. */
export async function inTime<T>(work: Promise<T>, milliseconds = QUICK_MILLISECONDS): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** An acknowledgement that goes out once: false when it had gone before. */
export function acknowledging<Body>(ack: (body?: Body) => Promise<void>): (body?: Body) => Promise<boolean> {
  let acknowledged = false;
  return async (body) => {
    if (acknowledged) return false;
    acknowledged = true;
    await ack(body);
    return true;
  };
}
