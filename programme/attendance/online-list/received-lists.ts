/** Reads the participant lists that a person dropped: as one list, with its times as they meet a session. */
import type { Session, Transaction } from '../../../prisma/client.js';
import type { FileStore } from '../../files/file-store.js';
import { findReceivedFiles } from '../../files/received-file.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { refuseAttendance } from '../refuse-attendance.js';
import type { DayOrder } from './list-times.js';
import { type OnlineList, spanOf } from './online-list.js';
import { sessionsWithin } from './online-list.queries.js';
import { readOnlineList } from './read-online-list.js';

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
  const contents: { readonly name: string; readonly content: Uint8Array }[] = [];
  for (const { id, name } of found) {
    const pieces: Uint8Array[] = [];
    for await (const piece of store.read(id)) pieces.push(piece);
    contents.push({ name, content: Buffer.concat(pieces) });
  }
  const readAs = async (zone: string, order: DayOrder): Promise<OnlineList | Refusal> => {
    const lists: OnlineList[] = [];
    for (const { name, content } of contents) {
      const reading = await readOnlineList(content, { timeZone: zone, order });
      if (!reading.ok) return refuseAttendance('list_unreadable', { file: name, problem: reading.problem });
      lists.push(reading.list);
    }
    return together(lists);
  };
  const first = await readAs(timeZone, 'month first');
  if (isRefusal(first)) return first;
  const orders: readonly DayOrder[] = first.isUndecided ? ['month first', 'day first'] : ['month first'];
  const readings: ListReading[] = [];
  for (const zone of timeZone === 'UTC' ? ['UTC'] : [timeZone, 'UTC']) {
    for (const order of orders) {
      const list = await readAs(zone, order);
      if (!isRefusal(list)) readings.push({ list, isUtc: zone === 'UTC' && timeZone !== 'UTC' });
    }
  }
  return { readings };
}

/** A meeting that was begun anew has two lists. */
function together(lists: readonly OnlineList[]): OnlineList {
  const earliest = (times: readonly (Date | null)[]) =>
    times.reduce((one, other) => (one === null || (other !== null && other < one) ? other : one), null);
  return {
    platform: lists[0]?.platform ?? 'zoom',
    meetingStart: earliest(lists.map(({ meetingStart }) => meetingStart)),
    meetingEnd: lists.at(-1)?.meetingEnd ?? null,
    rows: lists.flatMap(({ rows }) => rows),
    isUndecided: lists.some(({ isUndecided }) => isUndecided),
  };
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
