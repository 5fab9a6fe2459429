/** The services of the Teams side, passed to every receiver, and the turn of one person's activity. */

import type { RequestingAccount } from '../../programme/requests/request.js';
import { languageOf } from '../../programme/requests/request-context.js';
import type { House } from '../../programme/requests/services.js';
import { apologise } from '../apology.js';
import type { IncomingActivity } from './activity.js';
import type { Conversation } from './conversation.js';
import { messageActivity } from './message-activity.js';
import type { SdkTurn, TeamsSdk } from './types.js';

export interface TeamsContext {
  readonly house: House;
  readonly sdk: TeamsSdk;
  readonly patienceMilliseconds: number;
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
  { house, account }: Turn,
  conversation: Conversation,
  error: unknown,
  where: string,
): Promise<void> {
  try {
    const language = await languageOf(house, account);
    await conversation.send(messageActivity(apologise(house, error, language, where), language));
  } catch (failure) {
    house.log.error({ error: failure, where }, 'an apology could not be sent');
  }
}
