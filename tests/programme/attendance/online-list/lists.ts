/** Participant reports as Zoom and Teams write them, made from readable lines, and how they are read. */
import type { OnlineListReading } from '../../../../programme/attendance/online-list/online-list.js';
import { readOnlineList, unpackOnlineList } from '../../../../programme/attendance/online-list/read-online-list.js';

const csvCell = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** UTF-8 with a byte order mark and commas, as Zoom saves it. */
export function zoomFile(lines: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`);
}

/** UTF-16 with a byte order mark and tabs, as Teams saves it. */
export function teamsFile(lines: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\uFEFF${lines.map((cells) => cells.join('\t')).join('\r\n')}\r\n`, 'utf16le');
}

export const zoomHeadings = {
  en: [
    ...['Name (Original Name)', 'User Email', 'Join Time', 'Leave Time', 'Duration (Minutes)'],
    ...['Guest', 'Recording Consent', 'In Waiting Room'],
  ],
  ja: [
    ...['名前（元の名前）', 'ユーザーのメール', '参加時刻', '退出時刻', '時間（分）'],
    ...['ゲスト', '録音への同意', '待機室'],
  ],
} as const;

export const teamsHeadings = {
  en: {
    people: ['Name', 'First Join', 'Last Leave', 'In-Meeting Duration', 'Email', 'Participant ID (UPN)', 'Role'],
    activities: ['Name', 'Join Time', 'Leave Time', 'Duration', 'Email', 'Role'],
  },
  ja: {
    people: ['名前', '最初の参加', '最後の退出', '会議の長さ', 'メール', '参加者 ID (UPN)', '役割'],
    activities: ['名前', '参加時刻', '退出時刻', '期間', 'メール', '役割'],
  },
} as const;

/** A line of Zoom's list, of the day on which tests have their session (7 November 2024, in Tokyo). */
export function zoomLine(
  name: string,
  from: string,
  to: string,
  { email = '', waiting = 'No' }: { readonly email?: string; readonly waiting?: string } = {},
): readonly string[] {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const day = '2024/11/07';
  const length = String(minutes(to) - minutes(from));
  return [name, email, `${day} ${from}:00`, `${day} ${to}:00`, length, 'Yes', '', waiting];
}

/** The file as it is read with times in Tokyo, unless told. */
export async function readList(
  content: Uint8Array,
  { timeZone = 'Asia/Tokyo', order }: { readonly timeZone?: string; readonly order?: 'day first' } = {},
): Promise<OnlineListReading> {
  const unpacked = await unpackOnlineList(content);
  if ('problem' in unpacked) return { ok: false, problem: unpacked.problem };
  return readOnlineList(unpacked, { timeZone, ...(order && { order }) });
}
