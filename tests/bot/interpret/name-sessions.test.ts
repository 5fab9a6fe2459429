/** A session is found by its title, its part, its kind or its date in both languages; what may be several stays as it was said. */
import { expect, it } from 'vitest';
import { withSessionCodes } from '../../../bot/interpret/name-sessions.js';
import type { NamedSession } from '../../../programme/sessions/queries.js';

const session = (
  code: string,
  kind: NamedSession['kind'],
  [titleJa, titleEn]: readonly [string, string],
  date: string,
): NamedSession => ({
  ...{ code, kind, titleJa, titleEn, timeZone: 'Asia/Tokyo' },
  startsAt: new Date(`${date}T13:00:00+09:00`),
  endsAt: new Date(`${date}T15:00:00+09:00`),
});

const management = [
  session(
    'MSM-1',
    'seminar',
    ['経営者サロン 第1回 セミナー', 'Management Study Meeting, Day 1: Seminar'],
    '2024-11-07',
  ),
  session(
    'MSM-2',
    'workshop',
    ['経営者サロン 第2回 ワークショップ', 'Management Study Meeting, Day 2: Workshop'],
    '2024-11-15',
  ),
  session('CLS-1', 'closing', ['クロージング・セッション', 'Closing meeting'], '2025-04-22'),
];
const working = [
  session(
    'WLT-1',
    'seminar',
    ['実務担当者向け研修 セミナー', 'Education for working-level personnel: Seminar'],
    '2024-12-04',
  ),
  session(
    'WLT-2',
    'workshop',
    [
      '実務担当者向け研修 人権方針策定ワークショップ',
      'Education for working-level personnel: Workshop for formulating human rights policy',
    ],
    '2024-12-18',
  ),
];
const everything = [...management, ...working];
const now = new Date('2024-10-28T10:00:00+09:00');
const reserved = new Set(['セッション', '参加者一覧', 'register']);

const codesIn = (text: string) => [...new Set(text.match(/[A-Z]{3}-\d/g) ?? [])];
const found = (text: string, sessions: readonly NamedSession[], at = now) =>
  codesIn(withSessionCodes(text, sessions, at, reserved));

it.each([
  ['経営者サロン 第1回に会場で参加します', ['MSM-1']],
  ['サロンの初日に伺います', ['MSM-1']],
  ['サロン第2回の会場', ['MSM-2']],
  ['サロンの2回目って何時からでしたっけ', ['MSM-2']],
  ['put me down for the 2nd salon day', ['MSM-2']],
  ['the first salon seminar', ['MSM-1']],
  ['Who came to salon day one?', ['MSM-1']],
  ['Count me in for the final meeting', ['CLS-1']],
  ['締めの会にも出ます', ['CLS-1']],
  ['最終回の案内', ['CLS-1']],
  ['第1回セミナー、会場で出席いたします。', ['MSM-1']],
  ['第２回は欠席でお願いします', ['MSM-2']],
  ['第一回に参加したい', ['MSM-1']],
  ['経営者サロンの第1回と第2回に参加します', ['MSM-1', 'MSM-2']],
  ['11月7日の件', ['MSM-1']],
  ['11月7日のセミナーに参加します', ['MSM-1']],
  ['11/15は行けません', ['MSM-2']],
  ['セミナーの資料はどこ', ['MSM-1']],
  ['クロージングに参加します', ['CLS-1']],
  ['I want to go to the seminar', ['MSM-1']],
  ['register me for the workshop online', ['MSM-2']],
  ['register for day 2', ['MSM-2']],
  ['I cannot come on 7 November', ['MSM-1']],
  ['cancel November 15th', ['MSM-2']],
  ['the first session and the second one', ['MSM-1', 'MSM-2']],
  ['MSM-1のセミナーに参加します', ['MSM-1']],
  ['register MSM-1 and the workshop', ['MSM-1', 'MSM-2']],
  ['I will attend the closing meeting', ['CLS-1']],
] as const)('%s', (text, codes) => {
  expect(found(text, management)).toEqual(codes);
});

it.each([
  '十一月七日のセミナー',
  '11月7日(木)の件',
  'Nov. 7th',
  'on 2024-11-07',
  '令和6年11月7日',
  'the seventh of November',
])('finds a session by its day as “%s”', (text) => {
  expect(found(text, everything)).toEqual(['MSM-1']);
});

it('finds it by a day without its month where the kind stands behind, and by no day of another year', () => {
  const december = new Date('2024-12-09T10:00:00+09:00');
  expect(found('18日のワークショップですが、オンラインにします', everything, december)).toEqual(['WLT-2']);
  expect(found('I will be late for the 18th workshop', everything, december)).toEqual(['WLT-2']);
  expect(found('来週の水曜のワークショップ', everything, december)).toEqual(['WLT-2']);
  expect(found('18日は行けません', everything, december)).toEqual([]);
  expect(found('2025年11月7日', everything)).toEqual([]);
});

it('counts those whose titles say no part by their codes', () => {
  expect(found('day 2', working)).toEqual(['WLT-2']);
  expect(found('the workshop for formulating human rights policy', working)).toEqual(['WLT-2']);
});

it.each([
  'the seminar',
  '第1回',
  'セミナーに参加したい',
  '経営者サロンに参加したい',
  'セミナー一覧',
  'ワークショップを作成してください',
  'please create a workshop',
  'another workshop',
  'seminars',
  '11月8日の件',
])('leaves “%s” as it was said', (text) => {
  expect(withSessionCodes(text, everything, now, reserved)).toBe(text);
});

it('prefers what is to come, and takes what is over where nothing else is meant', () => {
  const later = new Date('2024-11-10T10:00:00+09:00');
  expect(found('経営者サロンに参加したい', management, later)).toEqual(['MSM-2']);
  expect(found('セミナーの資料はどこ', management, later)).toEqual(['MSM-1']);
});

it('finds a session that was moved, retitled or added since by what it is called now', () => {
  const was = session('ABC-1', 'meeting', ['春の集い', 'Spring gathering'], '2024-11-20');
  expect(found('春の集いに参加します', [was])).toEqual(['ABC-1']);
  const retitled = { ...was, titleJa: '秋の集い' };
  expect(found('春の集いに参加します', [retitled])).toEqual([]);
  expect(found('秋の集いに参加します', [retitled])).toEqual(['ABC-1']);
  const moved = { ...was, startsAt: new Date('2024-11-21T13:00:00+09:00') };
  expect(found('11月20日に参加します', [was])).toEqual(['ABC-1']);
  expect(found('11月20日に参加します', [moved])).toEqual([]);
  expect(found('11月21日に参加します', [moved])).toEqual(['ABC-1']);
  const added = session('ABC-2', 'meeting', ['春の集い', 'Spring gathering'], '2024-12-20');
  expect(found('春の集いに参加します', [was, added])).toEqual([]);
});

it('a code never runs into another', () => {
  expect(withSessionCodes('経営者サロン第1回、リモートで', everything, now, reserved)).toBe('MSM-1 MSM-1、リモートで');
});
