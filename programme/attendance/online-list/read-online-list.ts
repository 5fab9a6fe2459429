/** Reads the participant report of a Zoom or Teams meeting: its bytes become data, and nothing else is known or looked up. */
import { isAbout, isHostRole, isHostSection, isNo, isYes, type ListLayout, listLayout } from './list-headings.js';
import { isBlank, listLines } from './list-lines.js';
import { type DayOrder, dayOrderOf, readDuration, readTime } from './list-times.js';
import type { MeetingLine, MeetingPlatform, OnlineList, OnlineListProblem, OnlineListReading } from './online-list.js';

interface ReadingOptions {
  /** IANA name: of the times on the wall that the report tells. */
  readonly timeZone: string;
  /** Where the report's days can be read either way; the month first unless told, as Zoom and Teams do in English. */
  readonly order?: DayOrder;
}

/** A line of a table of people, still as it was written. */
interface WrittenRow {
  readonly at: ListLayout;
  readonly cells: readonly string[];
  readonly inHostSection: boolean;
}

/** A report as it was written: what its times mean depends on how they are read. */
export interface WrittenList {
  readonly rows: readonly WrittenRow[];
  readonly start: string;
  readonly end: string;
  readonly hostEmail: string;
}

/** Of each file: several actions ask of one that was dropped. */
const looks = new WeakMap<Uint8Array, Promise<boolean>>();

/** Whether the file looks like a participant report, whatever may be wrong with it otherwise. Never throws. */
export async function isOnlineList(content: Uint8Array): Promise<boolean> {
  const begun = looks.get(content) ?? looksLikeList(content);
  looks.set(content, begun);
  return await begun;
}

async function looksLikeList(content: Uint8Array): Promise<boolean> {
  const read = await listLines(content);
  return 'lines' in read && read.lines.some((cells) => listLayout(cells) !== null);
}

/** Unpacks the file, once for all ways in which its times can be read. Never throws: what cannot be read is a problem with a name. */
export async function unpackOnlineList(
  content: Uint8Array,
): Promise<WrittenList | { readonly problem: OnlineListProblem }> {
  const read = await listLines(content);
  if ('problem' in read) return read;
  return writtenIn(read.lines) ?? { problem: 'no_list' };
}

/** Reads what was unpacked. Never throws either. */
export function readOnlineList(
  written: WrittenList,
  { timeZone, order = 'month first' }: ReadingOptions,
): OnlineListReading {
  const { rows, start, end } = written;
  const found = dayOrderOf([start, end, ...rows.flatMap((row) => timesOf(row))]);
  const time = (text: string) => (text.trim() === '' ? null : readTime(text, timeZone, found ?? order));
  if (rows.some((row) => timesOf(row).some((text) => text.trim() !== '' && time(text) === null)))
    return { ok: false, problem: 'times' };
  const all = rows.flatMap((row) => attendeeOf(row, written, time) ?? []);
  const attendees = withoutDoubles(all);
  if (attendees.length === 0) return { ok: false, problem: 'nobody' };
  const [meetingStart, meetingEnd] = [time(start), time(end)];
  const list: OnlineList = {
    ...{ platform: platformOf(rows), meetingStart, meetingEnd, rows: attendees, isUndecided: found === null },
  };
  return { ok: true, list: withEnds(list) };
}

/** Null where no table of people is in it. */
function writtenIn(lines: readonly (readonly string[])[]): WrittenList | null {
  const rows: WrittenRow[] = [];
  let [start, end, hostEmail] = ['', '', ''];
  let at: ListLayout | null = null;
  let hasTable = false;
  let inHostSection = false;
  lines.forEach((cells, index) => {
    const [first = '', second = ''] = cells;
    const layout = listLayout(cells);
    if (layout !== null) {
      at = layout;
      hasTable = true;
    } else if (isBlank(cells)) at = null;
    else if (cells.filter((cell) => cell.trim() !== '').length === 1 && isTitle(first)) {
      at = null;
      inHostSection = isHostSection(first);
    } else if (at !== null) rows.push({ at, cells, inHostSection });
    else if (!hasTable || rows.length === 0) {
      // Teams tells of the meeting line by line, Zoom in a table of one line.
      if (isAbout('start', first)) start ||= second;
      else if (isAbout('end', first)) end ||= second;
      const below = lines[index + 1] ?? [];
      cells.forEach((cell, column) => {
        if (column === 0 && cells.length <= 2) return;
        if (isAbout('start', cell)) start ||= below[column] ?? '';
        if (isAbout('end', cell)) end ||= below[column] ?? '';
        if (isAbout('host', cell)) hostEmail ||= (below[column] ?? '').trim().toLowerCase();
      });
    }
  });
  return hasTable ? { rows, start, end, hostEmail } : null;
}

/** 「3. 会議内のアクティビティ」 or “Panelist Details”: a line by itself that is nobody's name. */
function isTitle(cell: string): boolean {
  return /^\s*\d+\s*[.．、]/.test(cell) || /(?:details|attended|詳細)\s*,?\s*$/i.test(cell);
}

const cellOf = ({ at, cells }: WrittenRow, column: Parameters<ListLayout['get']>[0]) =>
  (cells[at.get(column) ?? -1] ?? '').trim();

function timesOf(row: WrittenRow): readonly string[] {
  const columns = ['joined', 'left', 'firstJoined', 'lastLeft'] as const;
  return columns.map((column) => cellOf(row, column).replace(/^[-–—]+$/, ''));
}

/** Null for who was not in the meeting: a blank line, an invited person who did not come, somebody who only waited to be let in. */
function attendeeOf(
  row: WrittenRow,
  { hostEmail }: WrittenList,
  time: (text: string) => Date | null,
): MeetingLine | null {
  if (isYes(cellOf(row, 'waiting')) || isNo(cellOf(row, 'attended'))) return null;
  const { name, originalName } = namesOf(row);
  if (name === '') return null;
  const [joined = '', left = '', firstJoined = '', lastLeft = ''] = timesOf(row);
  const isHull = row.at.has('firstJoined') && !row.at.has('joined');
  const joinedAt = time(joined || firstJoined);
  const seconds = readDuration(cellOf(row, 'duration'));
  const leftAt = time(left || lastLeft) ?? (joinedAt && seconds !== null ? after(joinedAt, seconds) : null);
  if (joinedAt === null && seconds === null) return null;
  const email = [cellOf(row, 'email'), cellOf(row, 'upn')].find((text) => text.includes('@'))?.toLowerCase() ?? null;
  const isHost = row.inHostSection || isHostRole(cellOf(row, 'role')) || (email !== null && email === hostEmail);
  return { name, originalName, email, joinedAt, leftAt, seconds, isHost, isHull };
}

function namesOf(row: WrittenRow): Pick<MeetingLine, 'name' | 'originalName'> {
  const both = cellOf(row, 'bothNames');
  if (both === '') return { name: cellOf(row, 'name'), originalName: null };
  // A bracket may also be part of the name that somebody gave themselves: 「山田(青葉電子)」.
  const [, name = both, original = null] = /^(.*\S)\s*[(（]([^()（）]*)[)）]$/.exec(both) ?? [];
  return { name, originalName: original };
}

/** Teams tells of each person twice: as a whole, and each time that they came. What is told in pieces counts. */
function withoutDoubles(all: readonly MeetingLine[]): readonly MeetingLine[] {
  const pieces = all.filter(({ isHull }) => !isHull);
  const hulls = all.filter(({ isHull }) => isHull);
  const isSame = (one: MeetingLine, other: MeetingLine) =>
    one.name === other.name && (one.email === null || other.email === null || one.email === other.email);
  return [
    ...pieces.map((piece) => {
      const whole = hulls.find((hull) => isSame(piece, hull));
      return whole ? { ...piece, email: piece.email ?? whole.email, isHost: piece.isHost || whole.isHost } : piece;
    }),
    ...hulls.filter((hull) => !pieces.some((piece) => isSame(piece, hull))),
  ];
}

function platformOf(rows: readonly WrittenRow[]): MeetingPlatform {
  const ofTeams = ['firstJoined', 'lastLeft', 'upn', 'role'] as const;
  return rows.some(({ at }) => ofTeams.some((column) => at.has(column))) ? 'teams' : 'zoom';
}

/** Who had not left when the report was made was there until it ends. */
function withEnds(list: OnlineList): OnlineList {
  const known = list.rows.flatMap(({ joinedAt, leftAt }) => leftAt ?? joinedAt ?? []);
  const last = list.meetingEnd ?? latest(known);
  return { ...list, rows: list.rows.map((row) => ({ ...row, leftAt: row.leftAt ?? (row.joinedAt && last) })) };
}

function latest(times: readonly Date[]): Date | null {
  return times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime())));
}

function after(time: Date, seconds: number): Date {
  return new Date(time.getTime() + seconds * 1000);
}
