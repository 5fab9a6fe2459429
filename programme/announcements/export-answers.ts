/** Makes the answers to an announcement as a file for Excel, which is kept for as long as a link to it opens. */
import { type WorkbookSheet, writeXlsx, xlsxContentType } from '../../documents/write-xlsx.js';
import { AnnouncementReply, type Transaction } from '../../prisma/client.js';
import { oneByOne } from '../files/file-bytes.js';
import { linkLifetimes } from '../files/file-links.js';
import { fileNameOf } from '../files/file-name.js';
import type { FileStore, StoredFile } from '../files/file-store.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { localOf } from '../messages/dates.js';
import type { Language } from '../requests/context.js';
import { readAnswersByPerson } from './announcements.sql.js';
import { announcementTexts } from './texts.js';

interface ExportAnswers {
  readonly id: string;
  readonly programmeId: string;
  readonly language: Language;
  /** For whom it is made: the file goes when they go. */
  readonly personId: string;
  readonly now: Date;
}

type Row = Awaited<ReturnType<typeof readAnswersByPerson>>[number];

interface Laying {
  readonly language: Language;
  readonly timeZone: string;
}

/** Written in the transaction, so that a request that fails leaves no file. */
export async function exportAnswers(
  transaction: Transaction,
  files: FileStore,
  { id, programmeId, language, personId, now }: ExportAnswers,
): Promise<{ readonly file: StoredFile; readonly people: number }> {
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const rows = await readAnswersByPerson(transaction, { id, programmeId });
  const { fileName } = announcementTexts[language].answersFile;
  const laying = { language, timeZone };
  const file = await files.write(
    {
      ...{ kind: 'answer-list', programmeId, personId, now, contentType: xlsxContentType },
      name: fileNameOf(fileName(localOf(now, timeZone).date), '.xlsx'),
      expiresAt: new Date(now.getTime() + linkLifetimes.list),
    },
    oneByOne(await writeXlsx([peopleSheet(rows, laying), companySheet(rows, laying)])),
    transaction,
  );
  return { file, people: rows.length };
}

function companyName({ companyJa, companyEn }: Row, language: Language): string {
  const { withoutCompany } = announcementTexts[language];
  return companyJa === null ? withoutCompany : pick(language, inBoth(companyJa, companyEn ?? ''));
}

function peopleSheet(rows: readonly Row[], { language, timeZone }: Laying): WorkbookSheet {
  const { answers, answersFile } = announcementTexts[language];
  const { columns, sheets, unanswered } = answersFile;
  return {
    name: sheets.people,
    columns: [
      { title: columns.code, width: 14 },
      { title: columns.company, width: 30 },
      { title: columns.name, width: 20 },
      { title: columns.reading, width: 22 },
      { title: columns.answer, width: 16 },
      { title: columns.answeredAt(timeZone), width: 22 },
    ],
    rows: rows.map((row) => [
      ...[row.code, companyName(row, language), pick(language, inBoth(row.nameJa, row.nameEn)), row.furigana || null],
      row.answer === null ? unanswered : answers[row.answer],
      row.answeredAt === null ? null : onTheWall(row.answeredAt, timeZone),
    ]),
  };
}

function companySheet(rows: readonly Row[], { language }: Laying): WorkbookSheet {
  const { answers, answersFile } = announcementTexts[language];
  const { columns, sheets, unanswered } = answersFile;
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) groups.set(row.code, [...(groups.get(row.code) ?? []), row]);
  const kinds = [...Object.values(AnnouncementReply), null];
  return {
    name: sheets.companies,
    columns: [
      { title: columns.code, width: 14 },
      { title: columns.company, width: 30 },
      ...kinds.map((kind) => ({ title: kind === null ? unanswered : answers[kind], width: 14 })),
    ],
    rows: [...groups].map(([code, people]) => {
      const [first] = people;
      const counts = kinds.map((kind) => people.filter(({ answer }) => answer === kind).length);
      return [code, first === undefined ? null : companyName(first, language), ...counts];
    }),
  };
}

/** As the programme's clock shows it: a workbook knows no zones. */
function onTheWall(instant: Date, timeZone: string): Date {
  const { date, time } = localOf(instant, timeZone);
  return new Date(`${date}T${time}:00Z`);
}
