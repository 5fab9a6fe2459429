/** Makes the files that the tests of the import read. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Fault, InputFile } from '../../../programme/import/findings.js';

const root = new URL('../../../', import.meta.url);

/** A file of the project, such as prisma/sample/roster.csv. */
export function projectFile(path: string): InputFile {
  return { name: path.split('/').at(-1) ?? path, content: readFileSync(fileURLToPath(new URL(path, root))) };
}

export function textFile(name: string, text: string): InputFile {
  return { name, content: new TextEncoder().encode(text) };
}

export const headings = [
  'Company code',
  'Company name (Japanese)',
  'Company name (English)',
  'Company kana',
  'Name (Japanese)',
  'Name (English)',
  'Furigana',
  'E-mail',
  'Role',
  'Level',
  'Language',
  'Time zone',
  'Slack workspace',
  'Teams tenant',
  'Person code',
  'Advisers',
  'Job title (Japanese)',
  'Job title (English)',
] as const;

export type Line = Partial<Record<(typeof headings)[number], string>> & {
  readonly [attendance: `attendance:${string}`]: string;
};

/** A faultless participant; what differs is given. */
export function participant(number: number, different: Line = {}): Line {
  return {
    'Company code': 'P01',
    'Company name (Japanese)': '桃太郎電子株式会社',
    'Company name (English)': 'Momotaro Electronics Co., Ltd.',
    'Company kana': 'モモタロウデンシ',
    'Name (Japanese)': `見本 ${number}郎`,
    'Name (English)': `Mihon ${number}`,
    Furigana: 'ミホン ロウ',
    'E-mail': `person${number}@one.example`,
    Role: 'Participant',
    Level: 'Working',
    ...different,
  };
}

export function adviser(different: Line = {}): Line {
  return {
    'Name (Japanese)': '相談 員子',
    'Name (English)': 'Soda Inko',
    Furigana: 'ソウダ インコ',
    'E-mail': 'adviser@sharoshi.example',
    Role: 'Adviser',
    ...different,
  };
}

export function rosterCells(lines: readonly Line[]): string[][] {
  const planned = [
    ...new Set(lines.flatMap((line) => Object.keys(line).filter((key) => key.startsWith('attendance:')))),
  ];
  const columns = [...headings, ...planned];
  return [columns, ...lines.map((line) => columns.map((column) => new Map(Object.entries(line)).get(column) ?? ''))];
}

export function rosterText(lines: readonly Line[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rosterCells(lines)
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

export function rosterFile(lines: readonly Line[]): InputFile {
  return textFile('roster.csv', rosterText(lines));
}

/** [line or path, English reason] of each fault. */
export function said(faults: readonly Fault[]): [number | string | null, string][] {
  return faults.map(({ line, path, reason }) => [path ?? line, reason.en]);
}

/** Code page 932, which Node can only decode: every pair of bytes is decoded once and looked up backwards. */
export function encodeCodePage932(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((letter) => bytesOf().get(letter) ?? [0x3f]));
}

let known: Map<string, number[]> | null = null;

function bytesOf(): ReadonlyMap<string, number[]> {
  if (known !== null) return known;
  known = new Map(Array.from({ length: 0x80 }, (_, byte) => [String.fromCharCode(byte), [byte]]));
  const decoder = new TextDecoder('shift_jis');
  for (let first = 0x81; first <= 0xfc; first += 1) {
    if (first >= 0xa0 && first <= 0xdf) known.set(decoder.decode(Uint8Array.of(first)), [first]);
    else {
      for (let second = 0x40; second <= 0xfc; second += 1) {
        const letters = decoder.decode(Uint8Array.of(first, second));
        if ([...letters].length === 1 && !known.has(letters)) known.set(letters, [first, second]);
      }
    }
  }
  return known;
}

export interface WrittenSession {
  readonly [field: string]: unknown;
}

export function session(code: string, different: WrittenSession = {}): WrittenSession {
  return {
    code,
    kind: 'seminar',
    titleJa: `題名 ${code}`,
    titleEn: `Title ${code}`,
    audience: 'all',
    startsAt: '2024-11-07T15:30',
    endsAt: '2024-11-07T17:00',
    method: 'mixed',
    deadline: '2024-11-01T17:00',
    ...different,
  };
}

export function programme(
  sessions: readonly WrittenSession[],
  different: object = {},
  bindings: readonly object[] = [],
) {
  return {
    programme: {
      code: 'test-2024',
      nameJa: '試験',
      nameEn: 'Test',
      timeZone: 'Asia/Tokyo',
      startsOn: '2024-11-01',
      endsOn: '2025-04-30',
      contact: 'office@office.example',
      // No rules, so that what people are told is what a test is about.
      reminders: {},
      ...different,
    },
    bindings,
    sessions,
  };
}

export function jsonFile(content: unknown): InputFile {
  return textFile('programme.json', JSON.stringify(content));
}
