/** Says of a request between Slack and the bot who acts, or to whom the bot turns, and in a few words what is said. */
import { asJson, asList, asText, type Json, parseJson } from '../../slack/json.js';
import type { Activity } from '../../slack/ledger.js';
import { counterpart } from '../../slack/people.js';
import { readBlocks, readMrkdwn, readText } from '../../slack/reading.js';
import type { Slack } from '../../slack/start-slack.js';
import type { TrafficLine } from '../protocol.js';

export interface Described {
  readonly who: TrafficLine['who'];
  /** All of it, in lines, and with whatever secrets are in it. */
  readonly said: string;
}

type Place = Pick<Slack, 'world' | 'workspace'>;
type Request = Pick<Activity, 'direction' | 'request' | 'response' | 'summary'>;

export function describeSlack(place: Place, { direction, request, response, summary }: Request): Described {
  const asked = asJson(request);
  return direction === 'to bot'
    ? { who: personAt(place, actorOf(asked)), said: deedIn(place, asked) }
    : { who: addresseeOf(place, asked, asJson(response), summary), said: wordsOf(place, asked) };
}

/** Events name the person within; one that was withheld travels without its envelope. */
function actorOf(payload: Json): string | undefined {
  const event = asJson(payload.event);
  return [
    payload.user_id,
    asJson(payload.user).id,
    payload.user,
    event.user,
    asJson(event.user).id,
    asJson(event.assistant_thread).user_id,
  ]
    .map(asText)
    .find((id) => id !== undefined);
}

/** The command, the label that was pressed, what was chosen or typed, the form's title, or what was said. */
function deedIn({ workspace }: Place, payload: Json): string {
  if (payload.command !== undefined) return [payload.command, payload.text].map(asText).filter(Boolean).join(' ');
  const [action] = asList(payload.actions);
  switch (payload.type) {
    case 'block_actions':
      return action === undefined ? '' : pressedIn({ workspace }, action);
    case 'block_suggestion':
      return asText(payload.value) ?? '';
    case 'view_submission':
    case 'view_closed':
      return readText(workspace, asJson(payload.view).title);
    case 'shortcut':
    case 'message_action':
      return asText(payload.callback_id) ?? '';
  }
  const event = payload.event === undefined ? payload : asJson(payload.event);
  const said = readMrkdwn(workspace, asText(event.text) ?? '');
  return said === ''
    ? asList(event.files)
        .flatMap(({ name }) => asText(name) ?? [])
        .join(', ')
    : said;
}

function pressedIn({ workspace }: Pick<Place, 'workspace'>, action: Json): string {
  const options = [action.selected_option, ...asList(action.selected_options)].map(asJson);
  const chosen = [action.text, ...options.map(({ text }) => text)].map((text) => readText(workspace, text));
  const entered = [action.value, action.selected_date, action.selected_time].map(asText);
  const [label] = [chosen.filter(Boolean).join(', '), ...entered, action.action_id].map(asText).filter(Boolean);
  return label ?? '';
}

function addresseeOf(place: Place, asked: Json, answered: Json, summary: string): Described['who'] {
  const { world, workspace } = place;
  // Only the summary says whose address for answers it was.
  const owner = /^response_url, .*user (\S+)$/.exec(summary)?.[1];
  const viewId = asText(asked.view_id) ?? asText(asJson(answered.view).id) ?? '';
  const person =
    asText(asked.user) ??
    asText(asked.user_id) ??
    asText(asked.users) ??
    owner ??
    asText(asJson(answered.user).id) ??
    world.triggers.get(asText(asked.trigger_id) ?? '')?.user ??
    workspace.views.get(viewId)?.user;
  const channel = asText(asked.channel) ?? asText(asked.channel_id);
  return person === undefined && channel !== undefined ? atChannel(place, channel) : personAt(place, person);
}

/** A direct conversation is its person; messages may also be addressed to the person themselves. */
function atChannel(place: Place, id: string): Described['who'] {
  const conversation = place.workspace.conversations.get(id);
  if (conversation === undefined) return personAt(place, id);
  if (conversation.kind === 'im') return personAt(place, counterpart(place.workspace, conversation));
  return { seat: null, name: `#${conversation.name}` };
}

function personAt({ workspace }: Place, id: string | undefined): Described['who'] {
  const user = id === undefined ? undefined : workspace.users.get(id);
  return user === undefined || user.isBot ? null : { seat: `slack:${user.id}`, name: user.realName };
}

/** What is posted, or the title of the form that is opened; blocks and views may travel as text. */
function wordsOf({ workspace }: Place, asked: Json): string {
  const title = readText(workspace, asJson(unfolded(asked.view)).title);
  const text = [asked.text, asked.markdown_text, asked.status, asked.title, asked.filename].map(asText).find(Boolean);
  if (title !== '' || text !== undefined) return title || readMrkdwn(workspace, text ?? '');
  return readBlocks(workspace, asList(unfolded(asked.blocks)));
}

function unfolded(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value;
}
