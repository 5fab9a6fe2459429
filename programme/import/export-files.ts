/** Makes the files of an export: the programme as JSON, and its people as a roster in CSV and Excel. */
import { writeCsv } from '../../documents/write-csv.js';
import { writeXlsx, xlsxContentType } from '../../documents/write-xlsx.js';
import type { Language } from '../requests/context.js';
import type { Fault } from './findings.js';
import { guardedCell } from './guard-cells.js';
import { type Column, columns } from './headings.js';
import type { ProgrammeExport } from './read-export.js';
import type { ExportedPerson } from './read-exported-people.js';
import { readFiles } from './read-files.js';
import { headingOf, kanaReading } from './roster-cells.js';
import { importing as en } from './texts-en.js';
import { type ImportTexts, importing as ja } from './texts-ja.js';

const texts: Readonly<Record<Language, ImportTexts>> = { ja, en };

export interface ExportedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** @param language of the roster's headings and words; the import understands both */
export async function makeExportFiles(
  { programme, people }: Pick<ProgrammeExport, 'programme' | 'people'>,
  language: Language,
): Promise<readonly ExportedFile[]> {
  const { columns: headings, rosterSheet } = texts[language];
  const titles = columns.map((column) => headingOf(headings, column));
  const rows = people.map((one) => {
    const cells = cellsOf(one, texts[language]);
    return columns.map((column) => guardedCell(cells[column]));
  });
  const widths: Partial<Record<Column, number>> = { companyNameJa: 32, companyNameEn: 32, email: 36, advisers: 36 };
  const sheet = {
    name: rosterSheet,
    columns: columns.map((column, at) => ({ title: titles[at] ?? '', width: widths[column] ?? 18 })),
    rows,
  };
  return [
    {
      ...{ name: 'programme.json', contentType: 'application/json' },
      bytes: Buffer.from(`${JSON.stringify(programme, null, 2)}\n`),
    },
    { name: 'roster.csv', contentType: 'text/csv; charset=utf-8', bytes: writeCsv([titles, ...rows]) },
    { name: 'roster.xlsx', contentType: xlsxContentType, bytes: await writeXlsx([sheet]) },
  ];
}

/** What an import would refuse of the files as they are, with its line: what was typed in the chat may be no reading, for example. */
export async function refusedOf(files: readonly ExportedFile[], now: Date): Promise<readonly Fault[]> {
  const of = (name: string) => {
    const file = files.find((one) => one.name === name);
    return file === undefined ? null : { name, content: file.bytes };
  };
  const reading = await readFiles({ programmeFile: of('programme.json'), rosterFile: of('roster.csv') }, now);
  return reading.ok ? [] : reading.faults;
}

function cellsOf({ company, person }: ExportedPerson, words: ImportTexts): Readonly<Record<Column, string>> {
  const first = (list: readonly string[]) => list[0] ?? '';
  return {
    companyCode: company?.code ?? '',
    companyNameJa: company?.nameJa ?? '',
    companyNameEn: company?.nameEn ?? '',
    companyKana: company?.kana ?? '',
    nameJa: person?.nameJa ?? '',
    nameEn: person?.nameEn ?? '',
    // What was typed in the chat may be in hiragana, which an import would change.
    furigana: person === null ? '' : kanaReading(person.furigana),
    email: person?.email ?? '',
    role: person === null ? '' : first(words.role[person.role]),
    level: person?.level == null ? '' : first(words.level[person.level]),
    language: person === null ? '' : first(words.language[person.language]),
    timeZone: person?.timeZone ?? '',
    slack: company?.slack.join(', ') ?? '',
    teams: company?.teams.join(', ') ?? '',
    personCode: person?.personCode ?? '',
    advisers: company?.advisers.join(', ') ?? '',
    jobTitleJa: person?.titleJa ?? '',
    jobTitleEn: person?.titleEn ?? '',
  };
}
