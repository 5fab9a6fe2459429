/** Moments in the words of the page's language. The programme lives in Japan, wherever the page is looked at. */
import type { Language } from '../../protocol.js';

const timeZone = 'Asia/Tokyo';

type Format = (moment: Date) => string;

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Format {
  const format = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { timeZone, ...options });
  return (moment) => format.format(moment);
}

/** Made once: making one takes longer than drawing a message. */
function formatters(language: Language) {
  return {
    time: formatter(language, { hour: '2-digit', minute: '2-digit' }),
    seconds: formatter(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    day: formatter(language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }),
    date: formatter(language, { year: 'numeric', month: 'long', day: 'numeric' }),
    short: formatter(language, { year: 'numeric', month: 'short', day: 'numeric' }),
    long: formatter(language, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }),
    numeric: formatter(language, { year: 'numeric', month: '2-digit', day: '2-digit' }),
    whole: formatter(language, { dateStyle: 'long', timeStyle: 'short' }),
  };
}

const all = { ja: formatters('ja'), en: formatters('en') } as const;

/** 15:30 */
export function timeOf(at: string, language: Language): string {
  return all[language].time(new Date(at));
}

/** 2024年11月7日(木) */
export function dayOf(at: string, language: Language): string {
  return all[language].day(new Date(at));
}

export function wholeMoment(at: string, language: Language): string {
  return all[language].whole(new Date(at));
}

/** Slack's date formats (docs.slack.dev/messaging/formatting-message-text#date-formatting); `seconds` since 1970. */
export function momentWords(seconds: number, format: string, language: Language): string {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.valueOf())) return format;
  const { time, seconds: withSeconds, date, short, long, numeric } = all[language];
  const words: Readonly<Record<string, Format>> = {
    date,
    date_pretty: date,
    date_short: short,
    date_short_pretty: short,
    date_long: long,
    date_long_pretty: long,
    date_num: numeric,
    time,
    time_secs: withSeconds,
    ago: date,
  };
  return format.replace(/\{(\w+)\}/g, (whole, name: string) => words[name]?.(moment) ?? whole);
}

/** The value of `<input type="datetime-local">` for a Unix time, in Japan's time; empty for none. */
export function localOf(seconds: number | null): string {
  // Japan has no summer time.
  return seconds === null ? '' : new Date((seconds + 9 * 3600) * 1000).toISOString().slice(0, 16);
}

/** The Unix time of such a value; null while it is incomplete. */
export function secondsOf(local: string): number | null {
  const at = Date.parse(`${local}:00+09:00`);
  return Number.isNaN(at) ? null : at / 1000;
}
