/** What a Teams client offers beyond the driver that all platforms share. */
import type { ChatClient, Outcome, SeenMessage } from '../client.js';
import type { Delivery } from './delivery.js';
import type { Filled } from './fields.js';
import type { Shown } from './screen.js';
import type { Conversation, Message } from './store.js';
import type { Fields } from './wire.js';

export interface TeamsClientOptions {
  /** False for an old client without Universal Actions: it presses the fallback of an Action.Execute. */
  readonly universalActions?: boolean;
}

export interface TeamsClient extends ChatClient {
  readonly platform: 'teams';
  /** Adds the app for this person: installationUpdate and conversationUpdate, without a locale. */
  install(): Promise<Outcome>;
  uninstall(): Promise<Outcome>;
  /** Blocks the bot. Teams tells it nothing: it learns by the 403 of its next message. */
  block(): void;
  unblock(): void;
  /** Adds the app to a team that the person belongs to, or takes it away. */
  installInTeam(team: string): Promise<Outcome>;
  uninstallFromTeam(team: string): Promise<Outcome>;
  /** Forwards a message to the bot, of which this is the HTML. */
  forward(html: string, words?: string): Promise<Outcome>;
  /** Gives a channel of one of the person's teams another name. */
  renameChannel(channel: string, name: string): Promise<Outcome>;
  /** Ends a team of the person's. */
  deleteTeam(team: string): Promise<Outcome>;
  /** Writes to the bot with files attached; possible in the personal chat only. */
  sendFiles(text: string, files: readonly { readonly name: string; readonly content: Uint8Array }[]): Promise<Outcome>;
  /** Mentions the bot in the thread of a message that is already in a channel. */
  mentionInThread(message: SeenMessage, text: string): Promise<Outcome>;
  react(message: SeenMessage, reaction: string): Promise<Outcome>;
  /** Presses the button with this label that stands nearest to a text, for lists with a button in every row. */
  pressBeside(label: string, nearText: string, on?: SeenMessage): Promise<Outcome>;
  /** Shows a card again whose `refresh` names this person, as scrolling to it would. */
  refresh(message: SeenMessage): Promise<Outcome>;
  /** Short texts that the client showed for a moment (answers of the type message). */
  readonly toasts: readonly string[];
  /** Addresses that the person opened by a link button. */
  readonly opened: readonly string[];
  /** The requests that this client's commands sent to the bot, for redelivery. */
  readonly deliveries: readonly Delivery[];
}

/** What the person has done to one drawn card or message. */
export interface Surface {
  filled: Filled;
  shown: Shown;
}

export interface OpenDialog extends Surface {
  readonly title: string;
  /** Undefined where the bot answered with a text or a web page. */
  readonly card: Fields | undefined;
  readonly text: string;
  readonly conversation: Conversation;
  readonly thread: string | undefined;
  readonly messageId: string | undefined;
  readonly payload: unknown;
}

/** Where a button was pressed. */
export type Pressed =
  | { readonly where: 'dialog'; readonly dialog: OpenDialog }
  | { readonly where: 'message'; readonly message: Message; readonly payload: Fields; readonly surface: Surface };
