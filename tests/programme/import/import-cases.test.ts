/** Files as programs and people really make them (cases/): each gives what a person sees in it, or one sentence on what to do. */

import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Fault, type InputFile, wordFault } from '../../../programme/import/findings.js';
import { readProgramme } from '../../../programme/import/read-programme.js';
import { readRoster } from '../../../programme/import/read-roster.js';
import { warnOfDates } from '../../../programme/import/warn-of-dates.js';
import { headings, participant, projectFile, rosterFile, rosterText, said, textFile } from './import-files.js';
import { now } from './import-place.js';

const caseFile = (name: string) => projectFile(`tests/programme/import/cases/${name}`);

async function rosterOf(file: InputFile) {
  const reading = await readRoster(file);
  if (!reading.ok) throw new Error(JSON.stringify(said(reading.faults)));
  return { ...reading.roster, warnings: said(reading.warnings) };
}

async function faultsOf(file: InputFile) {
  const reading = await readRoster(file);
  return reading.ok ? [] : said(reading.faults);
}

const names = ({ people }: { readonly people: readonly { readonly nameJa: string }[] }) =>
  people.map(({ nameJa }) => nameJa);

const two = ['見本 一郎', '見本 二郎'];

describe('letters', () => {
  it('above U+FFFF are read from character references (b02)', async () => {
    expect(names(await rosterOf(caseFile('b02-openpyxl-astral-names.xlsx')))).toEqual([
      '𠮷田 一郎',
      '葛\u{E0100}城 二郎',
      '𩸽 三郎',
    ]);
  });

  it('that nobody sees are removed, and in a name that is said (b05, b05b, b05e)', async () => {
    const role = await rosterOf(caseFile('b05-zero-width-role.xlsx'));
    expect([role.people[0]?.role, role.warnings]).toEqual(['participant', []]);
    const email = await rosterOf(caseFile('b05b-bidi-marks-email.xlsx'));
    expect([email.people[0]?.email, email.warnings]).toEqual(['person1@one.example', []]);
    const name = await rosterOf(caseFile('b05e-lrm-in-name-kept.xlsx'));
    expect(names(name)).toEqual(['見本 一郎']);
    expect(name.warnings).toEqual([[2, 'Characters that nobody sees were removed from “Name (Japanese)”.']]);
  });

  it('in pieces are those in one piece (b06, b06b)', async () => {
    const { companies, warnings } = await rosterOf(caseFile('b06-nfd-company-two-lines.xlsx'));
    expect(companies.map(({ nameJa }) => nameJa)).toEqual(['ガーデンテック株式会社']);
    expect(warnings).toEqual([]);
    const { people } = await rosterOf(caseFile('b06b-nfd-person-two-roles.xlsx'));
    expect(people.map(({ nameJa, role }) => [nameJa, role])).toEqual([
      ['見本 ダイゴ', 'participant'],
      ['見本 ダイゴ', 'speaker'],
    ]);
  });

  it('that repeat the one before stay such letters in a reading (b10)', async () => {
    const { people, companies } = await rosterOf(
      // One company has one reading: the second line is made another company's.
      changed('b10-hiragana-iteration-mark.xlsx', 'xl/worksheets/sheet1.xml', '(<c r="A3".*?>)P01<', '$1P02<'),
    );
    expect(people[0]?.furigana).toBe('カネコ ミスヾ');
    expect(companies.map(({ kana }) => kana)).toContain('イスヾ');
  });

  it('that only one computer shows are a fault (b11)', async () => {
    expect(await faultsOf(caseFile('b11-gaiji-cp932.csv'))).toEqual([[2, expect.stringContaining('gaiji')]]);
  });

  it('such as a question mark belong to names, unless the encoding may have lost others (b12)', async () => {
    const { companies, warnings } = await rosterOf(caseFile('b12-genuine-question-mark.xlsx'));
    expect(companies[0]).toMatchObject({ nameJa: '株式会社なぜなに?', nameEn: 'Why? Inc.' });
    expect(warnings).toEqual([[2, expect.stringContaining('lost in saving')]]);
  });

  it('of one name written in two ways are taken as in the first line, and that is said', async () => {
    const { companies, warnings } = await rosterOf(
      rosterFile([participant(1), participant(2, { 'Company name (Japanese)': '桃太郎電子(株)' })]),
    );
    expect(companies.map(({ nameJa }) => nameJa)).toEqual(['桃太郎電子株式会社']);
    expect(warnings).toEqual([[3, expect.stringMatching(/^“Company name.*taken for the same as.*in line 2/)]]);
  });
});

describe('the sheet', () => {
  it.each([
    ['b03-hidden-old-roster-first.xlsx', '名簿2024'],
    ['b03c-hidden-list-first.xlsx', '名簿'],
    ['b03d-cover-sheet-first.xlsx', '名簿'],
    ['b03e-numbers-export-summary-first.xlsx', '名簿'],
    ['b03f-chartsheet-first.xlsx', '名簿'],
  ])('of %s that has the headings and is seen is read and named', async (name, sheet) => {
    const roster = await rosterOf(caseFile(name));
    expect([roster.sheet, names(roster), roster.warnings]).toEqual([sheet, two, []]);
  });

  it('is asked for where several have the headings, or none', async () => {
    const several = changed('b03-hidden-old-roster-first.xlsx', 'xl/workbook.xml', 'state="hidden"', '');
    expect(await faultsOf(several)).toEqual([[null, expect.stringMatching(/^Several sheets.*“名簿2023”, “名簿2024”/)]]);
    const none = changed(
      'b03d-cover-sheet-first.xlsx',
      'xl/worksheets/sheet2.xml',
      '<sheetData>.*</sheetData>',
      '<sheetData/>',
    );
    expect(await faultsOf(none)).toEqual([[null, expect.stringMatching(/^No sheet has the headings.*“表紙”, “名簿”/)]]);
  });

  it('may be hidden where no other has the headings, which is said', async () => {
    const hidden = changed(
      'b03d-cover-sheet-first.xlsx',
      'xl/workbook.xml',
      'sheetId="2" ',
      'sheetId="2" state="hidden"',
    );
    const roster = await rosterOf(hidden);
    expect([names(roster), roster.warnings]).toEqual([two, [[null, 'The hidden sheet “名簿” was read.']]]);
  });

  it('is read with its hidden lines, which is said', async () => {
    const hidden = changed(
      'b03d-cover-sheet-first.xlsx',
      'xl/worksheets/sheet2.xml',
      '<row r="3"',
      '<row r="3" hidden="1"',
    );
    const roster = await rosterOf(hidden);
    expect([names(roster), roster.warnings]).toEqual([two, [[null, 'Hidden lines were read, too (3).']]]);
  });

  it('may reach down to the last line with nothing in it (b04)', async () => {
    expect(names(await rosterOf(caseFile('b04-libreoffice-empty-row-1048576.xlsx')))).toEqual(two);
  });
});

describe('other ways to save', () => {
  it.each(['b07-zip64.xlsx', 'b07b-no-cell-references.xlsx', 'b09-semicolon.csv', 'b09b-tab-cp932.txt'])(
    '%s is read',
    async (name) => {
      expect(names(await rosterOf(caseFile(name)))).toEqual(two);
    },
  );

  it.each([
    ['b07c-roster.ods', 'This is an OpenDocument (.ods) file. Save it as “Excel Workbook (.xlsx)”.'],
    ['b07d-roster.xlsb', 'This is an Excel (.xlsb) file. Save it as “Excel Workbook (.xlsx)”.'],
    ['b07e-roster.numbers', 'This is a Numbers file. Save it as “Excel Workbook (.xlsx)”.'],
  ])('%s is named with what to do', async (name, words) => {
    expect(await faultsOf(caseFile(name))).toEqual([[null, words]]);
  });

  it('keeps the zeros that a number format shows (b08)', async () => {
    const { companies } = await rosterOf(caseFile('b08-code-with-number-format-000.xlsx'));
    expect(companies.map(({ code }) => code)).toEqual(['001']);
  });

  it('is a fault with the cell where a number format shows something else', async () => {
    const file = changed(
      'b08-code-with-number-format-000.xlsx',
      'xl/styles.xml',
      'formatCode="000"',
      'formatCode="0.00"',
    );
    expect(await faultsOf(file)).toEqual(
      expect.arrayContaining([[2, expect.stringMatching(/^A number format shows “会社コード” \(cell A2\)/)]]),
    );
  });
});

describe('one cause', () => {
  it('is one fault: no headings, or a separator that nobody uses', async () => {
    const cell = rosterText([participant(1, { 'Company name (English)': 'Momotaro' })]).replaceAll(',', '|');
    for (const text of ['Taro,P01,taro@one.example\n', cell]) {
      expect(await faultsOf(textFile('roster.csv', text))).toEqual([
        [null, expect.stringMatching(/^The line of headings is not found/)],
      ]);
    }
  });

  it('is none where further columns are marked as ignored, whatever stands in them', async () => {
    const lines = rosterText([participant(1), participant(2)]).split('\r\n');
    const text = lines.map((line, at) => (line === '' ? '' : `${at === 0 ? '対象外：No.' : '=A1'},${line}`)).join('\n');
    expect((await rosterOf(textFile('roster.csv', text))).people).toHaveLength(2);
    const marked = rosterText([participant(1)]).replace('Person code', 'ignore:備考');
    expect((await rosterOf(textFile('roster.csv', marked))).people).toHaveLength(1);
  });

  it('is no fault where a title stands above the headings', async () => {
    const text = `2024年度 名簿,,\n\n${rosterText([participant(1)])}`;
    expect((await rosterOf(textFile('roster.csv', text))).headingLine).toBe(3);
    expect(headings).toContain('Person code');
  });
});

describe('a programme', () => {
  function warningsOf(file: InputFile): readonly (readonly [string | null, string])[] {
    const reading = readProgramme(file);
    if (!reading.ok) throw new Error(JSON.stringify(said(reading.faults)));
    return warnOfDates(file.name, reading.programme, now).map(({ path, reason }) => [path, reason.en]);
  }

  it('with a year that is mistyped, or a deadline a year early, is warned of (b13, b13b)', () => {
    expect(warningsOf(caseFile('b13-year-0024.json'))).toEqual([
      ['sessions[0].startsAt', 'The date is 0024-11-07. Is the year right?'],
      ['sessions[0].deadline', 'The date is 0024-11-01. Is the year right?'],
    ]);
    expect(warningsOf(caseFile('b13b-deadline-a-year-early.json'))).toEqual([
      ['sessions[0].deadline', 'The registration deadline is 371 days before the start.'],
    ]);
  });

  it('with a session outside its period, or one that lasts for weeks, is warned of', () => {
    const text = new TextDecoder().decode(caseFile('b13b-deadline-a-year-early.json').content);
    const late = text.replaceAll('2024-11-07', '2025-05-07').replace('2023-11-01', '2025-05-01');
    expect(warningsOf(textFile('programme.json', late))).toEqual([
      ['sessions[0].startsAt', 'This is outside the programme (2024-11-01 to 2025-04-30).'],
    ]);
    const long = text.replace('2024-11-07T17:00', '2024-12-07T17:00').replace('2023-11-01', '2024-11-01');
    expect(warningsOf(textFile('programme.json', long))).toEqual([
      ['sessions[0].endsAt', 'It lasts 30 days from start to end.'],
    ]);
  });

  it('has its time zones as the world writes them (b14)', () => {
    const reading = readProgramme(caseFile('b14-time-zone-in-lower-case.json'));
    expect(reading).toMatchObject({
      ok: true,
      programme: { timeZone: 'Asia/Tokyo', sessions: [{ timeZone: 'Asia/Tokyo' }] },
    });
  });

  function jsonFaults(file: InputFile): readonly Fault[] {
    const reading = readProgramme(file);
    return reading.ok ? [] : reading.faults;
  }

  it('with curly quotation marks is told the line, and what to type (b15)', () => {
    const [fault, ...others] = jsonFaults(caseFile('b15-smart-quotes.json'));
    expect(others).toEqual([]);
    expect(fault && wordFault(fault, 'en')).toBe(
      'b15-smart-quotes.json, line 16: The sign “ cannot be used here. Type a plain " instead.',
    );
    expect(fault && wordFault(fault, 'ja')).toBe(
      'b15-smart-quotes.json 16行目: 「“」は使えません。半角の " を入力してください。',
    );
  });

  it('of a hundred thousand brackets is told so, and overflows nothing', () => {
    expect(jsonFaults(textFile('programme.json', '['.repeat(100_000)))).toHaveLength(1);
  });

  it.each([
    ['{\n"a": 1,\n}', 3, /comma/],
    ['{\n"a": 1\n"b": 2 }', 3, /comma/],
    ['{\n"a"： 1 }', 2, /plain :/],
    ['{\n\u3000"a": 1 }', 2, /space/],
    ['{ // so\n"a": 1 }', 1, /Comments/],
    ['{\n"a": [1', 2, /too early/],
    ['{\n"a": 1,\n"a": 2 }', 3, /twice/],
    ['[\n'.repeat(60), 51, /Brackets/],
    ['', null, /empty/],
  ])('%j is told the line', (text, line, words) => {
    const [fault, ...others] = jsonFaults(textFile('programme.json', text));
    expect(others).toEqual([]);
    expect([fault?.line, fault?.reason.en]).toEqual([line, expect.stringMatching(words)]);
  });

  it('has the line of every value that is wrong', () => {
    const { name, content } = caseFile('b14-time-zone-in-lower-case.json');
    const text = new TextDecoder()
      .decode(content)
      .replace('"seminar"', '"talk"')
      .replace('2024-11-01T17:00', '2024-12-01T17:00');
    expect(jsonFaults(textFile(name, text)).map(({ line, path }) => [line, path])).toEqual([[15, 'sessions[0].kind']]);
    const later = new TextDecoder().decode(content).replace('2024-11-01T17:00', '2024-12-01T17:00');
    expect(jsonFaults(textFile(name, later)).map(({ line, path }) => [line, path])).toEqual([
      [22, 'sessions[0].deadline'],
    ]);
  });
});

/** A case's workbook with something in one of its parts replaced. */
function changed(name: string, part: string, pattern: string, replacement: string): InputFile {
  const files = unzipSync(caseFile(name).content);
  const before = new TextDecoder().decode(files[part]);
  const after = before.replace(new RegExp(pattern, 's'), replacement);
  if (after === before) throw new Error(`${part} has no ${pattern}.`);
  return { name, content: zipSync({ ...files, [part]: strToU8(after) }) };
}
