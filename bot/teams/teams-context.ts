/** The services of the Teams side, passed to every receiver, and the turn of one person's activity. */

import type { RequestingAccount } from '../../programme/requests/request.js';
import { languageOf } from '../../programme/requests/request-context.js';
import type { Services } from '../../programme/requests/services.js';
import { apologise } from '../apology.js';
import type { IncomingActivity } from './activity.js';
import type { Conversation } from './conversation.js';
import { messageActivity } from './message-activity.js';
import type { SdkTurn, TeamsSdk } from './types.js';

export interface TeamsContext {
  readonly services: Services;
  readonly sdk: TeamsSdk;
  readonly patienceMilliseconds: number;
  /** Whether files are brought to this address and fetched from it. */
  readonly trustsFiles: (address: string) => boolean;
  /** Registers work that outlives its turn, so that closing waits for it. */
  readonly track: (work: Promise<void>) => void;
}

export interface Turn extends TeamsContext {
  readonly sdkTurn: SdkTurn;
  readonly incoming: IncomingActivity;
  readonly account: RequestingAccount;
}

/** Tells the person that something went wrong, and the log the cause. Never throws. */
export async function apologiseTo(
  { services, account }: Turn,
  conversation: Conversation,
  error: unknown,
  where: string,
): Promise<void> {
  try {
    const language = await languageOf(services, account);
    await conversation.send(messageActivity(apologise(services, error, language, where), language));
  } catch (failure) {
    services.log.error({ error: failure, where }, 'an apology could not be sent');
  }
}
