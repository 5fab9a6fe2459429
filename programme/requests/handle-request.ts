/** One request of one person: once → identify → authorise → validate → ask or confirm → run → reply. */
import { inTransaction, isRetryable, type Transaction, violatedConstraint } from '../../prisma/client.js';
import { textsFor } from '../locale/texts.js';
import { identify, type KnownAccount } from '../members/identify.js';
import { introduce, needsIntroduction } from '../members/introduce.js';
import { noteSeen } from '../members/seen.js';
import { defaultTimeZone } from '../messages/dates.js';
import { plain, type Reply } from '../messages/message.js';
import { mayTry } from './authorise.js';
import type { Language, Offer, OpenContext } from './context.js';
import { sendOrTellLater } from './deferred-reply.js';
import {
  claimAnswer,
  findStored,
  markAnswered,
  onceConstraints,
  parametersOf,
  releaseAnswer,
  type StoredRequest,
  storeRequest,
} from './idempotency.js';
import type { Performed, Request, RequestingAccount } from './request.js';
import { answer, findSubject } from './run-action.js';
import type { House } from './services.js';

/** Lock timeouts, deadlocks and concurrent deliveries are tried again this often before the person is told that we are busy. */
const TRIES = 4;

/** Leaves the transaction so that nothing of a refused request stays. */
class RolledBack extends Error {
  constructor(
    readonly performed: Performed,
    readonly account: KnownAccount,
  ) {
    super('refused');
  }
}

/** Leaves the transaction because the account must be introduced first, which asks its platform. */
class NotIntroduced extends Error {}

/**
 * Carries out one request in one transaction. Everything expected comes back as a reply in the person's language;
 * what is thrown is a fault of ours. A repeated delivery gets the stored reply and has no second effect.
 */
export async function perform(house: House, request: Request): Promise<Performed> {
  const now = house.clock.now();
  let introduced = true;
  // A repetition is rare and its key cannot be stored twice, so it is looked for only once that has failed; what Teams resends
  // because an answer was slow has another key and must be looked for.
  let raced = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (!introduced) await introduce(house, request.account, now);
      const looksFirst = raced || request.content !== null || request.comesTwice === true;
      return await inTransaction(house.database, (transaction) =>
        carryOut(house, transaction, request, now, looksFirst),
      );
    } catch (error) {
      if (error instanceof RolledBack) return await keepRefusal(house, request, error, now);
      if (error instanceof NotIntroduced) {
        introduced = false;
        continue;
      }
      raced = onceConstraints.has(violatedConstraint(error) ?? '');
      if (attempt >= TRIES || !(raced || isRetryable(error))) {
        if (!isRetryable(error)) throw error;
        house.log.warn({ action: request.action, attempt }, 'gave up on a contended request');
        return busy(house, request);
      }
    }
  }
}

/**
 * The same for answers that are posted separately from the platform's request: `send` is called by one delivery only,
 * and again only if the process that was sending died or failed. An answer that its platform did not take goes to the
 * ledger (see `sendOrTellLater`). Throws what `send` throws otherwise.
 */
export async function answerOnce(
  house: House,
  request: Request,
  send: (performed: Performed) => Promise<void>,
): Promise<void> {
  const performed = await perform(house, request);
  const { key, repeated } = performed;
  if (key === null) return await send(performed);
  if (repeated && !(await claimAnswer(house.database, key, house.clock.now()))) return;
  try {
    await sendOrTellLater(house, performed, send);
  } catch (error) {
    await releaseAnswer(house.database, key);
    throw error;
  }
  await markAnswered(house.database, key, house.clock.now());
}

async function carryOut(
  house: House,
  transaction: Transaction,
  request: Request,
  now: Date,
  looksFirst: boolean,
): Promise<Performed> {
  const action = house.actions.get(request.action) ?? null;
  const stores = request.answeredLater || (action !== null && action.confirm !== 'read');
  // Sent together, since none needs another: one wait instead of three.
  const lookups = [
    identify(transaction, request.account),
    findSubject(action, transaction, request.input),
    stores && looksFirst ? findStored(transaction, request, now) : null,
  ] as const;
  // Where one fails, the others must not go on when the connection is somebody else's.
  await Promise.allSettled(lookups);
  const [account, subjectFor, stored] = await Promise.all(lookups);
  if (account === null || needsIntroduction(account, now)) throw new NotIntroduced();
  const context = contextOf(house, transaction, request.account, account, now);
  const { language } = context;
  const performed = (reply: Reply, key: string | null = null, repeated = false): Performed => ({
    reply,
    language,
    repeated,
    key,
  });

  if (stored !== null) {
    // A key that comes from someone else or for something else must not hand out a stored answer.
    return isSame(stored, request, account)
      ? performed(stored.reply, stored.key, true)
      : performed(said(context.texts.refusals.key_reused({})));
  }
  await noteSeen(transaction, account, request.account, now);
  const answered = await answer(action, context, request, subjectFor);
  const { reply, undo, wrote, remembered, language: spoken = language } = answered;
  if (undo) throw new RolledBack(performed(reply), account);
  if (request.answeredLater || wrote) {
    const who = { accountId: account.id, personId: account.person?.id ?? null };
    await storeRequest(transaction, request, who, remembered ?? reply, now);
    return { ...performed(reply, request.key), language: spoken };
  }
  return { ...performed(reply), language: spoken };
}

function isSame(stored: StoredRequest, request: Request, account: KnownAccount): boolean {
  return stored.accountId === account.id && stored.parameters === parametersOf(request);
}

/** The context of an identified account: its person's language and time zone, or the defaults. */
export function contextOf(
  { actions }: House,
  transaction: Transaction,
  requesting: RequestingAccount,
  account: KnownAccount,
  now: Date,
): OpenContext {
  const language = account.person?.language ?? requesting.language ?? 'ja';
  const offers = (where: 'menu' | 'help'): readonly Offer[] =>
    [...actions.values()]
      .filter((action) => (action.offered === 'menu' || action.offered === where) && mayTry(action, account.person))
      .map(({ name, command, ask }) => ({ name, command, opensForm: ask !== null }));
  return {
    now,
    transaction,
    language,
    timeZone: account.person?.timeZone ?? defaultTimeZone,
    texts: textsFor(language),
    actor: { accountId: account.id, platform: requesting.platform, person: account.person },
    offers,
  };
}

/** What was undone with a refusal but holds all the same: the account was heard from. Stores a refusal whose answer is posted separately, so that a repeated delivery does not post it again. */
async function keepRefusal(house: House, request: Request, refused: RolledBack, now: Date): Promise<Performed> {
  const { performed, account } = refused;
  await noteSeen(house.database, account, request.account, now);
  const who = { accountId: account.id, personId: account.person?.id ?? null };
  try {
    if (request.answeredLater) {
      await storeRequest(house.database, request, who, performed.reply, now);
      return { ...performed, key: request.key };
    }
  } catch (error) {
    if (!onceConstraints.has(violatedConstraint(error) ?? '')) throw error;
  }
  // Another delivery of the same event may have succeeded while this one was refused for that very reason.
  const stored = await findStored(house.database, request, now);
  if (stored === null || !isSame(stored, request, account)) return performed;
  return { ...performed, reply: stored.reply, repeated: true, key: stored.key };
}

async function busy(house: House, request: Request): Promise<Performed> {
  const language = await languageOf(house, request.account);
  return { reply: said(textsFor(language).refusals.busy({})), language, repeated: false, key: null };
}

function said(words: string): Reply {
  return { kind: 'message', outcome: 'refused', message: plain(words), refreshes: false, replaces: false };
}

/** The language to use for words said outside of a request, such as an apology. Never throws. */
export async function languageOf(house: House, account: RequestingAccount): Promise<Language> {
  const known = await identify(house.database, account).catch(() => null);
  return known?.person?.language ?? account.language ?? 'ja';
}
