/** Talks to the bot through one chat client and reads what comes back, as a person does: by words, labels and nothing else. */
import type { Language } from '../../programme/requests/context.js';
import type { Outcome, SeenDialog, SeenField, SeenMessage } from '../client.js';
import type { SlackClient } from '../slack/client.js';
import type { TeamsClient } from '../teams/client.js';
import { PilotFailed } from './failure.js';
import type { textsFor } from './texts.js';

export interface Actor {
  readonly name: string;
  readonly client: SlackClient | TeamsClient;
  readonly language: Language;
  readonly texts: ReturnType<typeof textsFor>;
  /** Resolves when the bot has sent all answers to what it has received until now. */
  answered(): Promise<void>;
}

/** What the bot put before the person: an open dialog, or a message. */
export interface Screen {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly fields: readonly SeenField[];
  /** Undefined: it is the open dialog. */
  readonly message: SeenMessage | undefined;
}

type Wanted = (screen: Screen) => boolean;

/** Says it to the bot, in Slack with `slash` as its command, and returns what is wanted of what the bot shows; null if that is something else. */
export async function ask(
  actor: Actor,
  words: string,
  wanted: Wanted = anything,
  { slash = false }: { readonly slash?: boolean } = {},
): Promise<Screen | null> {
  const { client } = actor;
  await closeDialogs(actor);
  return await answered(actor, wanted, () =>
    slash && client.platform === 'slack' ? client.command(`/spp ${words}`) : client.say(words),
  );
}

/** Presses the button and returns what it brought; null where there is no such button, or it brought something else. */
export async function press(
  actor: Actor,
  screen: Screen | null,
  label: string,
  wanted: Wanted = anything,
): Promise<Screen | null> {
  if (screen === null || !screen.buttons.includes(label)) return null;
  const { message } = screen;
  return await answered(actor, wanted, () =>
    message === undefined ? actor.client.press(label) : actor.client.press(label, message),
  );
}

/** Presses the button that stands beside a text, on the newest message that has both; null where there is none. */
export async function pressBeside(actor: Actor, screen: Screen | null, label: string, near: string) {
  if (screen === null || !screen.buttons.includes(label) || !screen.text.includes(near)) return null;
  return await answered(actor, anything, () => actor.client.pressBeside(label, near));
}

/** Sends the open dialog off. */
export async function submitDialog(actor: Actor): Promise<Screen | null> {
  return await answered(actor, anything, () => actor.client.submit());
}

export async function closeDialogs({ client }: Actor): Promise<void> {
  while (client.dialog !== undefined) await client.close();
}

/** Does something that the bot answers. A client that shows an error has found a fault of the bot. */
export async function answered(actor: Actor, wanted: Wanted, command: () => Promise<Outcome>): Promise<Screen | null> {
  const { client } = actor;
  const before = new Map(client.messages().map((message) => [placeOf(message), message.edits]));
  const dialogBefore = client.dialog?.payload;
  const { error } = await command();
  if (error !== undefined) throw new PilotFailed(`${actor.name} saw an error in ${client.platform}: ${error}`);
  const look = (): Screen | undefined => {
    const fresh = client
      .messages()
      .filter((message) => message.from === 'bot' && before.get(placeOf(message)) !== message.edits)
      .map((message): Screen => ({ ...message, message }));
    const { dialog } = client;
    const open = dialog !== undefined && dialog.payload !== dialogBefore ? [dialogScreen(dialog)] : [];
    return [...open, ...fresh].find(wanted);
  };
  // An answer may follow the acknowledgement, and what is seen first need not be all that comes: a request that is still under way
  // when the next step looks at the truth would undo it afterwards.
  await actor.answered();
  return look() ?? null;
}

export function dialogScreen({ title, text, buttons, fields }: SeenDialog): Screen {
  return { text: `${title}\n${text}`, buttons, fields, message: undefined };
}

function placeOf({ conversation, id }: SeenMessage): string {
  return `${conversation} ${id}`;
}

function anything(): boolean {
  return true;
}
