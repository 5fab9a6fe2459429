/** Records who actually came and how; a correction supersedes the earlier record, which stays as history. */
import type { Attendance, AttendanceEnd, AttendanceSource, Transaction } from '../../prisma/client.js';
import { followFeedback } from '../feedback/follow-feedback.js';
import type { Mode } from '../requests/context.js';

interface WriteAttendance {
  readonly sessionId: string;
  /** Each for the company that they belong to. */
  readonly people: readonly { readonly personId: string; readonly companyId: string | null }[];
  /** Null: did not come. */
  readonly came: Mode | null;
  readonly source: AttendanceSource;
  readonly byId: string;
  /** The number of the last record that the person who records has seen; what was recorded later is not overwritten. */
  readonly seen?: number | undefined;
  readonly now: Date;
}

/** A record that stands although something else was to be recorded. */
export interface StandingRecord {
  readonly personId: string;
  readonly came: Mode | 'absent';
  readonly source: AttendanceSource;
}

export interface WrittenAttendance {
  /** Of how many people something else was recorded before, or nothing. */
  readonly changed: number;
  /** Records that were not overwritten: newer than what was seen, or the secretariat's where a person records their own. */
  readonly standing: readonly StandingRecord[];
}

/** The session must be locked. */
export async function writeAttendance(transaction: Transaction, record: WriteAttendance): Promise<WrittenAttendance> {
  const { sessionId, people, came, source, byId, now } = record;
  const current = await transaction.attendance.findMany({
    where: { sessionId, personId: { in: people.map(({ personId }) => personId) }, supersededAt: null },
    select: { id: true, personId: true, mode: true, source: true, number: true },
  });
  const other = current.filter(({ mode }) => mode !== came);
  const stands = other.filter((row) => outranks(row, record));
  const untouched = new Set(
    [...current.filter(({ mode }) => mode === came), ...stands].map(({ personId }) => personId),
  );
  const changed = people.filter(({ personId }) => !untouched.has(personId));
  const standing = stands.map((row) => ({ personId: row.personId, came: cameAs(row), source: row.source }));
  if (changed.length === 0) return { changed: 0, standing };
  const superseded = other.filter(({ personId }) => !untouched.has(personId)).map(({ id }) => id);
  if (superseded.length > 0) {
    const data = { supersededAt: now, ended: 'corrected' } as const;
    await transaction.attendance.updateMany({ where: { id: { in: superseded } }, data });
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
  await followFeedback(transaction, { sessionId, personIds: changed.map(({ personId }) => personId), now });
  return { changed: changed.length, standing };
}

const bySecretariat: ReadonlySet<AttendanceSource> = new Set(['secretariat', 'online_list']);

/** What the secretariat recorded stands against a button pressed later; what is newer than what was seen stands against a form. */
function outranks(
  row: Pick<Attendance, 'source' | 'number'>,
  { source, seen }: Pick<WriteAttendance, 'source' | 'seen'>,
): boolean {
  if (!bySecretariat.has(source)) return bySecretariat.has(row.source);
  return seen !== undefined && row.number > seen;
}

interface EndAttendance {
  readonly sessionId: string;
  /** Without it the records of everyone. */
  readonly personIds?: readonly string[];
  /** Without it in whichever mode. */
  readonly mode?: Mode;
  readonly ended: Exclude<AttendanceEnd, 'corrected'>;
  readonly now: Date;
}

/** Records that somebody came hold no longer, because of what became of the session or of the place. The session must be locked. */
export async function endAttendance(
  transaction: Transaction,
  { sessionId, personIds, mode, ended, now }: EndAttendance,
): Promise<void> {
  await transaction.attendance.updateMany({
    where: {
      sessionId,
      supersededAt: null,
      present: true,
      ...(personIds && { personId: { in: [...personIds] } }),
      ...(mode && { mode }),
    },
    data: { supersededAt: now, ended },
  });
}

/** How an attendance reads: the mode, or 'absent'. */
export function cameAs({ mode }: Pick<Attendance, 'mode'>): Mode | 'absent' {
  return mode ?? 'absent';
}
