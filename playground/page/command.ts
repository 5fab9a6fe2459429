/** What the page asks its server to do, and what comes of it: types only, so that both sides are compiled against the same words. */
import type { Ahead } from './ahead.js';
import type { ClientSessionId, Language, MailLine, Platform, TrafficLine, TroubleKind } from './protocol.js';

/** Where an element stands: in a modal or the Home tab, or in a message. */
export type SlackPlaceOfElement = { readonly view: string } | { readonly conversation: string; readonly ts: string };

/**
 * What is put into an element, in the words of Block Kit: the text, an option's value, several, a date (2024-11-07), a time (15:30),
 * a Unix time, ids of people or channels, ids of files given to `POST /files`; null empties it.
 */
export type SlackValue = string | number | readonly string[] | null;

export interface SlackEntered {
  readonly block: string;
  readonly action: string;
  readonly value: SlackValue;
}

export type SlackCommand =
  /** In a channel, `@` and the bot's name at the beginning mentions it. `files` are ids from `POST /files`. */
  | {
      readonly do: 'say';
      readonly conversation: string;
      readonly thread?: string | undefined;
      readonly text: string;
      readonly files?: readonly string[] | undefined;
    }
  | { readonly do: 'slash command'; readonly conversation: string; readonly line: string }
  | {
      readonly do: 'shortcut';
      readonly callbackId: string;
      readonly on?: { readonly conversation: string; readonly ts: string } | undefined;
    }
  /** `option`: the position in an overflow menu. */
  | {
      readonly do: 'press';
      readonly place: SlackPlaceOfElement;
      readonly block: string;
      readonly action: string;
      readonly option?: number | undefined;
    }
  | ({ readonly do: 'enter'; readonly place: SlackPlaceOfElement } & SlackEntered)
  /** Asks the bot for an external menu's options; the answer is in `options`. */
  | {
      readonly do: 'suggest';
      readonly place: SlackPlaceOfElement;
      readonly block: string;
      readonly action: string;
      readonly typed: string;
    }
  /** With what has been typed and not yet been told. */
  | { readonly do: 'submit'; readonly view: string; readonly entered: readonly SlackEntered[] }
  | { readonly do: 'close'; readonly view: string; readonly all: boolean }
  | { readonly do: 'open home' }
  | { readonly do: 'open messages' };

/** Where a card stands. */
export type TeamsPlaceOfCard =
  | { readonly dialog: string }
  | { readonly conversation: string; readonly message: string; readonly attachment: number };

export type TeamsCommand =
  | {
      readonly do: 'say';
      readonly conversation: string;
      readonly thread?: string | undefined;
      readonly text: string;
      readonly files?: readonly string[] | undefined;
    }
  /**
   * Presses an action of an Adaptive Card. `pointer` is its JSON pointer within the card (`/body/0/actions/1`), `inputs` what the
   * card's inputs hold, as Teams submits them.
   */
  | {
      readonly do: 'act';
      readonly place: TeamsPlaceOfCard;
      readonly pointer: string;
      readonly inputs: Readonly<Record<string, string>>;
    }
  /** A button of a hero card, or with attachment -1 a suggested action; `pointer` within the card's content or the message. */
  | { readonly do: 'card button'; readonly place: TeamsPlaceOfCard; readonly pointer: string }
  | { readonly do: 'consent'; readonly place: TeamsPlaceOfCard; readonly accept: boolean }
  /** Asks the bot for the choices of a field that searches; the answer is in `options`. */
  | {
      readonly do: 'search';
      readonly place: TeamsPlaceOfCard;
      readonly input: string;
      readonly typed: string;
      readonly inputs: Readonly<Record<string, string>>;
    }
  | { readonly do: 'refresh'; readonly conversation: string; readonly message: string }
  | { readonly do: 'close dialog' }
  | { readonly do: 'install' }
  | { readonly do: 'uninstall' }
  /** Adds the app to the team of this channel. */
  | { readonly do: 'install in team'; readonly conversation: string }
  | { readonly do: 'block'; readonly blocked: boolean };

export type JumpTo = { readonly by: 'hour' | 'day' | 'next' } | { readonly at: string };

/** The body of `POST /commands`. */
export type Command =
  | { readonly clientSession: ClientSessionId; readonly slack: SlackCommand }
  | { readonly clientSession: ClientSessionId; readonly teams: TeamsCommand }
  | { readonly jump: JumpTo }
  | { readonly trouble: { readonly platform: Platform; readonly kind: TroubleKind; readonly on: boolean } }
  /** Sends the newest request to the bot once more, as the platform does when it is in doubt. */
  | { readonly redeliver: Platform; readonly anew: boolean }
  | { readonly worker: 'kill' | 'start' }
  /** Whether the app asks the scripted language model, from the next sentence on. */
  | { readonly withModel: boolean }
  | { readonly scenario: string };

/** The answer to `POST /commands`. */
export interface Done {
  /** HTTP status of the bot's answer; 0 where nothing was sent. */
  readonly status: number;
  readonly milliseconds: number;
  /**
   * What a real client would show as an error, in its own English words, or why it could not be done, in both languages; null
   * when all went well.
   */
  readonly error: string | Readonly<Record<Language, string>> | null;
  /** What `redeliver` sent again, as its line in the timeline tells; undefined where that is forgotten. */
  readonly redelivered?: Pick<TrafficLine, 'what' | 'who'> | undefined;
  /** Of a jump: what lay between, soonest first. */
  readonly passed?: readonly Ahead[] | undefined;
  /** Answers to `suggest` and `search`. */
  readonly options?: readonly {
    readonly label: string;
    readonly value: string;
    readonly description?: string | undefined;
  }[];
}

/** Request and answer of one line, asked for when it is opened. */
export interface TrafficDetail {
  readonly request: unknown;
  readonly response: unknown;
}

/** From the page, over the WebSocket: what it wants to be told of from now on. */
export interface Watch {
  readonly clientSessions: readonly ClientSessionId[];
  readonly inspector: boolean;
}

/** A mail as it is opened. */
export interface OpenedMail extends MailLine {
  readonly text: string;
  /** Of the sender: to be shown where it can run nothing. */
  readonly html: string | null;
  readonly attachments: readonly string[];
  readonly links: readonly string[];
}
