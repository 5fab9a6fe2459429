/** Receives invokes, for which a person waits: dialogs opened and submitted, searches while typing, and consent to files. */

import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Values } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';
import { replyOnce } from '../../programme/requests/handle-and-reply.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import { leaveLine } from '../../programme/requests/leave-line.js';
import type { Request, RequestResult } from '../../programme/requests/request.js';
import { languageOf } from '../../programme/requests/request-context.js';
import { apologise } from '../apology.js';
import { originOf, parseJson, readPayload } from '../payload.js';
import { searchInTime } from '../search-in-time.js';
import { type Conversation, personalChat } from './conversation.js';
import { type DialogAnswer, dialogOfMessage, dialogOfReply, dialogOfWords, searchAnswer } from './dialog.js';
import { invokeKeys } from './keys.js';
import { messageActivity } from './message-activity.js';
import { type CardSubmission, readCard } from './read-card.js';
import { receiveConsent } from './receive-consent.js';
import { sendReply } from './send-reply.js';
import { apologiseTo, type Turn } from './teams-context.js';
import { tellClosed } from './tell-closed.js';

const taskValue = z.object({ data: z.unknown().optional() });
const searchValue = z.object({ queryText: z.string().default(''), dataset: z.string() });
const dataset = z.object({ action: z.string(), field: z.string(), known: z.unknown().optional() });

/** Answers an invoke in time. Never throws. An invoke that we never asked for gets Teams' 501. */
export async function receiveInvoke(turn: Turn): Promise<void> {
  switch (turn.incoming.name) {
    case 'task/fetch':
    case 'task/submit':
      return await turn.sdkTurn.respondToInvoke(await answerTask(turn));
    case 'application/search':
      return await turn.sdkTurn.respondToInvoke(await answerSearch(turn));
    case 'fileConsent/invoke':
      return await receiveConsent(turn);
    default:
      turn.services.log.warn({ name: turn.incoming.name }, 'Teams invoked something that we do not offer');
  }
}

/** What the dialog shows next; undefined closes it. */
async function answerTask(turn: Turn): Promise<DialogAnswer | undefined> {
  const { services, account, incoming } = turn;
  try {
    const pressed = readCard(taskValue.safeParse(incoming.value).data?.data);
    if (pressed?.kind === 'cancelled') {
      turn.track(tellClosed(turn, pressed));
      return undefined;
    }
    if (pressed === null) {
      return dialogOfWords(chatTexts[await languageOf(services, account)].formExpired);
    }
    const request = requestOf(turn, pressed);
    return await inTime(turn, request, pressed.payload.offer === true);
  } catch (error) {
    const language = await languageOf(services, account);
    return dialogOfMessage(apologise(services, error, language, `teams ${incoming.name}`), language, '');
  }
}

function requestOf({ account, incoming }: Turn, pressed: Exclude<CardSubmission, { kind: 'cancelled' }>): Request {
  return {
    account,
    ...invokeKeys(incoming),
    action: pressed.payload.action,
    input: pressed.kind === 'form' ? pressed.input : pressed.payload.input,
    origin: pressed.kind === 'form' ? 'chosen' : originOf(pressed.payload),
    submitted: pressed.kind === 'form',
    answeredLater: false,
    leavesLine: true,
  };
}

/** The answer if it is there in time; otherwise the dialog says that we are at work and the answer follows in the chat. */
async function inTime(turn: Turn, request: Request, offer: boolean): Promise<DialogAnswer> {
  const { services, account, incoming, patienceMilliseconds } = turn;
  const work = handleRequest(services, request);
  const entered = request.submitted ? request.input : {};
  const patience = new AbortController();
  const impatient = pause(patienceMilliseconds, null, { signal: patience.signal }).catch(() => null);
  const conversation = personalChat({ sdk: turn.sdk, clock: services.clock }, incoming.address);
  // Only an offer gives its place up: any other card is of use beyond the one button.
  const offered = offer && incoming.personal ? incoming.replyToId : null;
  try {
    const performed = await Promise.race([work, impatient]);
    if (performed === null) {
      turn.track(followUp(turn, work, { conversation, offered }, entered));
      return dialogOfWords(chatTexts[await languageOf(services, account)].working);
    }
    turn.track(leaveLineIn(turn, performed, { conversation, offered }));
    return dialogOfReply(performed.reply, performed.language, entered, request.action, offer);
  } finally {
    patience.abort();
  }
}

/** Where what a dialog did is said: in place of the message that offered it, if one did. */
interface Place {
  readonly conversation: Conversation;
  readonly offered: string | null;
}

/** The dialog shows the reply until it is closed; the chat keeps a line of what was done. Never throws. */
async function leaveLineIn(turn: Turn, result: RequestResult, { conversation, offered }: Place): Promise<void> {
  try {
    await leaveLine(turn.services, result, async (line) => {
      const activity = messageActivity(line, result.language);
      await (offered === null ? conversation.send(activity) : conversation.replace(offered, activity));
    });
  } catch (error) {
    turn.services.log.warn({ error, where: 'teams dialog' }, 'a line about what was done could not be left');
  }
}

async function followUp(
  turn: Turn,
  work: Promise<RequestResult>,
  { conversation, offered }: Place,
  entered: Values,
): Promise<void> {
  try {
    await replyOnce(turn.services, await work, (result) => {
      const settles = result.reply.kind === 'message' && result.reply.outcome === 'done';
      return sendReply(turn, conversation, result, entered, settles ? offered : null);
    });
  } catch (error) {
    await apologiseTo(turn, conversation, error, `teams ${turn.incoming.name}, later`);
  }
}

async function answerSearch({ services, account, incoming, patienceMilliseconds }: Turn) {
  const query = searchValue.safeParse(incoming.value);
  const asked = query.success ? dataset.safeParse(parseJson(query.data.dataset)) : null;
  if (!query.success || !asked?.success) return searchAnswer([]);
  const { action, field, known } = asked.data;
  // The payload's reader holds what the dataset carries to the same shapes as a button's.
  const given: Values = readPayload({ action, input: known })?.input ?? {};
  const search = { account, action, field, typed: query.data.queryText, given };
  return searchAnswer(await searchInTime(services, search, patienceMilliseconds, 'teams search'));
}
