/** When an adviser gets the brief of a consultation. */
import { businessDayBefore, type OfficeCalendar } from '../../calendar/business-days.js';
import { instantOf, localOf } from '../../messages/dates.js';

const BRIEF_AT = '17:00';

/** 17:00 of the working day before, both in the reader's zone. */
export function briefDueAt(startsAt: Date, readerZone: string, { closures }: Pick<OfficeCalendar, 'closures'>): Date {
  const day = businessDayBefore(localOf(startsAt, readerZone).date, { closures });
  const due = instantOf(day, BRIEF_AT, readerZone);
  if (due === null) throw new RangeError(`no such day: ${day}`);
  return due;
}
