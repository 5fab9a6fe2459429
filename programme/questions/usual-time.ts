/** How long an answer usually takes, in business days, and the day on which one is likely. */
import { asViewer, type Transaction } from '../../prisma/client.js';
import {
  businessDaysAfter,
  businessDaysBetween,
  isWorkingDay,
  type OfficeCalendar,
  readOfficeCalendar,
} from '../calendar/business-days.js';
import { localOf } from '../messages/dates.js';
import type { AskedQuestion } from './queries.js';
import { readAnsweredSpans } from './questions.sql.js';

/** Below so many answers nothing is said. */
const FEWEST_ANSWERS = 3;
/** Older ones tell little of what is so now. */
const MOST_ANSWERS = 50;

interface Whom {
  readonly programmeId: string;
  /** Null: the secretariat. */
  readonly adviserId: string | null;
}

/** The median of the last answers, in business days; of an even number the later one of the middle. Null below three of them. */
export function medianDays(days: readonly number[]): number | null {
  if (days.length < FEWEST_ANSWERS) return null;
  return days.toSorted((one, other) => one - other)[Math.floor(days.length / 2)] ?? null;
}

/** How many business days an answer usually takes; the asker may know that, and nothing else of others' questions. */
export async function usualDays(
  transaction: Transaction,
  whom: Whom,
  calendar: OfficeCalendar,
): Promise<number | null> {
  const { programmeId } = whom;
  const spans = await asViewer(transaction, { kind: 'programme', programmeId }, () =>
    readAnsweredSpans(transaction, { ...whom, most: MOST_ANSWERS }),
  );
  const dayOf = (instant: Date) => localOf(instant, calendar.timeZone).date;
  return medianDays(
    spans.map(({ askedAt, answeredAt }) => businessDaysBetween(dayOf(askedAt), dayOf(answeredAt), calendar)),
  );
}

/** How many business days an answer usually takes, by who is asked; null: the secretariat. */
export type UsualDays = ReadonlyMap<string | null, number | null>;

/**
 * Of all who are asked what waits, each once, and one after another: what is read as the programme shares the transaction with
 * nothing else.
 */
export async function readUsualDays(
  transaction: Transaction,
  questions: readonly Pick<AskedQuestion, 'programmeId' | 'adviser' | 'state'>[],
  calendar: OfficeCalendar,
): Promise<UsualDays> {
  const asked = new Map<string | null, Whom>();
  for (const { programmeId, adviser, state } of questions) {
    const adviserId = adviser?.id ?? null;
    if (state === 'waiting') asked.set(adviserId, { programmeId, adviserId });
  }
  const days = new Map<string | null, number | null>();
  for (const [adviserId, whom] of asked) days.set(adviserId, await usualDays(transaction, whom, calendar));
  return days;
}

/** The same for what would be asked now: asked on a day off, it is the next working day's, and never the same day's. */
export async function usualDaysFrom(transaction: Transaction, whom: Whom, now: Date): Promise<number | null> {
  const calendar = await readOfficeCalendar(transaction, whom.programmeId);
  const days = await usualDays(transaction, whom, calendar);
  return days === null ? null : daysFrom(localOf(now, calendar.timeZone).date, days, calendar);
}

function daysFrom(day: string, days: number, calendar: OfficeCalendar): number {
  return days === 0 && !isWorkingDay(day, calendar).working ? 1 : days;
}

interface AskedThen {
  readonly askedAt: Date;
  readonly now: Date;
}

/**
 * 2025-03-31: the working day by which an answer is likely, of so many business days as one usually takes. Null where nothing
 * tells, and once that day is over.
 */
export function likelyDay({ askedAt, now }: AskedThen, days: number | null, calendar: OfficeCalendar): string | null {
  if (days === null) return null;
  const asked = localOf(askedAt, calendar.timeZone).date;
  const likely = businessDaysAfter(asked, daysFrom(asked, days, calendar), calendar);
  return likely < localOf(now, calendar.timeZone).date ? null : likely;
}
