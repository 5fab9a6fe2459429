/** Finds in a request between Slack and the bot who acts, or to whom the bot turns. */
import { asJson, asText, type Json } from '../../slack/json.js';
import { counterpart } from '../../slack/people.js';
import type { Slack } from '../../slack/start-slack.js';
import type { Activity } from '../../slack/traffic-log.js';
import type { TrafficLine } from '../protocol.js';

type Who = TrafficLine['who'];
type StandIn = Pick<Slack, 'store' | 'workspace'>;
type Request = Pick<Activity, 'direction' | 'request' | 'response' | 'summary'>;

/** Null where it is nobody in particular. */
export function whoOnSlack(standIn: StandIn, { direction, request, response, summary }: Request): Who {
  const asked = asJson(request);
  return direction === 'to bot'
    ? personAt(standIn, actorOf(asked))
    : addresseeOf(standIn, asked, asJson(response), summary);
}

/** Events name the person within; one that was withheld travels without its envelope. */
function actorOf(payload: Json): string | undefined {
  const event = asJson(payload.event);
  return [payload.user_id, asJson(payload.user).id, payload.user, event.user, asJson(event.user).id]
    .map(asText)
    .find((id) => id !== undefined);
}

function addresseeOf(standIn: StandIn, asked: Json, answered: Json, summary: string): Who {
  const { store, workspace } = standIn;
  // Only the summary says whose address for answers it was.
  const owner = /^response_url, .*user (\S+)$/.exec(summary)?.[1];
  const viewId = asText(asked.view_id) ?? asText(asJson(answered.view).id) ?? '';
  const person =
    asText(asked.user) ??
    asText(asked.user_id) ??
    asText(asked.users) ??
    owner ??
    asText(asJson(answered.user).id) ??
    store.triggers.get(asText(asked.trigger_id) ?? '')?.user ??
    workspace.views.get(viewId)?.user;
  const channel = asText(asked.channel) ?? asText(asked.channel_id);
  return person === undefined && channel !== undefined ? atChannel(standIn, channel) : personAt(standIn, person);
}

/** A direct conversation is its person; messages may also be addressed to the person themselves. */
function atChannel(standIn: StandIn, id: string): Who {
  const conversation = standIn.workspace.conversations.get(id);
  if (conversation === undefined) return personAt(standIn, id);
  if (conversation.kind === 'im') return personAt(standIn, counterpart(standIn.workspace, conversation));
  return { clientSession: null, name: `#${conversation.name}` };
}

function personAt({ workspace }: StandIn, id: string | undefined): Who {
  const user = id === undefined ? undefined : workspace.users.get(id);
  return user === undefined || user.isBot ? null : { clientSession: `slack:${user.id}`, name: user.realName };
}
