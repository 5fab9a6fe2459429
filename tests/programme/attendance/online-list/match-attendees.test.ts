/** Whom the names of a meeting mean: surely, perhaps, nobody, or no participant. */
import { describe, expect, it } from 'vitest';
import { type KnownAttendee, knownPeople } from '../../../../programme/attendance/online-list/known-people.js';
import { listedIn, matchAttendee } from '../../../../programme/attendance/online-list/match-attendees.js';

const companies = [
  { id: 'aoba', nameJa: '青葉電子株式会社', nameEn: 'Aoba Electronics Co., Ltd.', kana: 'アオバデンシ' },
  { id: 'midori', nameJa: '株式会社みどり精機', nameEn: 'Midori Precision', kana: 'ミドリセイキ' },
];

function person(
  personId: string,
  names: readonly [string, string, string],
  given: Partial<KnownAttendee> = {},
): KnownAttendee {
  const [nameJa, nameEn, furigana] = names;
  const base = { companyId: 'aoba', emails: [], isParticipant: true, isExpected: true };
  return { ...base, personId, nameJa, nameEn, furigana, ...given };
}

const people = [
  person('taro', ['山田 太郎', 'Taro Yamada', 'ヤマダ タロウ'], {
    emails: ['taro@aoba.example', 'old-taro@aoba.example'],
  }),
  person('hanako', ['佐藤 花子', 'Hanako Sato', 'サトウ ハナコ'], { companyId: 'midori' }),
  person('jiro', ['佐藤 次郎', 'Jiro Sato', 'サトウ ジロウ']),
  person('ken1', ['鈴木 健', 'Ken Suzuki', 'スズキ ケン']),
  person('ken2', ['鈴木 健', 'Ken Suzuki', 'スズキ ケン'], { companyId: 'midori' }),
  person('kei', ['髙橋 圭', '', 'タカハシ ケイ']),
  person('kei2', ['高橋 圭', '', 'タカハシ ケイ'], { companyId: 'midori', isExpected: false }),
  person('mori', ['森下一郎', '', 'モリシタイチロウ']),
  person('saeki', ['佐伯 明', 'Akira Saeki', 'サエキ アキラ'], {
    companyId: null,
    isParticipant: false,
    emails: ['saeki@adviser.example'],
  }),
];
const known = knownPeople(people, companies);

function match(name: string, given: { originalName?: string; email?: string; isHost?: boolean } = {}): string {
  const { originalName = null, email = null, isHost = false } = given;
  const times = { joinedAt: null, leftAt: null, seconds: 60, isHull: false };
  const [listed] = listedIn([{ name, originalName, email, isHost, ...times }]);
  if (listed === undefined) throw new Error('no line');
  const found = matchAttendee(listed, known);
  if (found.kind === 'certain') return found.person.personId;
  return found.kind === 'doubtful' ? `? ${found.candidates.map(({ personId }) => personId).join(' ')}` : found.kind;
}

describe('a name leads surely', () => {
  it.each([
    '山田太郎',
    '山田　太郎 様',
    '太郎 山田',
    '青葉電子_山田太郎',
    '青葉電子　山田　太郎さん',
    '【青葉電子】山田太郎',
    '山田太郎（青葉電子）',
    '青葉電子山田太郎',
    '営業部・山田太郎',
    'Taro Yamada / Aoba',
    'YAMADA, Taro',
    'Aoba_Taro YAMADA',
    'やまだ たろう',
    'ﾔﾏﾀﾞ ﾀﾛｳ',
    'Tarou Yamada',
    'yamada taroh',
  ])('%s', (name) => expect(match(name)).toBe('taro'));

  it.each([
    ['Zoomのユーザー', { email: 'taro@aoba.example' }, 'taro'],
    ['iPhone', { email: 'old-taro@aoba.example' }, 'taro'],
    ['参加者1', { originalName: 'Taro Yamada' }, 'taro'],
    ['山田', { originalName: '太郎' }, 'taro'],
    ['鈴木健（みどり精機）', {}, 'ken2'],
    ['高橋圭', {}, 'kei'],
  ])('%s %o', (name, given, meant) => expect(match(name, given)).toBe(meant));
});

describe('a name is asked about', () => {
  it.each([
    ['鈴木健', {}, '? ken1 ken2'],
    ['佐藤', {}, '? hanako jiro'],
    ['佐藤（みどり精機）', {}, '? hanako'],
    ['花子', {}, '? hanako'],
    ['森下', {}, '? mori'],
    ['Hanako', {}, '? hanako'],
    ['山田太朗', {}, '? taro'],
    ['Taro Yamda', {}, '? taro'],
    ['山田太郎（みどり精機）', {}, '? taro'],
    ['山田太郎（代理）', {}, '? taro'],
    ['佐藤花子', { email: 'taro@aoba.example' }, '? taro hanako'],
    ['佐藤', { originalName: 'Taro Yamada' }, '? taro hanako jiro'],
    ['山田太郎・佐藤花子', {}, '? taro hanako'],
  ])('%s %o: %s', (name, given, meant) => expect(match(name, given)).toBe(meant));
});

describe('a name leads to nobody', () => {
  it.each(['田中一郎', 'iPhone', 'John Smith', '参加者', '青葉電子', '…'])('%s', (name) =>
    expect(match(name)).toBe('unknown'),
  );

  it.each([
    ['佐伯 明', {}],
    ['誰か', { email: 'saeki@adviser.example' }],
    ['Taro Yamada’s Notetaker (Otter.ai)', {}],
    ['Read.ai meeting notes', {}],
    ['画面共有用', {}],
    ['SPP事務局', {}],
    ['Somebody', { isHost: true }],
  ])('%s %o stands apart', (name, given) => expect(match(name, given)).toBe('apart'));
});

it('lines of one e-mail, and of one name without any, are one entry with the same key for the same file', () => {
  const line = (name: string, email: string | null) => ({
    ...{ name, email, originalName: null, isHost: false, joinedAt: null, leftAt: null, seconds: 60, isHull: false },
  });
  const rows = [
    line('Taro', 'a@b.example'),
    line('Jiro', null),
    line('TARO', 'a@b.example'),
    line('ＪＩＲＯ', null),
    line('Jiro', 'j@b.example'),
  ];
  expect(listedIn(rows).map(({ key, rows: { length } }) => [key, length])).toEqual([
    ['1', 2],
    ['2', 2],
    ['3', 1],
  ]);
});
