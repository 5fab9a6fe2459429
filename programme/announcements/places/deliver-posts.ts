/** The sweep over what is posted to channels and teams: claims each under the pace of its tenant, sends it, records what became of it. */
import { inTransaction, type Platform, type Transaction } from '../../../prisma/client.js';
import type { Message } from '../../messages/message.js';
import type { Gateway, Gateways, Outcome } from '../../notifications/gateway.js';
import { mostSingles, paceKey, rateOf, steadyRates, tokensAt } from '../../notifications/pace.js';
import { spend } from '../../notifications/pace.sql.js';
import type { Language } from '../../requests/context.js';
import type { Services } from '../../requests/services.js';
import { placeMessage, readSaid, withdrawnPost } from '../message.js';
import { type ClaimedPost, claimPost, findLapsed, lockPace, readDueTenants, readPosts } from './place-posts.sql.js';
import { recordPost, settlePost } from './record-post.js';

/** In one sweep, of one tenant. */
const MOST = 50;

type Posting = Required<Pick<Gateway, 'post'>>;

interface Tenancy {
  readonly platform: Platform;
  readonly tenant: string;
}

/** A post that this sender alone may send, with its message. */
interface ReadyPost {
  readonly post: ClaimedPost;
  readonly tenancy: Tenancy;
  readonly address: unknown;
  readonly message: Message;
  readonly language: Language;
  /** Where the post is that this one takes the place of. */
  readonly replaces?: unknown;
}

/** Returns how many it sent. Any number of processes may do this at once. */
export async function deliverPosts(services: Services, gateways: Gateways): Promise<number> {
  await settleLapsed(services);
  let sent = 0;
  for (const tenancy of await readDueTenants(services.database, services.clock.now())) {
    const gateway = gateways[tenancy.platform];
    // A platform that is not set up in this process says nothing about the place: the post waits.
    if (gateway?.post === undefined) continue;
    const posting = { post: gateway.post.bind(gateway) };
    for (let number = 0; number < MOST; number += 1) {
      const claimed = await claimNext(services, tenancy);
      if (claimed === null) break;
      if (claimed === 'settled') continue;
      await send(services, posting, claimed);
      sent += 1;
    }
  }
  return sent;
}

/** Null: nothing may be sent there now. */
async function claimNext(services: Services, tenancy: Tenancy): Promise<ReadyPost | 'settled' | null> {
  const { rates = steadyRates } = services;
  const now = services.clock.now();
  const key = paceKey(tenancy.platform, tenancy.tenant);
  return await inTransaction(services.database, async (transaction) => {
    const pace = await lockPace(transaction, key, now);
    const tokens = tokensAt(pace, rateOf(rates, key), now);
    const isPaused = pace.pausedUntil !== null && pace.pausedUntil > now;
    if (isPaused || mostSingles(tokens, rateOf(rates, key)) < 1) return null;
    const post = await claimPost(transaction, { ...tenancy, now });
    if (post === null) return null;
    const ready = await prepare(services, transaction, post, tenancy);
    if (ready === null) return 'settled';
    await spend(transaction, key, tokens - 1, now);
    return ready;
  });
}

/** Null where there is nothing to send, which is recorded. */
async function prepare(
  { clock, fileLinks }: Services,
  transaction: Transaction,
  post: ClaimedPost,
  tenancy: Tenancy,
): Promise<ReadyPost | null> {
  const now = clock.now();
  const said = await readSaid(transaction, post.announcementId);
  const { address } = await transaction.place.findUniqueOrThrow({ where: { id: post.placeId } });
  const earlier = (await readPosts(transaction, post)).filter(({ version }) => version < post.version);
  const settle = async (state: 'missed' | 'suppressed', reason: string) => {
    await settlePost(transaction, post, { state, reason, now });
    return null;
  };
  if (said === null) return await settle('suppressed', 'no longer true');
  if (earlier.length > 0) {
    const last = earlier.findLast(({ state, reference }) => state === 'delivered' && reference !== null);
    if (last === undefined) return await settle('suppressed', 'nothing to correct');
    const made =
      said.state === 'withdrawn'
        ? withdrawnPost(said)
        : await placeMessage({ transaction, fileLinks }, said, { isCorrection: true });
    return { post, tenancy, address, ...made, replaces: last.reference };
  }
  if (post.latestAt < now) return await settle('missed', 'too late to be of use');
  if (said.state === 'withdrawn') return await settle('suppressed', 'withdrawn');
  return { post, tenancy, address, ...(await placeMessage({ transaction, fileLinks }, said, { isCorrection: false })) };
}

async function send(services: Services, gateway: Posting, ready: ReadyPost): Promise<void> {
  const { post, tenancy, address, message, language, replaces } = ready;
  let outcome: Outcome;
  try {
    outcome = await gateway.post(
      { tenant: tenancy.tenant, address },
      { message, language, key: postKey(post), ...(replaces !== undefined && { replaces }) },
    );
  } catch (error) {
    // A gateway never throws; were it to, nobody could say whether the post is there.
    services.log.error({ error, post: post.id }, 'a post broke');
    outcome = { outcome: 'uncertain', reason: 'a fault of ours' };
  }
  await recordPost(services, { post, tenancy, isEdit: replaces !== undefined }, outcome);
}

/** Names the post on its platform. */
function postKey({ announcementId, placeId, version }: ClaimedPost): string {
  return `announcement:${announcementId}:place:${placeId}:${version}`;
}

/** What a sender that died had taken up may be there: it is never posted again by itself. An edit may be made again. */
async function settleLapsed({ database, clock }: Services): Promise<void> {
  await inTransaction(database, async (transaction) => {
    for (const post of await findLapsed(transaction, MOST)) {
      const isEdit = (await readPosts(transaction, post)).some(({ version }) => version < post.version);
      if (isEdit) {
        await transaction.placePost.update({ where: { id: post.id }, data: { state: 'pending', claimedUntil: null } });
      } else {
        await settlePost(transaction, post, { state: 'unknown', reason: 'its sender ended', now: clock.now() });
      }
    }
  });
}

/** How many posts are on their way: due, or being sent. */
export async function countPostsUnderWay({ database, clock }: Services): Promise<number> {
  return await database.placePost.count({
    where: { OR: [{ state: 'pending', dueAt: { lte: clock.now() } }, { state: 'sending' }] },
  });
}
