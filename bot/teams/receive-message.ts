/** Receives messages: words, pressed buttons and forms that stand in the chat. */
import { chatTexts } from '../../programme/messages/texts.js';
import { handleAndReply } from '../../programme/requests/handle-and-reply.js';
import type { IncomingRequest, RequestResult } from '../../programme/requests/request.js';
import { languageOf } from '../../programme/requests/request-context.js';
import { originOf } from '../payload.js';
import { signalWork } from '../signal-work.js';
import { type Conversation, conversationOf, NoPersonalChat, personalChat } from './conversation.js';
import { messageKeys } from './keys.js';
import { plainActivity } from './message-activity.js';
import { type CardSubmission, readCard } from './read-card.js';
import { receiveChannel } from './receive-team.js';
import { sendReply } from './send-reply.js';
import { sentFiles } from './sent-files.js';
import { apologiseTo, type Turn } from './teams-context.js';
import { tellClosed } from './tell-closed.js';

/** Answers a message. Never throws: the person gets an apology and the log the cause. */
export async function receiveMessage(turn: Turn): Promise<void> {
  const here = conversationOf(turn.sdkTurn, turn.services.clock);
  try {
    if (turn.incoming.personal) return await answerHere(turn, here);
    await answerPrivately(turn, here);
    await receiveChannel(turn);
  } catch (error) {
    await apologiseTo(turn, here, error, 'teams message');
  }
}

async function answerHere(turn: Turn, conversation: Conversation): Promise<void> {
  const { services, incoming } = turn;
  const { replyToId } = incoming;
  const pressed = incoming.value === undefined || incoming.value === null ? null : readCard(incoming.value);
  if (pressed?.kind === 'cancelled') {
    if (replyToId !== null) await conversation.remove(replyToId);
    return await tellClosed(turn, pressed);
  }
  const request = requestOf(turn, pressed);
  if (request === null) {
    const language = await languageOf(services, turn.account);
    await conversation.send(plainActivity(chatTexts[language].formExpired, language));
    return;
  }
  const stopSignal = signalWork(services.log, () => turn.sdkTurn.showTyping());
  const answered = handleAndReply(services, request, async (result) => {
    stopSignal();
    const { reply } = result;
    // A submitted form is replaced by its result, or by itself with its errors.
    const inPlace = pressed?.kind === 'form' || (reply.kind === 'message' && reply.replaces);
    const entered = 'input' in request && request.submitted ? request.input : {};
    await sendReply(turn, conversation, result, entered, inPlace ? replyToId : null);
  });
  await answered.finally(stopSignal);
}

/**
 * In a channel or group everyone reads along, so the answer goes to the personal chat. To words only that is said here; to a
 * pressed button nothing, as it may stand below an announcement that many answer.
 */
async function answerPrivately(turn: Turn, channel: Conversation): Promise<void> {
  const pressed = turn.incoming.value === undefined ? null : readCard(turn.incoming.value);
  const request = requestOf(turn, pressed);
  if (request === null) return;
  const personal = personalChat({ sdk: turn.sdk, clock: turn.services.clock }, turn.incoming.address);
  await handleAndReply(turn.services, request, async (result: RequestResult) => {
    const { language } = result;
    try {
      await sendReply(turn, personal, result);
    } catch (error) {
      if (!(error instanceof NoPersonalChat)) throw error;
      return await channel.send(plainActivity(chatTexts[language].openPersonalChat, language));
    }
    if (pressed !== null) return;
    // The answer has arrived: a note that is lost must not bring it a second time.
    await channel.send(plainActivity(chatTexts[language].sentPrivately, language)).catch((error: unknown) => {
      turn.services.log.warn({ error }, 'a note in a channel was not delivered');
    });
  });
}

/** The request of a message, or null where a card was used that is none of ours. */
function requestOf({ incoming, account, trustsFiles }: Turn, pressed: CardSubmission | null): IncomingRequest | null {
  const base = { account, ...messageKeys(incoming), answeredLater: true };
  if (pressed?.kind === 'button' || pressed?.kind === 'form') {
    const { payload } = pressed;
    const submitted = pressed.kind === 'form';
    const input = pressed.kind === 'form' ? pressed.input : payload.input;
    const origin = submitted ? 'chosen' : originOf(payload);
    return { ...base, action: payload.action, input, origin, submitted };
  }
  const foreign = incoming.value !== undefined && incoming.value !== null;
  if (foreign) return null;
  const files = incoming.personal ? sentFiles(incoming.files, trustsFiles) : [];
  const { words, forwarded, personal } = incoming;
  return { ...base, words, isCommand: false, files, ...(personal && forwarded !== null && { forwarded }) };
}
