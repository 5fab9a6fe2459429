/** Receives the answer to a file's consent card: brings the file to the person's OneDrive, or leaves it to its link. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { fileTexts } from '../../programme/files/texts.js';
import type { Message } from '../../programme/messages/message.js';
import { handleAndReply } from '../../programme/requests/handle-and-reply.js';
import type { Request } from '../../programme/requests/request.js';
import { languageOf } from '../../programme/requests/request-context.js';
import { type Conversation, personalChat } from './conversation.js';
import { type ConsentAnswer, infoActivity, readConsent, type UploadInfo } from './file-cards.js';
import { messageActivity, plainActivity, replyActivity } from './message-activity.js';
import { apologiseTo, type Turn } from './teams-context.js';
import type { MessageActivity } from './types.js';

/** Shorter than the claim on the reply (30 s), so that no second delivery begins while the first is at work. */
const UPLOAD_MILLISECONDS = 20_000;

/** Acknowledges at once and works afterwards: an upload takes longer than Teams waits. Never throws. */
export async function receiveConsent(turn: Turn): Promise<void> {
  const { services, incoming } = turn;
  await turn.sdkTurn.respondToInvoke(undefined);
  const answer = readConsent(incoming.value);
  if (answer === null || !incoming.personal) {
    services.log.warn({ personal: incoming.personal }, 'Teams sent an answer about a file that nobody asked for');
    return;
  }
  turn.track(carryOut(turn, answer));
}

async function carryOut(turn: Turn, answer: ConsentAnswer): Promise<void> {
  const conversation = personalChat({ sdk: turn.sdk, clock: turn.services.clock }, turn.incoming.address);
  try {
    await (answer.accepted ? accept(turn, conversation, answer) : decline(turn, conversation));
  } catch (error) {
    await apologiseTo(turn, conversation, error, 'teams file consent');
  }
}

/** The link stands in the message above. */
async function decline({ incoming, services }: Turn, conversation: Conversation): Promise<void> {
  if (incoming.replyToId === null) return;
  try {
    await conversation.remove(incoming.replyToId);
  } catch (error) {
    services.log.warn({ error }, 'a card of a declined file was not removed');
  }
}

async function accept(turn: Turn, conversation: Conversation, answer: ConsentAnswer): Promise<void> {
  const { services, account, incoming } = turn;
  const { replyToId } = incoming;
  const show = async (activity: MessageActivity) =>
    await (replyToId === null ? conversation.send(activity) : conversation.replace(replyToId, activity));
  const offer = services.fileLinks.readOffer(answer.offer, account);
  if (typeof offer === 'string') {
    services.log.warn({ offer }, 'an offer of a file does not hold');
    const language = await languageOf(services, account);
    return await show(plainActivity(fileTexts[language].offerOver, language));
  }
  await handleAndReply(services, requestFor(turn, answer, offer.file), async ({ reply, language }) => {
    if (reply.kind === 'form' || reply.outcome !== 'done') return await show(replyActivity(reply, language));
    const { upload } = answer;
    const uploaded = upload !== null && (await bring(turn, offer.file, upload));
    await show(
      uploaded
        ? infoActivity(upload)
        : messageActivity(notUploaded(reply.message, fileTexts[language].notUploaded), language),
    );
  });
}

/** The same for every answer to this offer, so that the file is brought once, however often it is allowed. */
function requestFor({ account }: Turn, { offer }: ConsentAnswer, file: string): Request {
  return {
    account,
    key: `teams:${createHash('sha256').update(`file-consent:${offer}`).digest('base64url')}`,
    ...{ fingerprint: null, resendFingerprint: null, answeredLater: true },
    ...{ action: 'file.link', input: { file }, origin: 'chosen', submitted: false, confirmed: false },
  };
}

function notUploaded(message: Message, words: string): Message {
  return { summary: words, elements: [{ kind: 'text', text: words }, ...message.elements] };
}

/** Whether the file is there now. The address is secret and needs no token. */
async function bring(
  { services, trustsFiles }: Turn,
  id: string,
  { uploadUrl, contentUrl }: UploadInfo,
): Promise<boolean> {
  const { files, log } = services;
  try {
    if (!trustsFiles(uploadUrl) || !trustsFiles(contentUrl)) throw new Error('the address is not Microsoft’s');
    const file = await files.find(id);
    if (file === null) throw new Error('the file is gone');
    const response = await fetch(uploadUrl, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        'content-length': String(file.size),
        'content-range': `bytes 0-${file.size - 1}/${file.size}`,
      },
      body: Readable.toWeb(Readable.from(files.read(id), { objectMode: false })),
      duplex: 'half',
      redirect: 'error',
      signal: AbortSignal.timeout(UPLOAD_MILLISECONDS),
    });
    await response.arrayBuffer();
    // 202 asks for more bytes, and there are none.
    if (response.status !== 200 && response.status !== 201) throw new Error(`answered with ${response.status}`);
    return true;
  } catch (error) {
    // Not the error itself, which may hold the secret address.
    const reason = error instanceof Error ? `${error.name}: ${error.message}`.replaceAll(uploadUrl, '…') : 'unknown';
    log.warn({ reason, file: id }, 'a file was not brought to OneDrive and is left to its link');
    return false;
  }
}
