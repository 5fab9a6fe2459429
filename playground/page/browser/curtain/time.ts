/** Times as the curtain shows them: by the programme's clock, in Japan's time, where the sample programme takes place. */
import type { Language } from '../../protocol.js';

const timeZone = 'Asia/Tokyo';

function format(options: Intl.DateTimeFormatOptions): Readonly<Record<Language, Intl.DateTimeFormat>> {
  return {
    ja: new Intl.DateTimeFormat('ja-JP', { timeZone, hourCycle: 'h23', ...options }),
    en: new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...options }),
  };
}

const seconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayAndTime = format({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });

/** 10:02:11 */
export function timeOf(iso: string, language: Language): string {
  return seconds[language].format(new Date(iso));
}

/** 10月28日 10:02:11 */
export function dayAndTimeOf(iso: string, language: Language): string {
  return dayAndTime[language].format(new Date(iso));
}

/** 2024年10月28日(月) */
export function dayOf(iso: string, language: Language): string {
  return day[language].format(new Date(iso));
}
