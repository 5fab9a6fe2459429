/** Receives installations: greets whoever installed the app, and notes who removed it. */
import { markReachable, markUnreachable } from '../../programme/members/account-reachability.js';
import { answerOnce } from '../../programme/requests/handle-request.js';
import { greetingKeys } from './keys.js';
import { apologiseTo, type Turn } from './parts.js';
import { replyActivity, turnVoice } from './voice.js';

/** Never throws. Teams and channels are not greeted: everyone there would read along. */
export async function receiveInstallation(turn: Turn): Promise<void> {
  const { house, incoming, account } = turn;
  if (!incoming.personal) return;
  if (incoming.action === 'add') await greet(turn);
  if (incoming.action === 'remove') {
    try {
      await markUnreachable(house, account, 'uninstalled');
    } catch (error) {
      house.log.error({ error, where: 'teams uninstall' }, 'an account could not be marked');
    }
  }
}

/** Never throws. An installation comes in this guise, too; the two are answered once. */
export async function receiveMembers(turn: Turn): Promise<void> {
  if (turn.incoming.personal && turn.incoming.botAdded) await greet(turn);
}

async function greet(turn: Turn): Promise<void> {
  const { house, incoming, account, context } = turn;
  const voice = turnVoice(context, house.clock);
  const request = {
    account,
    ...greetingKeys(incoming),
    action: 'home.show',
    input: {},
    origin: 'chosen',
    submitted: false,
    confirmed: false,
    answeredLater: true,
    comesTwice: true,
  } as const;
  try {
    await answerOnce(house, request, ({ reply, language }) => voice.say(replyActivity(reply, language)));
    // Whoever installs again within the minute is taken for a repetition, and is reachable again all the same.
    await markReachable(house, account);
  } catch (error) {
    await apologiseTo(turn, voice, error, 'teams installation');
  }
}
