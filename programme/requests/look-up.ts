/** The first step: the stored reply of an earlier delivery, the person, what the input names and the preview it confirms, in one wait for the database. */
import type { Transaction } from '../../prisma/client.js';
import { identify, type KnownAccount } from '../members/identify.js';
import { needsIntroduction } from '../members/introduce.js';
import type { Values } from '../messages/message.js';
import type { Action } from './action.js';
import { findStored } from './idempotency.js';
import { findNamed, type Named } from './identifiers.js';
import { isId } from './is-id.js';
import { confirmPreviewName } from './previews.js';
import { lockPreview, type StoredPreview } from './previews.sql.js';
import type { Request } from './request.js';
import type { StoredRequest } from './requests.sql.js';

/** Leaves the transaction because the account must be introduced first, which asks its platform. */
export class NotIntroduced extends Error {}

interface LookedUp {
  readonly stored: StoredRequest | null;
  readonly account: KnownAccount;
  /** What the input names, and where it belongs. */
  readonly named: readonly Named[];
  /** The preview that the request confirms, locked. */
  readonly preview: StoredPreview | null;
}

/** @throws NotIntroduced for an account that never came before, or whose person is to be looked for again */
export async function lookUp(
  transaction: Transaction,
  request: Request,
  action: Action | null,
  now: Date,
  looksFirst: boolean,
): Promise<LookedUp> {
  const stores = request.answeredLater || (action !== null && action.confirm !== 'read');
  // Sent together, since none needs another: one wait instead of three.
  const lookups = [
    identify(transaction, request.account, now),
    lookUpNamed(action, transaction, request.input),
    stores && looksFirst ? findStored(transaction, request, now) : null,
    request.action === confirmPreviewName ? findPreview(transaction, request) : null,
  ] as const;
  // Where one fails, the others must not go on when the connection is somebody else's.
  await Promise.allSettled(lookups);
  const [account, named, stored, preview] = await Promise.all(lookups);
  if (account === null || needsIntroduction(account, now)) throw new NotIntroduced();
  return { stored, account, named, preview };
}

async function findPreview(transaction: Transaction, { account, input }: Request): Promise<StoredPreview | null> {
  const { preview: id } = input;
  if (id === undefined) return await lockPreview(transaction, account, null);
  return isId(id) ? await lockPreview(transaction, account, id) : null;
}

/** Looks up what the input of an action names, for the guard to judge. */
export async function lookUpNamed(
  action: Action | null,
  transaction: Transaction,
  given: Values,
): Promise<readonly Named[]> {
  return action === null || action.who === 'anyone' ? [] : await findNamed(transaction, given);
}
