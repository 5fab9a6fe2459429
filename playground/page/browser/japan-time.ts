/** Instants as the page writes them and reads them: always in Japan's time, where the programme is, and which has no summer time. */
import type { Language } from '../protocol.js';

const timeZone = 'Asia/Tokyo';
const ahead = 9 * 3_600_000;

type Formats = Readonly<Record<Language, Intl.DateTimeFormat>>;

/** Made once, since making one takes longer than drawing a message. Hours count to 23. */
export function formatsInJapan(options: Intl.DateTimeFormatOptions): Formats {
  const format = (locale: string) => new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
  return { ja: format('ja-JP'), en: format('en-GB') };
}

/** 2024-10-28T10:00, as `<input type="datetime-local">` has it. */
export function toJapanLocal(instant: Date): string {
  return new Date(instant.getTime() + ahead).toISOString().slice(0, 16);
}

/** @param typed 2024-10-28T10:00; null where it is no time */
export function fromJapanLocal(typed: string): Date | null {
  const instant = new Date(`${typed}+09:00`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
