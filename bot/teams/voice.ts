/** Says things in one conversation: posts, puts a card in the place of another, takes one back. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import { textsFor } from '../../programme/locale/texts.js';
import { type Message, plain, type Reply, type Values } from '../../programme/messages/message.js';
import type { Clock, Language } from '../../programme/requests/context.js';
import { NotSent } from '../../programme/requests/deferred-reply.js';
import { hasConversation, referenceTo, type TeamsAddress } from './address.js';
import { formToCard, keepEntered } from './form.js';
import { cardActivity, openConversation } from './gateway.js';
import { type FailedSend, outcomeOfError } from './outcome.js';
import { messageToCard } from './render.js';

/** What is said throws NotSent where Teams surely did not take it, however often it was tried. */
export interface Voice {
  say(activity: Partial<Activity>): Promise<void>;
  /** Puts it in the place of an earlier message, or after it where that message is gone. */
  replace(messageId: string, activity: Partial<Activity>): Promise<void>;
  withdraw(messageId: string): Promise<void>;
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

type InTurn = (logic: (context: TurnContext) => Promise<unknown>) => Promise<void>;

/** The voice of a turn under way. */
export function turnVoice(context: TurnContext, clock: Clock): Voice {
  return voice(async (logic) => {
    await logic(context);
  }, clock);
}

/** A voice in the personal chat that outlives the turn; the chat is opened first where it is not known yet. `say` throws NoPersonalChat. */
export function personalVoice(
  parts: { readonly adapter: CloudAdapter; readonly appId: string; readonly clock: Clock },
  address: TeamsAddress,
): Voice {
  const inChat = voice(async (logic) => {
    const known = hasConversation(address) ? address : await openConversation(parts, address);
    if ('outcome' in known) {
      if (known.outcome === 'unreachable') throw new NoPersonalChat(known.reason);
      throw new NotOpened(known);
    }
    await parts.adapter.continueConversationAsync(parts.appId, referenceTo(known), async (context) => {
      await logic(context);
    });
  }, parts.clock);
  return {
    ...inChat,
    async say(activity) {
      try {
        await inChat.say(activity);
      } catch (error) {
        const closed = outcomeOfError(error, parts.clock.now()).outcome === 'unreachable';
        throw closed ? new NoPersonalChat('the personal chat is closed', { cause: error }) : error;
      }
    },
  };
}

function voice(inTurn: InTurn, clock: Clock): Voice {
  const say = (activity: Partial<Activity>) =>
    patiently(clock, () => inTurn((context) => context.sendActivity(activity)));
  return {
    say,
    async replace(messageId, activity) {
      try {
        await patiently(clock, () => inTurn((context) => context.updateActivity({ ...activity, id: messageId })));
      } catch (error) {
        const { outcome } = outcomeOfError(error, clock.now());
        // An update that may have arrived must not be said a second time; one that Teams does not take now needs no second try.
        if (outcome === 'uncertain' || error instanceof NotSent) throw error;
        await say(activity);
      }
    },
    withdraw: (messageId) => patiently(clock, () => inTurn((context) => context.deleteActivity(messageId))),
  };
}

/** Tries again only what surely was not taken, and never before Teams allows it. */
async function patiently(clock: Clock, send: () => Promise<void>): Promise<void> {
  const start = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send();
      return;
    } catch (error) {
      if (error instanceof NoPersonalChat) throw error;
      const now = clock.now();
      const failed = error instanceof NotOpened ? error.failed : outcomeOfError(error, now);
      if (failed.outcome !== 'rate-limited' && failed.outcome !== 'not-sent') throw error;
      const until =
        failed.outcome === 'rate-limited'
          ? failed.until
          : new Date(now.getTime() + 200 * attempt * (1 + Math.random()));
      const wait = until.getTime() - now.getTime();
      if (attempt >= TRIES || performance.now() - start + wait > LONGEST_WAIT_MILLISECONDS) {
        throw new NotSent(until, error);
      }
      await pause(wait);
    }
  }
}

/** What a reply looks like in the chat. `entered`: what the form that it answers was sent with. */
export function replyActivity(reply: Reply, language: Language, entered: Values = {}): Partial<Activity> {
  if (reply.kind === 'message') return messageActivity(reply.message, language);
  const { errors, problem } = reply;
  const form = keepEntered(reply.form, entered);
  const card = formToCard(form, errors, problem, language, 'chat');
  return cardActivity(card, textsFor(language).chat.fillInAbove(form.title));
}

export function messageActivity(message: Message, language: Language): Partial<Activity> {
  return cardActivity(messageToCard(message, language), message.summary);
}

export function plainActivity(words: string, language: Language): Partial<Activity> {
  return messageActivity(plain(words), language);
}
