/** One person's place at the terminal: their chat client, which tab is open, and what they have already been shown. */
import type { SeenDialog, SeenMessage } from '../client.js';
import { openSlackClient, type SlackClient } from '../slack/client.js';
import { openTeamsClient, type TeamsClient } from '../teams/client.js';
import { drawDialog, drawMessage } from './draw.js';
import {
  type Inhabitant,
  type InhabitedPlace,
  NotPossible,
  type Platform,
  platformNames,
  platformsOf,
} from './place.js';

export interface Seat {
  readonly person: Inhabitant;
  readonly client: SlackClient | TeamsClient;
  /** Whether Slack's Home tab is in front of the messages. */
  atHome: boolean;
  /** What was shown last, to tell what is new. */
  shown: Shown;
}

interface Shown {
  /** By conversation and id. */
  readonly messages: ReadonlyMap<string, string>;
  readonly dialog: string | undefined;
  readonly home: string | undefined;
  readonly toasts: number;
  readonly opened: number;
}

/**
 * Sits down at this person's client.
 * @param platform null takes the only one, or the first
 * @throws NotPossible where the person has no account there
 */
export function takeSeat(place: InhabitedPlace, person: Inhabitant, platform: Platform | null): Seat {
  const [first] = platformsOf(person);
  const wanted = platform ?? first;
  const client =
    wanted === 'slack' && person.slackUserId !== null
      ? openSlackClient(place.slack, person.slackUserId)
      : wanted === 'teams' && person.teamsUserId !== null
        ? openTeamsClient(place.teams, person.teamsUserId)
        : undefined;
  if (client === undefined) {
    throw new NotPossible(
      first === undefined
        ? `${person.name} has no account on Slack or Teams.`
        : `${person.name} has no account on ${platformNames[platform ?? first]}, only on ${platformNames[first]}.`,
    );
  }
  return { person, client, atHome: false, shown: look(client) };
}

export function homeOf({ client, atHome }: Pick<Seat, 'client' | 'atHome'>): SeenDialog | undefined {
  return atHome && client.platform === 'slack' ? client.home : undefined;
}

/** What is in front: nothing behind an open dialog can be pressed. */
export function inFront(seat: Seat): { readonly buttons: readonly string[]; readonly fields: SeenDialog['fields'] } {
  const { client } = seat;
  if (client.dialog !== undefined) {
    const { buttons, fields, submitLabel } = client.dialog;
    return { buttons: submitLabel === undefined ? buttons : [...new Set([...buttons, submitLabel])], fields };
  }
  const home = homeOf(seat);
  if (home !== undefined) return home;
  const newestFirst = client.messages().toReversed();
  return {
    buttons: newestFirst.flatMap(({ buttons }) => buttons),
    fields: newestFirst.flatMap(({ fields }) => fields),
  };
}

/** Everything on the screen: the latest messages or the Home tab, and the open dialog. */
export function screenOf(seat: Seat, bot: string, latest = 5): readonly string[] {
  const { client } = seat;
  const messages = client.messages();
  const home = homeOf(seat);
  const behind = home
    ? drawDialog(home, 'page')
    : messages.slice(-latest).flatMap((message) => drawMessage(message, bot));
  const earlier = !home && messages.length > latest ? [`… ${messages.length - latest} earlier`] : [];
  const nothing = behind.length === 0 ? ['(no messages yet)'] : [];
  seat.shown = look(client);
  return [...earlier, ...nothing, ...behind, ...(client.dialog ? drawDialog(client.dialog) : [])];
}

/** What has appeared or changed since the last time; it counts as shown from then on. */
export function newsOf(seat: Seat, bot: string): readonly string[] {
  const { client, shown: before } = seat;
  const after = look(client);
  seat.shown = after;
  const messages = client.messages().flatMap((message) => {
    const known = before.messages.get(placeOf(message));
    if (message.from === 'person' || known === after.messages.get(placeOf(message))) return [];
    return drawMessage(message, bot, known !== undefined);
  });
  const home = homeOf(seat);
  const { dialog } = client;
  return [
    ...(client.platform === 'teams' ? client.toasts.slice(before.toasts).map((text) => `(for a moment) ${text}`) : []),
    ...(client.platform === 'teams' ? client.opened.slice(before.opened).map((address) => `(opens ${address})`) : []),
    ...messages,
    ...(home && before.home !== after.home ? drawDialog(home, 'page') : []),
    ...(dialog && before.dialog !== after.dialog ? drawDialog(dialog) : []),
    ...(!dialog && before.dialog !== undefined ? ['(the dialog is closed)'] : []),
  ];
}

function look(client: SlackClient | TeamsClient): Shown {
  const { dialog } = client;
  const home = client.platform === 'slack' ? client.home : undefined;
  return {
    messages: new Map(client.messages().map((message) => [placeOf(message), print(message)])),
    dialog: dialog && print(dialog),
    home: home && print(home),
    toasts: client.platform === 'teams' ? client.toasts.length : 0,
    opened: client.platform === 'teams' ? client.opened.length : 0,
  };
}

function placeOf({ conversation, id }: SeenMessage): string {
  return `${conversation} ${id}`;
}

/** Without the values of fields: a person who has filled one in needs not be shown everything again. */
function print(drawn: SeenMessage | SeenDialog): string {
  const fields = drawn.fields.map(({ label, kind, options, error }) => [label, kind, options, error]);
  return JSON.stringify(['title' in drawn ? drawn.title : drawn.edits, drawn.text, drawn.buttons, fields]);
}
