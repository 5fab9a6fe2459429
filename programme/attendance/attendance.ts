/** Records who actually came and how; a correction supersedes the earlier record, which stays as history. */
import type { Attendance, AttendanceSource, Transaction } from '../../prisma/client.js';
import type { Mode } from '../requests/context.js';

interface WriteAttendance {
  readonly sessionId: string;
  /** Each for the company that they belong to. */
  readonly people: readonly { readonly personId: string; readonly companyId: string | null }[];
  /** Null: did not come. */
  readonly came: Mode | null;
  readonly source: AttendanceSource;
  readonly byId: string;
  readonly now: Date;
}

/** Returns of how many people something else was recorded before, or nothing. The session must be locked. */
export async function writeAttendance(transaction: Transaction, record: WriteAttendance): Promise<number> {
  const { sessionId, people, came, source, byId, now } = record;
  const current = await transaction.attendance.findMany({
    where: { sessionId, personId: { in: people.map(({ personId }) => personId) }, supersededAt: null },
    select: { id: true, personId: true, mode: true },
  });
  const same = new Set(current.filter(({ mode }) => mode === came).map(({ personId }) => personId));
  const changed = people.filter(({ personId }) => !same.has(personId));
  if (changed.length === 0) return 0;
  const superseded = current.filter(({ personId }) => !same.has(personId)).map(({ id }) => id);
  if (superseded.length > 0) {
    await transaction.attendance.updateMany({ where: { id: { in: superseded } }, data: { supersededAt: now } });
  }
  await transaction.attendance.createMany({
    data: changed.map(({ personId, companyId }) => ({
      sessionId,
      personId,
      companyId,
      present: came !== null,
      mode: came,
      source,
      recordedById: byId,
      recordedAt: now,
    })),
  });
  return changed.length;
}

/** How an attendance reads: the mode, or 'absent'. */
export function cameAs({ mode }: Pick<Attendance, 'mode'>): Mode | 'absent' {
  return mode ?? 'absent';
}
