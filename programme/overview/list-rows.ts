/** Reads one page of a list behind a number, and lays it out as a table. */
import type { Cell } from '../../documents/write-xlsx.js';
import { readFreeHours } from '../consultations/bookings/free-hours.js';
import { adviserName, hourFor } from '../consultations/hour-words.js';
import { dayIn } from '../deliverables/day-words.js';
import { memberTexts } from '../members/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { formatDeadline, localOf } from '../messages/dates.js';
import type { ActionButton, Element } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { type Page, type PageOf, page } from '../requests/page.js';
import { sessionTexts } from '../sessions/texts.js';
import { type ListRow, readListRows } from './overview.sql.js';
import type { CountedList, NamedList } from './overview-lists.js';
import type { OverviewScope } from './overview-scope.js';
import { ratingButtons } from './rating-buttons.js';
import { programmeOverviewTexts } from './texts.js';

type Texts = (typeof programmeOverviewTexts)['ja'];
type Column = keyof Texts['columns'];

/** What each list shows, in the order of its columns. */
const listColumns = {
  today: ['when', 'what', 'who'],
  week: ['when', 'what', 'who'],
  unanswered: ['person', 'company', 'session', 'deadline'],
  quiet: ['company', 'lastActivity'],
  seats: ['session', 'when', 'room', 'line', 'waiting'],
  booked: ['when', 'company', 'adviser'],
  free: ['when', 'adviser', 'method'],
  unbooked: ['company', 'left'],
  stage: ['company', 'since', 'due'],
  stuck: ['company', 'deliverable', 'since', 'due'],
  undeliverable: ['person', 'company'],
  decisions: ['what', 'who', 'since'],
  unhelpful: ['question', 'missing', 'person', 'company', 'since'],
} as const satisfies Readonly<Record<CountedList, readonly Column[]>>;

/** The same in a workbook, where a number stands in a column of its own. */
export const workbookColumns: Readonly<Record<CountedList, readonly Column[]>> = {
  ...listColumns,
  seats: ['session', 'when', 'room', 'roomOf', 'line', 'lineOf', 'waiting'],
};

/** One entry: its cells in the order of the list's columns, and what of it can be named. */
export interface ListEntry {
  readonly cells: readonly string[];
  /** In the order of the workbook's columns: dates and numbers as such. */
  readonly values: readonly Cell[];
  readonly kind: string;
  readonly companyId: string | null;
  readonly sessionId: string | null;
  /** The session's. */
  readonly code: string;
  readonly at: Date | null;
  /** What can be done about it alone; of most lists nothing. */
  readonly buttons: readonly ActionButton[];
}

export async function readList(
  context: Context,
  scope: OverviewScope,
  { list, from, size, ...narrow }: NamedList & PageOf,
): Promise<Page<ListEntry>> {
  if (list === 'free') return await freeHours(context, { from, size });
  const { total, rows } = await readListRows(context.transaction, scope, { list, from, size, ...narrow });
  const entries = rows.map((row): ListEntry => {
    const { kind, companyId, sessionId, code, at: instant } = row;
    const cells = listColumns[list].map((column) => cellOf(context, scope, column, row));
    const values = workbookColumns[list].map(
      (column) => workbookValue(scope, column, row) ?? (cellOf(context, scope, column, row) || null),
    );
    return { cells, values, kind, companyId, sessionId, code, at: instant, buttons: ratingButtons(context, row) };
  });
  return page(entries, total, { from, size });
}

async function freeHours(context: Context, pageOf: PageOf): Promise<Page<ListEntry>> {
  const { language } = context;
  const { items, total, next } = await readFreeHours(context, { companyId: null }, {}, pageOf);
  const entries = items.map((hour): ListEntry => {
    const adviser = adviserName(language, pick(language, hour.adviser.name));
    const method = sessionTexts[language].methods[hour.method];
    return {
      cells: [hourFor(context, hour), adviser, method],
      values: [onTheWall(hour.startsAt, hour.timeZone), adviser, method],
      ...{ kind: '', companyId: null, sessionId: null, code: '', at: hour.startsAt, buttons: [] },
    };
  });
  return { items: entries, total, next };
}

/** A card of Teams holds 26 kB; buttons with the words of reminders in two languages take up to half of it. */
const MOST_BYTES = 13_000;
/** What a card's cell takes besides its words, and how many bytes of these it shows at most. */
const CELL_BYTES = 90;
const MOST_CELL_BYTES = 900;

/** What a card's button takes besides its label and what it holds. */
const BUTTON_BYTES = 150;

function bytesOf(shown: string | ActionButton): number {
  return Buffer.byteLength(JSON.stringify(shown));
}

/** How many of these, from the first on, fit one page; at least one. */
export function fittingRows(entries: readonly ListEntry[]): number {
  let left = MOST_BYTES;
  const over = entries.findIndex(({ cells, buttons }) => {
    // Only a table cuts what is longer.
    const mostBytes = buttons.length === 0 ? MOST_CELL_BYTES : Number.POSITIVE_INFINITY;
    for (const cell of cells) left -= CELL_BYTES + Math.min(bytesOf(cell), mostBytes);
    for (const button of buttons) left -= BUTTON_BYTES + bytesOf(button);
    return left < 0;
  });
  return over === -1 ? entries.length : Math.max(over, 1);
}

/** In pieces that the platforms show whole, between words where there are spaces. */
function inLines(text: string): readonly string[] {
  const pieces = text.match(/[\s\S]{1,140}(?=\s|$)|[\s\S]{1,140}/gu) ?? [];
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

/** A table; where each entry has buttons of its own, one below the other with what the first column holds as its title. */
export function drawEntries(
  { language }: Context,
  list: CountedList,
  caption: string,
  entries: readonly ListEntry[],
): Element {
  const texts = programmeOverviewTexts[language];
  const columns = listColumns[list].map((column) => texts.columns[column]);
  if (list !== 'unhelpful') return { kind: 'table', caption, columns, rows: entries.map(({ cells }) => cells) };
  const items = entries.map(({ cells: [title = '', ...cells], buttons }) => ({
    title,
    lines: cells.flatMap((cell, at) => (cell === '' ? [] : inLines(texts.cell(columns[at + 1] ?? '', cell)))),
    buttons,
  }));
  return { kind: 'list', items };
}

/** Empty where there is nothing to say. */
function cellOf(context: Context, scope: OverviewScope, column: Column, row: ListRow): string {
  const { language } = context;
  const texts = programmeOverviewTexts[language];
  const instant = (at: Date | null) => (at === null ? '' : formatDeadline(context, at, scope.timeZone));
  const { seats } = row;
  switch (column) {
    case 'when':
    case 'deadline':
    case 'since':
      return instant(row.at);
    case 'lastActivity':
      return instant(row.lastAt) || texts.never;
    case 'company':
      return pick(language, inBoth(row.companyJa, row.companyEn));
    case 'person':
      return personOf(context, row);
    case 'adviser':
      return adviserName(language, pick(language, inBoth(row.nameJa, row.nameEn)));
    case 'session':
      return sessionOf(context, row);
    case 'deliverable':
      return pick(language, inBoth(row.titleJa, row.titleEn));
    case 'what':
      return whatOf(context, row);
    case 'who':
      return whoOf(context, row);
    case 'due':
      return row.dueOn === null ? '' : dayIn(language, row.dueOn);
    case 'question':
      return row.words ?? '';
    case 'missing':
      return row.missing ?? '';
    case 'left':
      return texts.hours(row.left ?? 0);
    case 'room':
      return seats === null ? '' : texts.taken(seats.onsite, seats.room);
    case 'line':
      return seats === null ? '' : texts.taken(seats.online, seats.line);
    case 'waiting':
      return seats === null ? '' : texts.taken(seats.waiting, null);
    case 'roomOf':
    case 'lineOf':
    case 'method':
      return '';
  }
}

/** Null where it is words. */
function workbookValue({ timeZone }: OverviewScope, column: Column, row: ListRow): Cell {
  switch (column) {
    case 'when':
    case 'deadline':
    case 'since':
      return row.at && onTheWall(row.at, timeZone);
    case 'lastActivity':
      return row.lastAt && onTheWall(row.lastAt, timeZone);
    case 'due':
      return row.dueOn === null ? null : new Date(`${row.dueOn}T00:00:00Z`);
    case 'left':
      return row.left;
    case 'waiting':
      return row.seats?.waiting ?? null;
    case 'room':
      return row.seats?.onsite ?? null;
    case 'roomOf':
      return row.seats?.room ?? null;
    case 'line':
      return row.seats?.online ?? null;
    case 'lineOf':
      return row.seats?.line ?? null;
    default:
      return null;
  }
}

/** As the programme's clock shows it: a workbook knows no zones. */
function onTheWall(instant: Date, timeZone: string): Date {
  const { date, time } = localOf(instant, timeZone);
  return new Date(`${date}T${time}:00Z`);
}

function personOf({ language }: Context, { nameJa, nameEn }: ListRow): string {
  const name = pick(language, inBoth(nameJa, nameEn));
  return name === '' ? '' : memberTexts[language].personName(name);
}

function sessionOf({ language }: Context, { code, titleJa, titleEn }: ListRow): string {
  return sessionTexts[language].titled(code, pick(language, inBoth(titleJa, titleEn)));
}

function isKind(kind: string): kind is keyof Texts['kinds'] {
  return Object.hasOwn(programmeOverviewTexts.ja.kinds, kind);
}

function whatOf(context: Context, row: ListRow): string {
  const { language } = context;
  if (row.kind === 'session') return sessionOf(context, row);
  const { kinds, extensionOf } = programmeOverviewTexts[language];
  const kind = isKind(row.kind) ? kinds[row.kind] : row.kind;
  if (row.kind !== 'extension') return kind;
  const title = pick(language, inBoth(row.titleJa, row.titleEn));
  return `${kind}: ${row.dueOn === null ? title : extensionOf(title, dayIn(language, row.dueOn))}`;
}

function whoOf(context: Context, row: ListRow): string {
  const { language } = context;
  const company = pick(language, inBoth(row.companyJa, row.companyEn));
  const name = pick(language, inBoth(row.nameJa, row.nameEn));
  if (name === '') return company;
  const isAdviser = ['consultation', 'apart', 'record'].includes(row.kind);
  const person = isAdviser ? adviserName(language, name) : memberTexts[language].personName(name);
  return company === '' ? person : isAdviser ? `${company} — ${person}` : memberTexts[language].nameOf(name, company);
}
