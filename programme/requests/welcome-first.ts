/** The step that puts the welcome before the first reply that is posted to somebody who has just been recognised. */
import type { Transaction } from '../../prisma/client.js';
import type { KnownAccount } from '../members/identify.js';
import { memberWelcome, welcomeKey } from '../members/welcome.js';
import { elements } from '../messages/message.js';
import { settleUnsent } from '../notifications/settle-unsent.js';
import type { OpenContext } from './context.js';
import type { Request } from './request.js';
import type { StepResult } from './step-result.js';

/**
 * The notification that would bring it is settled in the same transaction, so that it is said once. Where it is being sent already,
 * or the reply is a form, it comes by itself.
 */
export async function welcomeFirst(
  context: OpenContext,
  request: Pick<Request, 'answeredLater' | 'isFirst'>,
  account: KnownAccount,
  result: StepResult,
): Promise<StepResult> {
  const { reply } = result;
  const { person } = account;
  if (person === null || !request.isFirst || !request.answeredLater) return result;
  if (reply.kind !== 'message' || result.undo) return result;
  const welcome = await takeWelcome(context, context.transaction, account.id, person.id);
  if (welcome === null) return result;
  const message = { ...reply.message, elements: elements(...welcome.elements, ...reply.message.elements) };
  return { ...result, reply: { ...reply, message } };
}

async function takeWelcome(context: OpenContext, transaction: Transaction, accountId: string, personId: string) {
  const id = await settleUnsent(transaction, welcomeKey(accountId, personId), context.now);
  return id === null ? null : await memberWelcome.compose(context, { id, personId, subjectId: null, data: {} });
}
