/** The part of Microsoft's SDK that this folder works with, in types of its own: only sdk.ts, which maps them, knows the SDK. */
import type { IncomingHttpHeaders } from 'node:http';
import type { CardAttachment } from './card.js';
import type { FileAttachment } from './file-attachments.js';

/** A person or a bot, as Teams addresses it. */
export interface Sender {
  readonly id: string;
  readonly name?: string | undefined;
  readonly aadObjectId?: string | undefined;
}

/** A message of cards. `summary` is the text of a notification banner. */
export interface MessageActivity {
  readonly type: 'message';
  readonly summary: string;
  readonly attachments: readonly (CardAttachment | FileAttachment)[];
  /** What Teams draws beside it. */
  readonly entities?: readonly MessageEntity[];
}

/** Teams' label "AI generated" (learn.microsoft.com, "Bot messages with AI-generated content"); two of them in a message are refused. */
export interface MessageEntity {
  readonly type: 'https://schema.org/Message';
  readonly '@type': 'Message';
  readonly '@context': 'https://schema.org';
  readonly additionalType: readonly ['AIGeneratedContent'];
}

/** A conversation to continue; without `conversation` only the service is known. */
export interface ConversationReference {
  readonly serviceUrl: string;
  readonly bot?: Sender;
  readonly user?: Sender;
  readonly conversation?: {
    readonly id: string;
    readonly conversationType?: 'personal' | 'channel';
    readonly isGroup?: boolean;
    readonly tenantId?: string;
  };
}

/** The participants of a personal chat to create. */
interface PersonalChat {
  readonly tenant: string;
  readonly bot: Sender;
  readonly user: Sender;
}

interface TeamChannel {
  readonly id: string;
  readonly tenant: string;
  readonly bot: Sender;
}

interface StartedThread {
  readonly conversation: string;
  /** The id of the message that began it; null where Teams names none. */
  readonly activity: string | null;
}

interface FoundTeam {
  readonly name: string;
  /** The first channel, which stands for the team, has no name. */
  readonly channels: readonly { readonly id: string; readonly name: string | null }[];
}

/** One turn of the SDK: an activity that came in, or a conversation that is continued. Each method is one request to Teams. */
export interface SdkTurn {
  readonly type: string;
  /** The activity as it came in. */
  readonly activity: unknown;
  /** The id of the message; null where Teams names none. */
  send(message: MessageActivity): Promise<string | null>;
  /** Shows that the bot is writing; Teams takes it away with the next message, or after a few seconds. */
  showTyping(): Promise<void>;
  update(messageId: string, message: MessageActivity): Promise<void>;
  delete(messageId: string): Promise<void>;
  /** Answers an invoke, with the status 200. */
  respondToInvoke(body: unknown): Promise<void>;
  /** The id of the chat: Teams answers with the one that exists already, if one does. */
  createPersonalChat(chat: PersonalChat): Promise<string>;
  /** Begins a thread in a channel with this message. Source: learn.microsoft.com, "Create a conversation with your bot", channel threads. */
  createThread(channel: TeamChannel, message: MessageActivity): Promise<StartedThread>;
  /** A team in which the bot is. */
  findTeam(team: string): Promise<FoundTeam>;
  /** A member of the conversation as the tenant's directory describes them. */
  findMember(userId: string): Promise<unknown>;
}

export type Receive = (turn: SdkTurn) => Promise<void>;

export interface SdkRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The response that the SDK would give. `admitted`: the request's token was accepted. */
export interface SdkResponse {
  readonly admitted: boolean;
  readonly status: number;
  readonly body: unknown;
  /** What the SDK would have written to the console: why it refused a token, or what a receiver has thrown. */
  readonly fault: Error | null;
}

export interface TeamsSdk {
  /** Signs in with Microsoft, without a request to Teams. Throws what Microsoft's library throws. */
  signIn(): Promise<void>;
  /** Routes activities by type: those that `accepts` takes, after the check of their token. The others are passed over, or refused. */
  listen(
    receivers: Readonly<Record<string, Receive>>,
    accepts: (turn: SdkTurn) => boolean | 'refused',
  ): (request: SdkRequest) => Promise<SdkResponse>;
  continueConversation(reference: ConversationReference, run: Receive): Promise<void>;
}
