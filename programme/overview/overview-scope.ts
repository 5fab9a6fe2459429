/** What the secretariat's overview is about: a programme at an instant, with its day, its week and since when silence counts. */
import type { Transaction } from '../../prisma/client.js';
import { businessDaysBefore, dayAfter, readOfficeCalendar, weekdayOf } from '../calendar/business-days.js';
import { instantOf, localOf } from '../messages/dates.js';
import type { Context } from '../requests/context.js';

/** From this instant on, before that one. */
interface Span {
  readonly from: Date;
  readonly until: Date;
}

export interface OverviewScope {
  readonly programmeId: string;
  readonly timeZone: string;
  readonly now: Date;
  /** Of the programme's clock: 2024-11-07. */
  readonly day: string;
  readonly today: Span;
  /** From Monday to Sunday, with what is over of it. */
  readonly week: Span;
  readonly quietDays: number;
  /** The beginning of the working day that lies so many working days back. */
  readonly quietSince: Date;
}

export async function readScope({
  transaction,
  membership: { programmeId },
  now,
}: Pick<Context, 'transaction' | 'membership' | 'now'>): Promise<OverviewScope> {
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const quietDays = await readQuietDays(transaction, programmeId);
  const { timeZone } = calendar;
  const day = localOf(now, timeZone).date;
  const monday = dayAfter(day, 1 - weekdayOf(day));
  const since = businessDaysBefore(day, quietDays, calendar);
  return {
    ...{ programmeId, timeZone, now, day, quietDays, quietSince: midnight(since, timeZone) },
    today: { from: midnight(day, timeZone), until: midnight(dayAfter(day), timeZone) },
    week: { from: midnight(monday, timeZone), until: midnight(dayAfter(monday, 7), timeZone) },
  };
}

async function readQuietDays(transaction: Transaction, programmeId: string): Promise<number> {
  const where = { id: programmeId };
  const { quietDays } = await transaction.programme.findUniqueOrThrow({ where, select: { quietDays: true } });
  return quietDays;
}

/** The first instant of a day; where the clocks go forward at midnight, the one after the gap. */
function midnight(day: string, timeZone: string): Date {
  const instant = instantOf(day, '00:00', timeZone);
  if (instant === null) throw new RangeError(`no such day: ${day}`);
  return instant;
}
