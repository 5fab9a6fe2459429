/** The last step: the reply is stored under the request's key, so that a repeated delivery gets it and has no second effect. */
import { violatedConstraint } from '../../prisma/client.js';
import type { KnownAccount } from '../members/identify.js';
import { noteSeen } from '../members/seen.js';
import type { Reply, Values } from '../messages/message.js';
import type { OpenContext } from './context.js';
import { findStored, requestConstraints, storeRequest } from './idempotency.js';
import { shownBy } from './last-shown.js';
import { writeLastShown } from './last-shown.sql.js';
import { isSame } from './repeat-reply.js';
import type { Request, RequestResult } from './request.js';
import type { Services } from './services.js';
import type { StepResult } from './step-result.js';

/** Leaves the transaction so that nothing of a refused request stays. */
export class RolledBack extends Error {
  constructor(
    readonly result: RequestResult,
    readonly account: KnownAccount,
  ) {
    super('refused');
  }
}

/**
 * Stores what was written about and what is posted separately; the rest may be done again.
 * @throws RolledBack for what must be undone, which `rememberRefusal` stores outside the transaction
 */
export async function rememberReply(
  context: OpenContext,
  request: Request,
  account: KnownAccount,
  { reply, undo, wrote, remembered, about = {}, language = context.language }: StepResult,
): Promise<RequestResult> {
  const stores = request.answeredLater || wrote;
  const key = stores && !undo ? request.key : null;
  const result = { reply, ...(remembered && { remembered }), language, repeated: false, key };
  if (undo) throw new RolledBack(result, account);
  if (stores) await storeRequest(context.transaction, request, idsOf(account), remembered ?? reply, context.now);
  if (request.beside !== true)
    await rememberShown(context, { account, action: request.action, lasting: stores }, reply, about);
  return result;
}

interface ShownIn {
  readonly account: KnownAccount;
  readonly action: string;
  readonly lasting: boolean;
}

/** What the reply shows, so that the next words can speak of it. */
async function rememberShown(
  { transaction, now }: OpenContext,
  { account: { id: accountId, person }, action, lasting }: ShownIn,
  reply: Reply,
  about: Values,
): Promise<void> {
  if (person === null || (reply.kind === 'message' && reply.outcome === 'refused')) return;
  const shown = shownBy(reply, about);
  if (shown === null) return;
  await writeLastShown(transaction, { accountId, personId: person.id }, { ...shown, action, now, lasting });
}

/**
 * What was undone with a refusal but holds all the same: the account was heard from. Stores a refusal whose reply is posted
 * separately, so that a repeated delivery does not post it again.
 */
export async function rememberRefusal(
  { database }: Pick<Services, 'database'>,
  request: Request,
  { result, account }: RolledBack,
  now: Date,
): Promise<RequestResult> {
  await noteSeen(database, account, request.account, now);
  try {
    if (request.answeredLater) {
      await storeRequest(database, request, idsOf(account), result.remembered ?? result.reply, now);
      return { ...result, key: request.key };
    }
  } catch (error) {
    if (!requestConstraints.has(violatedConstraint(error) ?? '')) throw error;
  }
  // Another delivery of the same event may have succeeded while this one was refused for that very reason.
  const stored = await findStored(database, request, now);
  if (stored === null || !isSame(stored, request, account.id)) return result;
  return { ...result, reply: stored.reply, repeated: true, key: stored.key };
}

function idsOf({ id, person }: KnownAccount): { readonly accountId: string; readonly personId: string | null } {
  return { accountId: id, personId: person?.id ?? null };
}
