/** Claims a queued notification for one sender and makes its message, or finds that there is nothing to send. */
import { type Channel, inTransaction, type Language, type Transaction } from '../../prisma/client.js';
import type { Message } from '../messages/message.js';
import type { Services } from '../requests/services.js';
import type { NotificationKind, Topic } from './kind.js';
import type { Claimed } from './notifications.sql.js';
import { SENDING_MILLISECONDS } from './recover.js';

/** A notification that this sender alone may send, with its message. */
export interface ClaimedNotification {
  readonly id: string;
  readonly round: number;
  readonly key: string;
  readonly personId: string;
  /** As they were chosen when it was claimed; null where there was no way to the person. */
  readonly channel: Channel | null;
  readonly tenant: string | null;
  /** The one account that it must go to, or null. */
  readonly accountId: string | null;
  /** The person's e-mail address; null where there is none that takes mails, and where this must not go by mail. */
  readonly email: string | null;
  /** Sends that failed before. */
  readonly faults: number;
  readonly message: Message;
  readonly language: Language;
  /** Present where it takes the place of an earlier message: it goes to where that one is, and nowhere else. */
  readonly replaces?: unknown;
  /** What the person would mute to hear no more of this. */
  readonly topic?: Topic;
}

/** Why there is nothing to send. `stale`: the job's round is over, or another sender has the row. */
export interface NothingToSend {
  readonly state: 'stale' | 'suppressed' | 'missed';
}

/** A row of a kind that only a newer version of the app knows; claimed, and to be given back. */
interface UnknownKind extends Pick<ClaimedNotification, 'id' | 'round' | 'faults'> {
  readonly unknownKind: string;
}

/** Only one sender gets the row: the one that moves it from queued to sending. */
export async function claimForSending(
  services: Services,
  { id, round }: Claimed,
): Promise<ClaimedNotification | UnknownKind | NothingToSend> {
  const now = services.clock.now();
  return await inTransaction(services.database, async (transaction) => {
    const taken = await transaction.notification.updateManyAndReturn({
      where: { id, round, state: 'queued' },
      data: { state: 'sending', claimedUntil: new Date(now.getTime() + SENDING_MILLISECONDS) },
      include: { person: true },
    });
    const row = taken[0];
    if (row === undefined) return { state: 'stale' };
    const kind = services.notificationKinds.get(row.kind);
    if (kind === undefined) return { id, round, faults: row.faults, unknownKind: row.kind };
    const settle = async (state: 'suppressed' | 'missed', reason: string): Promise<NothingToSend> => {
      await transaction.notification.update({
        where: { id },
        data: { state, reason, settledAt: now, claimedUntil: null },
      });
      return { state };
    };
    const miss = async () => await settle('missed', 'too late to be of use');
    if (row.latestAt !== null && row.latestAt <= now) return await miss();
    if (kind.topic !== undefined && (await isMuted(transaction, row.personId, kind.topic)))
      return await settle('suppressed', 'muted');
    const earlier = kind.replaces === undefined ? null : await readEarlier(transaction, kind.replaces(row));
    if (earlier === undefined) return await settle('suppressed', 'nothing to correct');
    const { language, timeZone } = row.person;
    const { files, fileLinks } = services;
    const context = { now, transaction, language, timeZone, files, fileLinks };
    const message = await kind.compose(context, row);
    if (message === null) {
      return (await kind.isLate?.(context, row)) === true ? await miss() : await settle('suppressed', 'no longer true');
    }
    const { key, personId, channel, tenant, accountId, faults } = row;
    const email = mailable(row.person, kind, accountId);
    return {
      ...{ id, round, key, personId, channel, tenant, accountId, email, faults, message, language },
      ...(kind.topic !== undefined && { topic: kind.topic }),
      ...earlier,
    };
  });
}

/** What is bound to one account is about that account: in a mailbox it would tell somebody else of it, or nothing. */
function mailable(
  { email, emailFault }: { readonly email: string | null; readonly emailFault: string | null },
  { byMail }: NotificationKind,
  accountId: string | null,
): string | null {
  return emailFault === null && byMail !== false && accountId === null ? email : null;
}

async function isMuted(transaction: Transaction, personId: string, topic: Topic): Promise<boolean> {
  const muted = await transaction.mutedTopic.findUnique({ where: { personId_topic: { personId, topic } } });
  return muted !== null;
}

/** Where the earlier message is; undefined where it never went out. A chat's message of which it is unknown whether it arrived has no reference, a mail has one. */
async function readEarlier(transaction: Transaction, key: string) {
  const row = await transaction.notification.findUnique({
    where: { key },
    select: { state: true, channel: true, tenant: true, accountId: true, reference: true },
  });
  if (row?.state !== 'delivered' && row?.state !== 'unknown') return undefined;
  const { state: _state, reference, ...place } = row;
  return { ...place, ...(reference !== null && { replaces: reference }) };
}
