/** Lays the attendees of a session out as the sheets of a workbook. */

import type { Cell, WorkbookColumn, WorkbookSheet } from '../../documents/write-xlsx.js';
import type { Session } from '../../prisma/client.js';
import { attendanceTexts } from '../attendance/texts.js';
import { type Bilingual, inBoth, pick } from '../messages/bilingual.js';
import { localOf } from '../messages/dates.js';
import type { Language, Mode } from '../requests/context.js';
import { sessionTexts } from '../sessions/texts.js';
import { attendeeFileTexts } from './attendee-file-texts.js';
import type { AttendeeFilter } from './attendee-filter.js';
import type { AnswerKind, ExportedAttendee } from './attendee-list.queries.js';
import { registrationTexts } from './texts.js';

type About = Pick<Session, 'code' | 'titleJa' | 'titleEn' | 'startsAt' | 'endsAt' | 'timeZone'>;

/** One column of the list: its title, and what it shows of a person. */
interface Shown extends WorkbookColumn {
  readonly cell: (attendee: ExportedAttendee) => Cell;
}

interface Laying {
  readonly language: Language;
  /** Whom the attendees are; null: everyone. */
  readonly filter: AttendeeFilter | null;
  readonly now: Date;
}

/**
 * Everyone, then only those who have not answered, then the figures; of a filtered list the sheet of those alone. Times as the
 * session's own clock shows them.
 */
export function attendeeSheets(
  session: About,
  attendees: readonly ExportedAttendee[],
  { language, filter, now }: Laying,
): readonly WorkbookSheet[] {
  const { sheets } = attendeeFileTexts[language];
  const sorted = attendees.toSorted(byCompanyAndReading);
  const columns = columnsOf(session, waitlistPlaces(attendees), language);
  if (filter !== null) {
    const name = registrationTexts[language].attendees.labels[filter];
    return [sheetOf(name, [...columns.person, ...columns.answer], sorted)];
  }
  const silent = sorted.filter((one) => isOf(one, 'unanswered'));
  return [
    sheetOf(sheets.everyone, [...columns.person, ...columns.answer], sorted),
    sheetOf(sheets.unanswered, columns.person, silent),
    { name: sheets.summary, ...summary(session, attendees, language, now) },
  ];
}

function sheetOf(name: string, columns: readonly Shown[], attendees: readonly ExportedAttendee[]): WorkbookSheet {
  return { name, columns, rows: attendees.map((attendee) => columns.map(({ cell }) => cell(attendee))) };
}

function columnsOf({ timeZone }: About, places: ReadonlyMap<string, number>, language: Language) {
  const { columns, answers, levels, guest, notReached } = attendeeFileTexts[language];
  const { modes } = sessionTexts[language];
  const { came: cameAs } = attendanceTexts[language];
  const inMode = (mode: Mode | null | undefined) => (mode ? modes[mode] : null);
  const said = (text: Bilingual | null | undefined) => (text ? pick(language, text) : null);
  const person: readonly Shown[] = [
    { title: columns.companyCode, width: 14, cell: ({ company }) => company.code },
    { title: columns.company, width: 30, cell: ({ company }) => said(company.name) },
    { title: columns.guest, width: 14, cell: ({ isGuest }) => (isGuest ? guest : null) },
    { title: columns.name, width: 20, cell: ({ name }) => said(name) },
    { title: columns.reading, width: 22, cell: ({ furigana }) => furigana || null },
    { title: columns.level, width: 14, cell: ({ level }) => (level ? levels[level] : null) },
  ];
  const answer: readonly Shown[] = [
    { title: columns.answer, width: 18, cell: (one) => answers[one.answer] },
    { title: columns.mode, width: 14, cell: ({ mode }) => inMode(mode) },
    { title: columns.waitlist, width: 16, cell: ({ waiting }) => inMode(waiting?.mode) },
    { title: columns.place, width: 14, cell: ({ personId }) => places.get(personId) ?? null },
    { title: columns.substituteFor, width: 20, cell: ({ substituteFor }) => said(substituteFor) },
    { title: columns.answeredBy, width: 20, cell: ({ answered }) => said(answered?.by) },
    {
      title: columns.answeredAt(timeZone),
      width: 20,
      cell: ({ answered }) => (answered ? onTheWall(answered.at, timeZone) : null),
    },
    { title: columns.came, width: 20, cell: ({ came }) => (came ? cameAs[came] : null) },
    { title: columns.reach, width: 18, cell: ({ isReachable }) => (isReachable ? null : notReached) },
  ];
  return { person, answer };
}

/** The place of each person on the waitlist of their mode: 1 is next. */
function waitlistPlaces(attendees: readonly ExportedAttendee[]): ReadonlyMap<string, number> {
  const waiting = attendees
    .flatMap(({ personId, waiting }) => (waiting === null ? [] : [{ personId, ...waiting }]))
    .toSorted((a, b) => a.order - b.order);
  const before = { onsite: 0, online: 0 };
  return new Map(
    waiting.map(({ personId, mode }) => {
      before[mode] += 1;
      return [personId, before[mode]];
    }),
  );
}

const answersInOrder: readonly AnswerKind[] = [
  'registered',
  'waiting',
  'declined',
  'cancelled',
  'substituted',
  'unanswered',
];

/** As `groupsOf` of registrations.sql.ts counts them. */
function isOf({ answer, waiting, came }: ExportedAttendee, counted: AnswerKind): boolean {
  if (counted === 'waiting') return waiting !== null;
  return answer === counted && (counted !== 'unanswered' || came === null);
}

function summary(session: About, attendees: readonly ExportedAttendee[], language: Language, now: Date) {
  const { columns, answers, summary: texts } = attendeeFileTexts[language];
  const { modes } = sessionTexts[language];
  const { timeZone } = session;
  const count = (which: (attendee: ExportedAttendee) => boolean) => attendees.filter(which).length;
  const held = (mode: Mode) => count((one) => one.answer === 'registered' && one.mode === mode);
  const rows: readonly (readonly Cell[])[] = [
    [texts.session, `${session.code} ${pick(language, inBoth(session.titleJa, session.titleEn))}`],
    [texts.starts(timeZone), onTheWall(session.startsAt, timeZone)],
    [texts.ends(timeZone), onTheWall(session.endsAt, timeZone)],
    [texts.made(timeZone), onTheWall(now, timeZone)],
    [texts.everyone, attendees.length],
    [texts.guests, count(({ isGuest }) => isGuest)],
    [texts.companies, new Set(attendees.filter(({ isGuest }) => !isGuest).map(({ company }) => company.code)).size],
    ...answersInOrder.flatMap((answer) => [
      [answers[answer], count((one) => isOf(one, answer))],
      ...(answer === 'registered'
        ? [[modes.onsite, held('onsite')] as const, [modes.online, held('online')] as const]
        : []),
    ]),
    [texts.came, count(({ came }) => came !== null && came !== 'absent')],
  ];
  return {
    columns: [
      { title: columns.item, width: 30 },
      { title: columns.value, width: 40 },
    ],
    rows,
  };
}

function onTheWall(instant: Date, timeZone: string): Date {
  const { date, time } = localOf(instant, timeZone);
  return new Date(`${date}T${time}:00Z`);
}

const collator = new Intl.Collator('ja');

function byCompanyAndReading(one: ExportedAttendee, other: ExportedAttendee): number {
  return (
    collator.compare(one.company.kana, other.company.kana) ||
    collator.compare(one.company.code, other.company.code) ||
    collator.compare(one.furigana, other.furigana) ||
    collator.compare(one.personId, other.personId)
  );
}
