/** Claims a queued notification for one sender and makes its message, or finds that there is nothing to send. */
import { type Channel, inTransaction, type Language, type Transaction, workFor } from '../../prisma/client.js';
import type { Message } from '../messages/message.js';
import type { Services } from '../requests/services.js';
import type { Composing, NotificationKind, Topic } from './kind.js';
import type { Claimed } from './notifications.sql.js';
import { SENDING_MILLISECONDS } from './recover.js';
import { markSending, type SendingRow, settleSending } from './sending.sql.js';

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
  /** All accounts of the person, and which tenants pause, as they were when it was claimed. */
  readonly accounts: SendingRow['accounts'];
  readonly pauses: SendingRow['pauses'];
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
  const until = new Date(now.getTime() + SENDING_MILLISECONDS);
  return await inTransaction(services.database, async (transaction) => {
    const row = await markSending(transaction, { id, round, now, until });
    if (row === null) return { state: 'stale' };
    // What is told is what its recipient may read at this moment.
    workFor(transaction, { kind: 'person', personId: row.personId });
    const kind = services.notificationKinds.get(row.kind);
    if (kind === undefined) return { id, round, faults: row.faults, unknownKind: row.kind };
    const settle = async (state: 'suppressed' | 'missed', reason: string): Promise<NothingToSend> => {
      await settleSending(transaction, id, { state, reason, now });
      return { state };
    };
    const miss = async () => await settle('missed', 'too late to be of use');
    if (row.latestAt !== null && row.latestAt <= now) return await miss();
    if (kind.topic !== undefined && row.muted.includes(kind.topic)) return await settle('suppressed', 'muted');
    const { key, personId, subjectId, data, channel, tenant, accountId, faults, language, timeZone } = row;
    const composing: Composing = { id, personId, subjectId, data };
    const earlier = kind.replaces === undefined ? null : await readEarlier(transaction, kind.replaces(composing));
    if (earlier === undefined) return await settle('suppressed', 'nothing to correct');
    const { files, fileLinks } = services;
    const context = { now, transaction, language, timeZone, files, fileLinks };
    const message = await kind.compose(context, composing);
    if (message === null) {
      const isLate = (await kind.isLate?.(context, composing)) === true;
      return isLate ? await miss() : await settle('suppressed', 'no longer true');
    }
    const { accounts, pauses } = row;
    const email = mailable(row, kind, accountId);
    return {
      ...{ id, round, key, personId, channel, tenant, accountId, email, faults, message, language, accounts, pauses },
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
