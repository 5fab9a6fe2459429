/** What every receiver needs of the open bot, and what it says when something went wrong. */
import type { CloudAdapter, TurnContext } from 'botbuilder';
import { languageOf } from '../../programme/requests/handle-request.js';
import type { RequestingAccount } from '../../programme/requests/request.js';
import type { House } from '../../programme/requests/services.js';
import { apologise } from '../apology.js';
import { accountOf, type FindMember } from './account.js';
import { type Incoming, readActivity } from './activity.js';
import { messageActivity, type Voice } from './voice.js';

export interface Parts {
  readonly house: House;
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly findMember: FindMember;
  readonly patienceMilliseconds: number;
  /** Keeps work that outlives its turn, so that closing waits for it. */
  readonly keep: (work: Promise<void>) => void;
}

export interface Turn extends Parts {
  readonly context: TurnContext;
  readonly incoming: Incoming;
  readonly account: RequestingAccount;
}

/** The turn of one person's activity, or null where it is not one. */
export function turnOf(parts: Parts, context: TurnContext): Turn | null {
  const incoming = readActivity(context.activity);
  if (incoming === null) {
    parts.house.log.warn({ type: context.activity.type }, 'an activity from Teams names no person or tenant');
    return null;
  }
  return { ...parts, context, incoming, account: accountOf(incoming, parts) };
}

/** Tells the person that something went wrong, and the log what. Never throws. */
export async function apologiseTo(turn: Turn, voice: Voice, error: unknown, where: string): Promise<void> {
  const { house, account } = turn;
  try {
    const language = await languageOf(house, account);
    await voice.say(messageActivity(apologise(house, error, language, where), language));
  } catch (failure) {
    house.log.error({ error: failure, where }, 'an apology could not be sent');
  }
}
