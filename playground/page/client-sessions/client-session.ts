/** What the page's server needs of one person's client, whichever platform it is on. */
import type { Done } from '../command.js';
import type { ClientSessionEvent, ClientSessionId, Language } from '../protocol.js';

export interface ClientSession<Command> {
  readonly id: ClientSessionId;
  /**
   * What has changed after this place in the order of changes; 0 asks for everything.
   * @returns the event, and the place to go on from
   */
  look(since: number): { readonly event: ClientSessionEvent; readonly until: number };
  /**
   * Does what the person does, as real signed requests to the bot; resolves when the bot has answered them.
   * @throws NotPossible, with a sentence for people, where it cannot be done: the element is gone, the file too large
   */
  carryOut(command: Command): Promise<Done>;
  /** Calls back for changes that are this client's own and not of the platform's store: an opened dialog, a toast. */
  onOwnChange(listener: () => void): () => void;
}

/** A file that the page has handed in and that a command may name. */
export interface HandedIn {
  readonly name: string;
  readonly content: Uint8Array;
}

/** What stands behind the client sessions of both platforms. */
export interface ClientSessionOptions {
  /** The file of this id, as given to `POST /files`. */
  readonly handedIn: (id: string) => HandedIn | undefined;
}

/** What the person at the page can be told in a sentence; anything else that is thrown is a fault of ours. */
export class NotPossible extends Error {
  constructor(readonly words: Readonly<Record<Language, string>>) {
    super(words.en);
  }
}
