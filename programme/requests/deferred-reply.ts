/** A reply that its platform did not take goes to the outbox, which sends it as soon as the platform allows. */

import { inTransaction } from '../../prisma/client.js';
import { elements, type Message } from '../messages/message.js';
import { replyAsMessage } from '../messages/reply-as-message.js';
import { chatTexts } from '../messages/texts.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import { plan } from '../notifications/plan.js';
import type { BaseContext } from './context.js';
import { markReplied, readStored } from './idempotency.js';
import type { RequestResult } from './request.js';
import type { Services } from './services.js';

/** Thrown by what sends replies, where the platform surely took nothing: sent again later, it is there once. */
export class NotSent extends Error {
  override readonly name = 'NotSent';

  /**
   * @param until not to be tried before
   * @param fault 'ours': it passes once people mend our set-up
   */
  constructor(
    readonly until: Date,
    cause: unknown,
    readonly fault: 'ours' | 'theirs' = 'theirs',
  ) {
    super('a platform did not take a reply', { cause });
  }
}

/**
 * Sends a reply. One that surely did not go out is planned as a notification, if it was stored and the person who asked is known.
 * @returns whether it went out now
 * @throws what `send` throws, where the reply is lost otherwise
 */
export async function sendOrDefer(
  services: Services,
  result: RequestResult,
  send: (result: RequestResult) => Promise<void>,
): Promise<boolean> {
  try {
    await send(result);
    return true;
  } catch (error) {
    const { key } = result;
    if (!(error instanceof NotSent) || key === null || !(await isDeferred(services, key, error.until))) throw error;
    services.log[error.fault === 'ours' ? 'error' : 'info'](
      { error: error.cause, request: key },
      'a reply was left to the outbox',
    );
    return false;
  }
}

/** Whether the outbox took it. It may fail as well, and then the platform must still be able to bring the request again. */
async function isDeferred(services: Services, key: string, until: Date): Promise<boolean> {
  try {
    return await defer(services, key, until);
  } catch (error) {
    services.log.error({ error, request: key }, 'a reply could not be left to the outbox');
    return false;
  }
}

export const deferredReply = notificationKind('request.answer', {
  name: { ja: '後から届ける返事', en: 'answer told later' },
  compose: composeReply,
  byMail: false,
});

/** Counts the request as answered in the same transaction, so that a repeated delivery does not answer it as well. */
async function defer({ database, clock }: Services, key: string, until: Date): Promise<boolean> {
  const now = clock.now();
  return await inTransaction(database, async (transaction) => {
    const stored = await readStored(transaction, key);
    if (stored === null || stored.personId === null) return false;
    await plan(transaction, now, [
      {
        key: `answer:${key}`,
        kind: deferredReply,
        programmeId: null,
        personId: stored.personId,
        subjectId: null,
        data: { request: key },
        dueAt: until,
        // Where it was asked: another account of the person would not know what the reply is to.
        accountId: stored.accountId,
      },
    ]);
    await markReplied(transaction, key, now);
    return true;
  });
}

/** The stored reply as it was, under a word on why it comes now. Null once the request is forgotten. */
async function composeReply(context: BaseContext, { data }: Composing): Promise<Message | null> {
  const key = typeof data === 'object' && data !== null && 'request' in data ? String(data.request) : '';
  const stored = await readStored(context.transaction, key);
  if (stored === null) return null;
  const message = replyAsMessage(stored.reply, context.language);
  return {
    ...message,
    elements: elements({ kind: 'note', text: chatTexts[context.language].answeredLate }, ...message.elements),
  };
}
