/** Reads the participant lists that a person dropped: as one list, with its times as they meet a session. */
import type { Session, Transaction } from '../../../prisma/client.js';
import type { FileStore } from '../../files/file-store.js';
import { findReceivedFiles } from '../../files/received-file.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { refuseAttendance } from '../refuse-attendance.js';
import type { DayOrder } from './list-times.js';
import { type OnlineList, spanOf } from './online-list.js';
import { sessionsWithin } from './online-list.queries.js';
import { readOnlineList, unpackOnlineList, type WrittenList } from './read-online-list.js';

interface ReceivedFiles {
  readonly personId: string;
  readonly programmeId: string;
  /** IANA name: of the times that a list tells. */
  readonly timeZone: string;
  readonly files: readonly string[];
}

/** A list as it is read in one of the ways in which it can be. */
interface ListReading {
  readonly list: OnlineList;
  /** Its times were taken for UTC. */
  readonly isUtc: boolean;
}

export interface ReceivedLists {
  /** The likeliest first. */
  readonly readings: readonly ListReading[];
}

/** Never empty: refused where a file is gone, another's, or no list. */
export async function readReceivedLists(
  transaction: Transaction,
  store: Pick<FileStore, 'read'>,
  { personId, timeZone, files }: ReceivedFiles,
): Promise<ReceivedLists | Refusal> {
  if (files.length === 0) return refuseAttendance('list_needed', {});
  const found = await findReceivedFiles(transaction, personId, files);
  if (found === null) return refuse('file_not_found', {});
  const written: { readonly name: string; readonly list: WrittenList }[] = [];
  for (const { id, name } of found) {
    const pieces: Uint8Array[] = [];
    for await (const piece of store.read(id)) pieces.push(piece);
    const list = await unpackOnlineList(Buffer.concat(pieces));
    if ('problem' in list) return refuseAttendance('list_unreadable', { file: name, problem: list.problem });
    written.push({ name, list });
  }
  const readAs = (zone: string, order: DayOrder): OnlineList | Refusal => {
    const lists: OnlineList[] = [];
    for (const { name, list } of written) {
      const reading = readOnlineList(list, { timeZone: zone, order });
      if (!reading.ok) return refuseAttendance('list_unreadable', { file: name, problem: reading.problem });
      lists.push(reading.list);
    }
    return together(lists);
  };
  const first = readAs(timeZone, 'month first');
  if (isRefusal(first)) return first;
  const orders: readonly DayOrder[] = first.isUndecided ? ['month first', 'day first'] : ['month first'];
  const zones = timeZone === 'UTC' ? [timeZone] : [timeZone, 'UTC'];
  const readings = zones.flatMap((zone) =>
    orders.flatMap((order): readonly ListReading[] => {
      const list = zone === timeZone && order === 'month first' ? first : readAs(zone, order);
      return isRefusal(list) ? [] : [{ list, isUtc: zone !== timeZone }];
    }),
  );
  return { readings };
}

/** A meeting that was begun anew has two lists, which may be dropped in any order. */
function together(lists: readonly OnlineList[]): OnlineList {
  return {
    platform: lists[0]?.platform ?? 'zoom',
    meetingStart: bound(
      lists.map(({ meetingStart }) => meetingStart),
      Math.min,
    ),
    meetingEnd: bound(
      lists.map(({ meetingEnd }) => meetingEnd),
      Math.max,
    ),
    rows: lists.flatMap(({ rows }) => rows),
    isUndecided: lists.some(({ isUndecided }) => isUndecided),
  };
}

function bound(times: readonly (Date | null)[], of: (...instants: readonly number[]) => number): Date | null {
  const instants = times.flatMap((time) => time?.getTime() ?? []);
  return instants.length === 0 ? null : new Date(of(...instants));
}

/** The way of reading that meets the session; null where none does. */
export function readingFor(
  { readings }: ReceivedLists,
  { startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>,
): ListReading | null {
  const meets = ({ list }: ListReading) => {
    const span = spanOf(list);
    return span === null || (span.from < endsAt && span.to > startsAt);
  };
  return readings.find(meets) ?? null;
}

/** The one session that the lists are of; null where there is none, or several. */
export async function sessionOfLists(
  transaction: Transaction,
  programmeId: string,
  { readings }: ReceivedLists,
): Promise<Session | null> {
  for (const { list } of readings) {
    const span = spanOf(list);
    if (span === null) return null;
    const [only, another] = await sessionsWithin(transaction, programmeId, span);
    if (only !== undefined) return another === undefined ? only : null;
  }
  return null;
}
