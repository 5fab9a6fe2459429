/** Records who actually came and how; a correction supersedes the earlier record, which stays as history. */
import type { Attendance, AttendanceSource, Transaction } from '../../prisma/client.js';
import type { Mode } from '../requests/context.js';

export interface RecordAttendance {
  readonly sessionId: string;
  readonly personId: string;
  readonly companyId: string | null;
  /** Null: did not come. */
  readonly came: Mode | null;
  readonly source: AttendanceSource;
  readonly byId: string;
  readonly now: Date;
}

/** False when it was recorded so already. The session must be locked. */
export async function recordAttendance(transaction: Transaction, record: RecordAttendance): Promise<boolean> {
  const { sessionId, personId, companyId, came, source, byId, now } = record;
  const current = await transaction.attendance.findFirst({ where: { sessionId, personId, supersededAt: null } });
  if (current !== null && current.mode === came) return false;
  if (current !== null) {
    await transaction.attendance.update({ where: { id: current.id }, data: { supersededAt: now } });
  }
  await transaction.attendance.create({
    data: {
      sessionId,
      personId,
      companyId,
      present: came !== null,
      mode: came,
      source,
      recordedById: byId,
      recordedAt: now,
    },
  });
  return true;
}

/** How an attendance reads: the mode, or 'absent'. */
export function cameAs({ mode }: Pick<Attendance, 'mode'>): Mode | 'absent' {
  return mode ?? 'absent';
}
