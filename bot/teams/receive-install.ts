/** Receives installations: greets a person who installed the app, and notes a person who removed it. */
import { markReachable, markUnreachable } from '../../programme/members/account-reachability.js';
import { handleAndReply } from '../../programme/requests/handle-and-reply.js';
import { conversationOf } from './conversation.js';
import { greetingKeys } from './keys.js';
import { replyActivity } from './message-activity.js';
import { receiveTeam } from './receive-team.js';
import { apologiseTo, type Turn } from './teams-context.js';

/** Never throws. Teams and channels are not greeted: everyone there would read along. */
export async function receiveInstallation(turn: Turn): Promise<void> {
  const { services, incoming, account } = turn;
  if (!incoming.personal) return await receiveTeam(turn);
  if (incoming.action === 'add') await greet(turn);
  if (incoming.action === 'remove') {
    try {
      await markUnreachable(services, account, 'uninstalled');
    } catch (error) {
      services.log.error({ error, where: 'teams uninstall' }, 'an account could not be marked');
    }
  }
}

/** Never throws. An installation comes in this guise, too; the two are answered once. */
export async function receiveMembers(turn: Turn): Promise<void> {
  if (!turn.incoming.personal) return await receiveTeam(turn);
  if (turn.incoming.botAdded) await greet(turn);
}

async function greet(turn: Turn): Promise<void> {
  const { services, incoming, account, sdkTurn } = turn;
  const conversation = conversationOf(sdkTurn, services.clock);
  const request = {
    account,
    ...greetingKeys(incoming),
    action: 'home.show',
    input: {},
    origin: 'chosen',
    submitted: false,
    answeredLater: true,
    comesTwice: true,
  } as const;
  try {
    await handleAndReply(services, request, ({ reply, language }) => conversation.send(replyActivity(reply, language)));
    // A second installation within the minute is taken for a repetition; the person is reachable again all the same.
    await markReachable(services, account);
  } catch (error) {
    await apologiseTo(turn, conversation, error, 'teams installation');
  }
}
