/** The programme's time as the shell words it. */
import type { Language } from '../../protocol.js';
import { formatsInJapan } from '../japan-time.js';

const dates = formatsInJapan({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
const shortDates = formatsInJapan({ year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' });
const days = formatsInJapan({ month: 'short', day: 'numeric', weekday: 'short' });
const times = formatsInJapan({ hour: '2-digit', minute: '2-digit' });
const seconds = formatsInJapan({ second: '2-digit' });

/** 2024年10月28日(月), Monday's short form in English: Mon, 28 October 2024. */
export function formatDate(instant: Date, language: Language, length: 'long' | 'short' = 'long'): string {
  return (length === 'long' ? dates : shortDates)[language].format(instant);
}

/** 10:00 */
export function formatTime(instant: Date, language: Language): string {
  return times[language].format(instant);
}

/** The seconds alone, with two digits: 07. */
export function formatSeconds(instant: Date, language: Language): string {
  return seconds[language].format(instant).replace(/\D/g, '').padStart(2, '0');
}

export function formatDateTime(instant: Date, language: Language): string {
  return `${formatDate(instant, language, 'short')} ${formatTime(instant, language)}`;
}

/** Without the year, for what is near: 10月28日(月) 10:00. */
export function formatNear(instant: Date, language: Language): string {
  return `${days[language].format(instant)} ${formatTime(instant, language)}`;
}

const relative = {
  ja: new Intl.RelativeTimeFormat('ja-JP', { numeric: 'always' }),
  en: new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' }),
} as const;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** 「3 日後」, "in 3 days": in the largest unit of which there are two, rounded down so that nothing seems later than it is. */
export function formatAhead(at: Date, now: Date, language: Language): string {
  const left = Math.max(0, at.getTime() - now.getTime());
  if (left >= 2 * day) return relative[language].format(Math.floor(left / day), 'day');
  if (left >= 2 * hour) return relative[language].format(Math.floor(left / hour), 'hour');
  return relative[language].format(Math.floor(left / minute), 'minute');
}

/** @param received `receivedAt` and `milliseconds` by the page's own steady time */
export function countOn(received: { readonly now: string; readonly receivedAt: number }, milliseconds: number): Date {
  return new Date(Date.parse(received.now) + Math.max(0, milliseconds - received.receivedAt));
}
