/** Plans notifications: writes who is to be told what and when, in the transaction of what caused it. */
import type { Transaction } from '../../prisma/client.js';
import type { NotificationKind } from './kind.js';
import { writePlanned } from './notifications.sql.js';

/** One thing to tell one person. `data` holds identifiers and numbers only; the words are made when it is sent. */
export interface Planned {
  /** The same thing planned twice has the same key and is told once. */
  readonly key: string;
  readonly kind: NotificationKind;
  readonly programmeId: string | null;
  readonly personId: string;
  /** What it is about, e.g. a session. */
  readonly subjectId: string | null;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly dueAt: Date;
  /** Until when it is of use: later it is marked as missed and never sent. Always, unless given. */
  readonly latestAt?: Date;
  /** What it is one message of many of, an announcement for instance. Single ones go before all of these. */
  readonly bulkId?: string;
  /** Only for what must reach one certain account; otherwise the person's best one is chosen when it is sent. */
  readonly accountId?: string;
}

/** What is planned already under the same key stays as it is. The database wakes the dispatcher when the transaction commits. */
export async function plan(transaction: Transaction, now: Date, notifications: readonly Planned[]): Promise<void> {
  if (notifications.length === 0) return;
  await writePlanned(
    transaction,
    now,
    notifications.map(({ kind, data, accountId = null, latestAt = null, bulkId = null, ...row }) => ({
      ...{ ...row, accountId, latestAt, bulkId },
      kind: kind.key,
      data: { ...data },
    })),
  );
}
