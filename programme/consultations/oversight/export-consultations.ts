/** Makes the file of a programme's consultations for Excel; what was said stands in it only where the programme opens records. */
import { type Cell, type WorkbookSheet, writeXlsx, xlsxContentType } from '../../../documents/write-xlsx.js';
import type { Transaction } from '../../../prisma/client.js';
import { oneByOne } from '../../files/file-bytes.js';
import { linkLifetimes } from '../../files/file-links.js';
import { fileNameOf } from '../../files/file-name.js';
import type { FileStore, StoredFile } from '../../files/file-store.js';
import { nameIn } from '../../members/queries.js';
import { pick } from '../../messages/bilingual.js';
import { localOf } from '../../messages/dates.js';
import type { Language } from '../../requests/context.js';
import { bookingTexts } from '../bookings/texts.js';
import { sumLedger } from '../entitlement/ledger.js';
import { consultationFileTexts } from './file-texts.js';

interface Export {
  readonly programmeId: string;
  readonly language: Language;
  /** For whom it is made: the file goes when they go. */
  readonly personId: string;
  readonly now: Date;
}

/** Written in the transaction, so that a request that fails leaves no file. */
export async function exportConsultations(
  transaction: Transaction,
  files: FileStore,
  { programmeId, language, personId, now }: Export,
): Promise<{ readonly file: StoredFile; readonly count: number }> {
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const sheets = await consultationSheets(transaction, { programmeId, language });
  const name = consultationFileTexts[language].fileName(localOf(now, timeZone).date);
  const file = await files.write(
    {
      ...{ kind: 'consultation-list', programmeId, personId, now, contentType: xlsxContentType },
      name: fileNameOf(name, '.xlsx'),
      expiresAt: new Date(now.getTime() + linkLifetimes.list),
    },
    oneByOne(await writeXlsx(sheets)),
    transaction,
  );
  return { file, count: sheets[0]?.rows.length ?? 0 };
}

/** The consultations, then hours by company and by adviser. */
export async function consultationSheets(
  transaction: Transaction,
  { programmeId, language }: Pick<Export, 'programmeId' | 'language'>,
): Promise<readonly WorkbookSheet[]> {
  const { timeZone, openRecords } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const about = { programmeId, language, timeZone, openRecords };
  return [
    await consultationSheet(transaction, about),
    await companySheet(transaction, about),
    await adviserSheet(transaction, about),
  ];
}

interface About {
  readonly programmeId: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly openRecords: boolean;
}

async function consultationSheet(
  transaction: Transaction,
  { programmeId, language, timeZone, openRecords }: About,
): Promise<WorkbookSheet> {
  const { columns, sheets, states } = consultationFileTexts[language];
  const rows = await transaction.booking.findMany({
    where: { programmeId },
    include: {
      ...{ company: true, adviser: true, attendees: { include: { person: true } } },
      records: { where: { supersededAt: null } },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const secret = (booking: (typeof rows)[number]): readonly Cell[] =>
    openRecords ? [booking.topics || null, booking.questions || null, booking.records[0]?.advice || null] : [];
  return {
    name: sheets.consultations,
    columns: [
      { title: columns.starts(timeZone), width: 20 },
      { title: columns.ends(timeZone), width: 20 },
      { title: columns.company, width: 30 },
      { title: columns.adviser, width: 20 },
      { title: columns.mode, width: 12 },
      { title: columns.state, width: 20 },
      { title: columns.minutes, width: 14 },
      { title: columns.attendees, width: 40 },
      ...(openRecords
        ? [columns.topics, columns.questions, columns.advice].map((title) => ({ title, width: 60 }))
        : []),
    ],
    rows: rows.map((booking) => [
      onTheWall(booking.startsAt, timeZone),
      onTheWall(booking.endsAt, timeZone),
      pick(language, nameIn(booking.company)),
      pick(language, nameIn(booking.adviser)),
      bookingTexts[language].modes[booking.mode],
      states[booking.state],
      booking.records[0]?.minutes ?? null,
      booking.attendees.map(({ person }) => pick(language, nameIn(person))).join(language === 'ja' ? '、' : ', '),
      ...secret(booking),
    ]),
  };
}

async function companySheet(transaction: Transaction, { programmeId, language }: About): Promise<WorkbookSheet> {
  const { columns, sheets } = consultationFileTexts[language];
  const companies = await transaction.company.findMany({
    where: { programmeId, guest: false },
    include: {
      entitlement: { include: { entries: { orderBy: { number: 'asc' } } } },
      bookings: { where: { state: 'held' }, select: { id: true } },
    },
    orderBy: [{ kana: 'asc' }, { id: 'asc' }],
  });
  const { company, granted, booked, used, forfeited, left, held } = columns;
  return {
    name: sheets.companies,
    columns: [company, granted, booked, used, forfeited, left, held].map((title, at) => ({
      title,
      width: at === 0 ? 30 : 12,
    })),
    rows: companies.map(({ entitlement, bookings, ...one }) => {
      const entries = entitlement?.entries ?? [];
      const sum = sumLedger(entries);
      const last = new Map(entries.map(({ bookingId, kind }) => [bookingId, kind]));
      const lost = [...last].filter(([bookingId, kind]) => bookingId !== null && kind === 'forfeited').length;
      return [pick(language, nameIn(one)), sum.granted, sum.booked, sum.used, lost, sum.left, bookings.length];
    }),
  };
}

async function adviserSheet(transaction: Transaction, { programmeId, language }: About): Promise<WorkbookSheet> {
  const { columns, sheets } = consultationFileTexts[language];
  const people = await transaction.person.findMany({
    where: {
      OR: [
        { slots: { some: { programmeId } } },
        { bookingsAdvised: { some: { programmeId } } },
        { memberships: { some: { programmeId, role: 'adviser', endedAt: null } } },
      ],
    },
    include: {
      slots: { where: { programmeId, state: 'open' }, select: { id: true } },
      bookingsAdvised: {
        where: { programmeId, state: { in: ['booked', 'held'] } },
        include: { records: { where: { supersededAt: null } } },
      },
    },
    orderBy: [{ furigana: 'asc' }, { id: 'asc' }],
  });
  const { adviser, offered, booked, held, hours } = columns;
  return {
    name: sheets.advisers,
    columns: [adviser, offered, booked, held, hours].map((title, at) => ({ title, width: at === 0 ? 24 : 14 })),
    rows: people.map(({ slots, bookingsAdvised, ...one }) => {
      const done = bookingsAdvised.filter(({ state }) => state === 'held');
      const minutes = done.reduce((sum, { records }) => sum + (records[0]?.minutes ?? 0), 0);
      return [
        ...[pick(language, nameIn(one)), slots.length, bookingsAdvised.length - done.length, done.length],
        Math.round(minutes / 6) / 10,
      ];
    }),
  };
}

/** As the programme's clock shows it: a workbook knows no zones. */
function onTheWall(instant: Date, timeZone: string): Date {
  const { date, time } = localOf(instant, timeZone);
  return new Date(`${date}T${time}:00Z`);
}
