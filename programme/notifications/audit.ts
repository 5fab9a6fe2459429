/** Audits the outbox: nothing planned that is neither sent nor explained, nothing sent twice, nothing sent that was of no use any more. */
import type { BaseServices } from '../requests/services.js';
import { type AuditFault, countByState, readFaultyPosts, readFaultyRows, readSentRows } from './audit.sql.js';

/** What has been due for so long without being sent or held back is forgotten. */
const FORGOTTEN_MILLISECONDS = 10 * 60_000;

/** As many rows that contradict themselves as are listed; once they are mended a further audit lists more. */
const MOST_FAULTS = 1_000;

/** How many notifications and posts to channels ended how; `planned` is the sum of the others but `open`. */
export interface NotificationFigures {
  readonly planned: number;
  readonly delivered: number;
  readonly suppressed: number;
  readonly missed: number;
  readonly unreachable: number;
  readonly unknown: number;
  readonly failed: number;
  /** Still to be sent, being sent, or held back by people. */
  readonly open: number;
}

export interface Audit {
  readonly figures: NotificationFigures;
  /** Sent, and the channel cannot be read: their references and the mail server's answers are all that is known. */
  readonly unread: number;
  readonly faults: readonly AuditFault[];
}

/** What a channel itself says of its messages, where it can be read: by a notification's key, how often it accepted one. */
export interface Accepted {
  readonly channel: 'slack' | 'teams' | 'email';
  readonly keys: ReadonlyMap<string, number>;
}

export async function auditNotifications(
  { database, clock }: Pick<BaseServices, 'database' | 'clock'>,
  accepted: readonly Accepted[] = [],
): Promise<Audit> {
  const now = clock.now();
  const overdue = new Date(now.getTime() - FORGOTTEN_MILLISECONDS);
  const figures = sumStates(await countByState(database));
  const limits = { now, overdue, limit: MOST_FAULTS };
  const faults = [...(await readFaultyRows(database, limits)), ...(await readFaultyPosts(database, limits))];
  let read = 0;
  for (const { channel, keys } of accepted) {
    const sent = await readSentRows(database, [channel]);
    read += sent.filter(({ state }) => state === 'delivered').length;
    faults.push(...compare(sent, keys));
  }
  return { figures, unread: figures.delivered - read, faults };
}

/** The ledger against the channel's own: what may repeat says so, and one of which it is unknown may be there or not. */
function compare(
  sent: Awaited<ReturnType<typeof readSentRows>>,
  accepted: ReadonlyMap<string, number>,
): readonly AuditFault[] {
  const rows = new Map(sent.map((row) => [row.key, row]));
  const faults: AuditFault[] = [];
  for (const { id, key, kind, state, mayRepeat, edited } of sent) {
    const times = accepted.get(key) ?? 0;
    if (state === 'delivered' && times === 0 && !edited)
      faults.push({ id, kind, state, fault: 'delivered, and the channel has none' });
    if (times > 1 && !mayRepeat) faults.push({ id, kind, state, fault: `accepted ${times} times` });
  }
  for (const key of accepted.keys())
    if (!rows.has(key)) faults.push({ id: key, kind: '', state: '', fault: 'accepted, and no row says so' });
  return faults;
}

/** @param counts how many rows are in each state */
export function sumStates(counts: ReadonlyMap<string, number>): NotificationFigures {
  const of = (...states: readonly string[]) => states.reduce((sum, state) => sum + (counts.get(state) ?? 0), 0);
  const open = of('pending', 'queued', 'sending', 'stopped');
  return {
    planned: of(...counts.keys()) - open,
    open,
    ...{ delivered: of('delivered'), suppressed: of('suppressed'), missed: of('missed') },
    ...{ unreachable: of('unreachable'), unknown: of('unknown'), failed: of('failed') },
  };
}
