/** Sends, replaces and removes messages of one conversation, and tries again what Teams surely did not take. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../programme/requests/context.js';
import { NotSent } from '../../programme/requests/deferred-reply.js';
import { hasConversation, type TeamsAddress } from './address.js';
import { openConversation } from './gateway.js';
import { type FailedSend, outcomeOfError } from './outcome.js';
import type { MessageActivity, Receive, SdkTurn, TeamsSdk } from './types.js';

/** Each method throws NotSent where Teams surely did not take the message, however often it was tried. */
export interface Conversation {
  send(message: MessageActivity): Promise<void>;
  /** Replaces an earlier message, or sends the new one after it where the earlier one is gone. */
  replace(messageId: string, message: MessageActivity): Promise<void>;
  remove(messageId: string): Promise<void>;
}

/** How often an answer is tried while Teams says that it took nothing, and how long in all. A person is waiting. */
const TRIES = 3;
const LONGEST_WAIT_MILLISECONDS = 4000;

/** The person has no personal chat with the bot: it is not installed for them, or blocked. */
export class NoPersonalChat extends Error {
  override readonly name = 'NoPersonalChat';
}

/** The personal chat could not be opened, so that nothing could be said in it. */
class NotOpened extends Error {
  constructor(readonly failed: FailedSend) {
    super(`the personal chat could not be opened: ${failed.outcome}`);
  }
}

type InTurn = (run: Receive) => Promise<void>;

/** The conversation of a turn under way. */
export function conversationOf(turn: SdkTurn, clock: Clock): Conversation {
  return conversation((run) => run(turn), clock);
}

/** A person's personal chat, which outlives the turn; it is opened first where it is not known yet. `send` throws NoPersonalChat. */
export function personalChat(
  { sdk, clock }: { readonly sdk: TeamsSdk; readonly clock: Clock },
  address: TeamsAddress,
): Conversation {
  const chat = conversation(async (run) => {
    const known = hasConversation(address) ? address : await openConversation({ sdk, clock }, address);
    if ('outcome' in known) {
      if (known.outcome === 'unreachable') throw new NoPersonalChat(known.reason);
      throw new NotOpened(known);
    }
    await sdk.continueConversation(known, run);
  }, clock);
  return {
    ...chat,
    async send(message) {
      try {
        await chat.send(message);
      } catch (error) {
        const closed = outcomeOfError(error, clock.now()).outcome === 'unreachable';
        throw closed ? new NoPersonalChat('the personal chat is closed', { cause: error }) : error;
      }
    },
  };
}

function conversation(inTurn: InTurn, clock: Clock): Conversation {
  const tried = (call: (turn: SdkTurn) => Promise<unknown>) =>
    withRetries(clock, () =>
      inTurn(async (turn) => {
        await call(turn);
      }),
    );
  const send = (message: MessageActivity) => tried((turn) => turn.send(message));
  return {
    send,
    async replace(messageId, message) {
      try {
        await tried((turn) => turn.update(messageId, message));
      } catch (error) {
        const { outcome } = outcomeOfError(error, clock.now());
        // An update that may have arrived must not be sent a second time; one that Teams does not take now needs no second try.
        if (outcome === 'uncertain' || error instanceof NotSent) throw error;
        await send(message);
      }
    },
    remove: (messageId) => tried((turn) => turn.delete(messageId)),
  };
}

const mayTryAgain: ReadonlySet<FailedSend['outcome']> = new Set(['rate-limited', 'not-sent', 'may-repeat']);

function later(now: Date, attempt: number): Date {
  return new Date(now.getTime() + 200 * attempt * (1 + Math.random()));
}

/** Tries again only what surely was not taken or what Teams asks for again, and never before Teams allows it. */
async function withRetries(clock: Clock, call: () => Promise<void>): Promise<void> {
  const start = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await call();
      return;
    } catch (error) {
      if (error instanceof NoPersonalChat) throw error;
      const now = clock.now();
      const failed = error instanceof NotOpened ? error.failed : outcomeOfError(error, now);
      if (failed.outcome === 'not-sent' && failed.ours) throw new NotSent(later(now, attempt), error, 'ours');
      if (!mayTryAgain.has(failed.outcome)) throw error;
      const until = failed.outcome === 'rate-limited' ? failed.until : later(now, attempt);
      const wait = until.getTime() - now.getTime();
      if (attempt >= TRIES || performance.now() - start + wait > LONGEST_WAIT_MILLISECONDS) {
        throw new NotSent(until, error);
      }
      await pause(wait);
    }
  }
}
