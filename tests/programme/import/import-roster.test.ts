/** Rosters as secretariats write them: encodings, headings, and every faulty line named at once. */
import { describe, expect, it } from 'vitest';
import { type InputFile, wordFault } from '../../../programme/import/findings.js';
import { readRoster } from '../../../programme/import/read-roster.js';
import { MOST_LINES } from '../../../programme/import/read-table.js';
import { LARGEST_FILE_MEGABYTES } from '../../../programme/import/refuse-file.js';
import {
  adviser,
  encodeCodePage932,
  headings,
  type Line,
  participant,
  rosterFile,
  rosterText,
  said,
  textFile,
} from './import-files.js';

async function rosterOf(file: InputFile) {
  const reading = await readRoster(file);
  if (!reading.ok) throw new Error(JSON.stringify(said(reading.faults)));
  return reading.roster;
}

async function faultsOf(file: InputFile) {
  const reading = await readRoster(file);
  return reading.ok ? [] : said(reading.faults);
}

const faultsOfLines = (...lines: readonly Line[]) => faultsOf(rosterFile(lines));

describe('encodings', () => {
  const text = rosterText([participant(1, { 'Name (Japanese)': '髙﨑 ①郎', 'Company kana': 'ﾓﾓﾀﾛｳﾃﾞﾝｼ' })]);

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['Shift_JIS of Windows', encodeCodePage932(text)],
  ])('reads %s', async (_name, content) => {
    const { people, companies } = await rosterOf({ name: 'roster.csv', content });
    expect(people[0]?.nameJa).toBe('髙﨑 ①郎');
    expect(companies[0]?.kana).toBe('モモタロウデンシ');
  });

  it('refuses UTF-16 and says how to save', async () => {
    const content = Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(await faultsOf({ name: 'roster.csv', content })).toEqual([[null, expect.stringContaining('CSV UTF-8')]]);
  });

  it('notices letters that were lost in saving', async () => {
    const content = encodeCodePage932(rosterText([participant(1, { 'Name (Japanese)': '𠮷田 太郎' })]));
    expect(await faultsOf({ name: 'roster.csv', content })).toEqual([[2, expect.stringContaining('“?田 太郎”')]]);
  });
});

describe('headings', () => {
  it('are accepted in Japanese, in any width and order, with the columns that may be left out', async () => {
    const file = textFile(
      'roster.csv',
      'ﾒｰﾙアドレス,氏名(英語),氏名,ふりがな,役割,階層,会社コード,会社名,会社名(英語),会社名カナ,出欠\uFF1A\uFF2D\uFF33\uFF2D\u22121\n' +
        'taro@one.example,Taro,太郎,たろう,参加者,経営層,P01,桃太郎電子,Momotaro,ももたろうでんし,会場\n',
    );
    const { people, planned, companies } = await rosterOf(file);
    expect(people[0]).toMatchObject({ furigana: 'タロウ', level: 'management', language: null, timeZone: null });
    expect(companies[0]?.kana).toBe('モモタロウデンシ');
    expect(planned).toEqual(['MSM-1']);
  });

  it('that are unknown, doubled or missing are named; nothing else is then', async () => {
    const file = textFile('roster.csv', `${headings.join(',').replace('E-mail', 'Role')},Shoe size\n1,2\n`);
    expect(await faultsOf(file)).toEqual([
      [1, 'There are two columns “Role”.'],
      [1, expect.stringMatching(/^The heading “Shoe size” is not known.*“ignore:Shoe size”/)],
      [1, 'The column “E-mail” is missing.'],
    ]);
  });
});

describe('lines', () => {
  it('are read into people and companies', async () => {
    const { people, companies } = await rosterOf(
      rosterFile([
        participant(1, {
          'E-mail': 'Taro@One.example',
          'Company code': 'P01',
          'Slack workspace': 't0spphost, T0OTHER',
          'Teams tenant': '11111111-1111-4111-8111-11111111111A',
          Language: '英語',
          'Time zone': 'Asia/Tokyo',
          'attendance:MSM-1': '会場',
          'attendance:MSM-2': 'online',
          'attendance:MSM-3': '',
        }),
        participant(2, { 'Company name (Japanese)': '', 'Company name (English)': '', 'Company kana': '' }),
        adviser(),
        adviser({ Role: '講師' }),
      ]),
    );
    expect(people[0]).toEqual({
      line: 2,
      email: 'taro@one.example',
      jobTitleJa: '',
      jobTitleEn: '',
      personCode: null,
      nameJa: '見本 1郎',
      nameEn: 'Mihon 1',
      furigana: 'ミホン ロウ',
      role: 'participant',
      level: 'working',
      companyCode: 'P01',
      language: 'en',
      timeZone: 'Asia/Tokyo',
      attendance: new Map([
        ['MSM-1', 'onsite'],
        ['MSM-2', 'online'],
      ]),
    });
    expect(people.map(({ role }) => role)).toEqual(['participant', 'participant', 'adviser', 'speaker']);
    expect(companies).toEqual([
      {
        line: 2,
        code: 'P01',
        nameJa: '桃太郎電子株式会社',
        nameEn: 'Momotaro Electronics Co., Ltd.',
        kana: 'モモタロウデンシ',
        slack: ['T0OTHER', 'T0SPPHOST'],
        teams: ['11111111-1111-4111-8111-11111111111a'],
        advisers: [],
      },
    ]);
  });

  it('keep names as they are written and make identifiers plain', async () => {
    const { people, companies } = await rosterOf(
      rosterFile([
        participant(1, {
          'Name (Japanese)': '\uFF21\uFF22 太郎',
          'Company code': '\uFF30\uFF10\uFF11\u22122',
          'E-mail': '\uFF41\uFF20one.example',
        }),
      ]),
    );
    expect(people[0]).toMatchObject({ nameJa: '\uFF21\uFF22 太郎', email: 'a@one.example', companyCode: 'P01-2' });
    expect(companies[0]?.code).toBe('P01-2');
  });

  it('that are blank are passed over but counted', async () => {
    const text = rosterText([participant(1), {}, participant(2, { 'E-mail': 'nonsense' })]);
    expect(await faultsOf(textFile('roster.csv', `\r\n${text}\r\n,,,\r\n`))).toEqual([
      [5, '“nonsense” is not an e-mail address.'],
    ]);
  });

  it('are all reported in one go, in the order of the file', async () => {
    const faults = await faultsOfLines(
      participant(1, { 'E-mail': 'a@b@c' }),
      participant(2, { Role: 'Boss' }),
      participant(3, { Level: '' }),
      participant(4, { Level: 'Top' }),
      participant(5, { Furigana: '' }),
      participant(6, { Furigana: '見本' }),
      participant(7, { 'Time zone': 'Tokyo' }),
      participant(8, { Language: 'fr' }),
      participant(9, { 'Company code': 'P 01' }),
      participant(10, { 'Slack workspace': 'my-company', 'Teams tenant': 'contoso.com' }),
      participant(11, { 'attendance:MSM-1': 'maybe' }),
      participant(12, { 'Name (Japanese)': '=1+1' }),
      participant(13, { 'Name (English)': 'Two\nlines' }),
      participant(14, { 'Name (English)': 'x'.repeat(201) }),
      adviser({ Level: 'Working', 'Company code': 'P01' }),
    );
    expect(faults).toEqual([
      [2, '“a@b@c” is not an e-mail address.'],
      [3, '“Role” cannot be “Boss”: it is Participant, Adviser, Secretariat or Speaker.'],
      [4, 'A participant needs a “Level” (Management or Working).'],
      [5, '“Level” cannot be “Top”: it is Management or Working.'],
      [6, '“Furigana” is empty.'],
      [7, '“Furigana” cannot be “見本”: write it in katakana or hiragana.'],
      [8, '“Tokyo” is not a time zone. Write it like Asia/Tokyo.'],
      [9, '“Language” cannot be “fr”: it is Japanese or English.'],
      [10, expect.stringMatching(/^“Company code” cannot be “P 01”/)],
      [11, expect.stringMatching(/^“my-company” is not a Slack workspace/)],
      [11, expect.stringMatching(/^“contoso.com” is not a Teams tenant/)],
      [12, '“MSM-1” cannot be “maybe”: it is On site or Online.'],
      [13, expect.stringMatching(/^There are cells with formulas or errors \(Name \(Japanese\)\)/)],
      [14, '“Name (English)” contains a line break or another control character.'],
      [15, '“Name (English)” is too long (up to 200 characters).'],
      [16, 'Only participants have a “Level”.'],
      [16, expect.stringMatching(/^Only participants have a company/)],
    ]);
  });

  it('that contradict each other are reported with the line they contradict', async () => {
    const faults = await faultsOfLines(
      participant(1),
      participant(1),
      participant(1, { 'Company code': 'P02', 'Company name (Japanese)': '浦島' }),
      participant(4, { 'E-mail': 'person1@one.example' }),
      participant(5, { 'Company name (Japanese)': '鬼ヶ島電子' }),
      participant(6, { 'Company code': 'p01' }),
      participant(7, { 'Slack workspace': 'T0ONE' }),
      participant(8, { 'Slack workspace': 'T0TWO' }),
      adviser(),
      adviser({ Role: 'Speaker', Furigana: 'インコ' }),
    );
    expect(faults).toEqual([
      [3, '“person1@one.example” is already in line 2 with the same role (Participant).'],
      [4, '“person1@one.example” belongs to two companies: P02 here and P01 in line 2.'],
      [
        5,
        '“person1@one.example” is also the address of someone else in line 2. Every person needs an address of their own.',
      ],
      [
        6,
        '“Company name (Japanese)” is “鬼ヶ島電子” here but “桃太郎電子株式会社” in line 2, under the same company code.',
      ],
      [7, 'The codes “p01” and “P01” differ only in upper and lower case.'],
      [9, '“Slack workspace” is “T0TWO” here but “T0ONE” in line 8, under the same company code.'],
      [11, '“Furigana” is “インコ” here but “ソウダ インコ” in line 10, for the same person.'],
    ]);
  });

  it('need a company name at least once', async () => {
    const nameless = { 'Company name (Japanese)': '', 'Company kana': '' };
    expect(await faultsOfLines(participant(1, nameless), participant(2, nameless))).toEqual([
      [2, '“Company name (Japanese)” is empty.'],
      [2, '“Company kana” is empty.'],
    ]);
  });

  it('may not go beyond the headings', async () => {
    const text = rosterText([participant(1)]).replace(/\r\n$/, ',stray\r\n');
    expect(await faultsOf(textFile('roster.csv', text))).toEqual([
      [2, 'There are values in a column without a heading.'],
    ]);
  });
});

describe('files', () => {
  it('that are no rosters are refused', async () => {
    expect(await faultsOf(textFile('roster.csv', ''))).toEqual([[null, 'The file is empty.']]);
    expect(await faultsOf(textFile('roster.csv', '\n ,\n'))).toEqual([[null, 'The file is empty.']]);
    expect(await faultsOf(rosterFile([]))).toEqual([[null, 'There is no line below the headings.']]);
    expect(await faultsOf(textFile('roster.csv', 'Role\n"open\n\n'))).toEqual([
      [expect.any(Number), expect.stringMatching(/^A quotation mark/)],
    ]);
    const old = { name: 'roster.csv', content: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1) };
    expect(await faultsOf(old)).toEqual([[null, expect.stringContaining('password')]]);
  });

  it('that are too large or too long are refused', async () => {
    const large = { name: 'roster.csv', content: new Uint8Array(LARGEST_FILE_MEGABYTES * 1024 * 1024 + 1) };
    expect(await faultsOf(large)).toEqual([[null, 'The file is too large; files of up to 5 MB can be imported.']]);
    expect(await faultsOf(textFile('roster.csv', `Role\n${'x\n'.repeat(MOST_LINES)}`))).toEqual([
      [null, 'There are too many lines; up to 20000 can be imported at once.'],
    ]);
  });

  it('have their faults worded in both languages', async () => {
    const reading = await readRoster(rosterFile([participant(1, { Furigana: '' })]));
    const fault = reading.ok ? undefined : reading.faults[0];
    expect(fault && wordFault(fault, 'ja')).toBe('roster.csv 2行目: 「フリガナ」が空です。');
    expect(fault && wordFault(fault, 'en')).toBe('roster.csv, line 2: “Furigana” is empty.');
  });
});
