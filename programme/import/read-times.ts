/** Reads days and times of a programme's file; one that does not exist becomes a fault. */
import { Temporal } from 'temporal-polyfill';
import { localOf } from '../messages/dates.js';
import { type Fault, fault } from './findings.js';

/** What a faulty date or time is read as; comparisons with it are false, so that it brings no second fault. */
const UNREADABLE = new Date(Number.NaN);

/** Midnight in UTC of a day that has to exist. */
export function dayOf(file: string, path: string, text: string, faults: Fault[]): Date {
  return (
    attempt(() => Temporal.PlainDate.from(text, { overflow: 'reject' }).toZonedDateTime('UTC').epochMilliseconds) ??
    unreadable(
      fault(file, path, (texts) => texts.notADate()),
      faults,
    )
  );
}

/** Local times that do not exist or come twice (when clocks change) are faults: the offset has to be written. */
export function timeOf(file: string, path: string | null, text: string, timeZone: string, faults: Fault[]): Date {
  return (
    attempt(() =>
      /(Z|[+-]\d{2}:\d{2})$/i.test(text)
        ? Temporal.Instant.from(text).epochMilliseconds
        : Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone, {
            disambiguation: 'reject',
          }).epochMilliseconds,
    ) ??
    unreadable(
      fault(file, path, (texts) => texts.notATime()),
      faults,
    )
  );
}

/** As `timeOf` reads it: the local time, or with its offset where clocks show that one twice. To the second. */
export function timeText(instant: Date, timeZone: string): string {
  const { date, time } = localOf(instant, timeZone);
  const seconds = instant.getUTCSeconds();
  const local = `${date}T${time}${seconds === 0 ? '' : `:${String(seconds).padStart(2, '0')}`}`;
  const inSeconds = Math.floor(instant.getTime() / 1_000) * 1_000;
  const isRead = timeOf('', null, local, timeZone, []).getTime() === inSeconds;
  return isRead ? local : `${new Date(inSeconds).toISOString().slice(0, 19)}Z`;
}

function attempt(read: () => number): Date | null {
  try {
    return new Date(read());
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function unreadable(why: Fault, faults: Fault[]): Date {
  faults.push(why);
  return UNREADABLE;
}
