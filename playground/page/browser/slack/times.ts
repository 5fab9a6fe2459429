/** Moments in the words of the page's language. */
import type { Language } from '../../protocol.js';
import { formatsInJapan, fromJapanLocal, toJapanLocal } from '../japan-time.js';

const time = formatsInJapan({ hour: '2-digit', minute: '2-digit' });
const seconds = formatsInJapan({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = formatsInJapan({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
const date = formatsInJapan({ year: 'numeric', month: 'long', day: 'numeric' });
const short = formatsInJapan({ year: 'numeric', month: 'short', day: 'numeric' });
const long = formatsInJapan({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
const numeric = formatsInJapan({ year: 'numeric', month: '2-digit', day: '2-digit' });
const whole = formatsInJapan({ dateStyle: 'long', timeStyle: 'short' });

/** 15:30 */
export function timeOf(at: string, language: Language): string {
  return time[language].format(new Date(at));
}

/** 2024年11月7日(木) */
export function dayOf(at: string, language: Language): string {
  return day[language].format(new Date(at));
}

export function wholeMoment(at: string, language: Language): string {
  return whole[language].format(new Date(at));
}

/** Slack's date formats (docs.slack.dev/messaging/formatting-message-text#date-formatting). */
const byName: Readonly<Record<string, ReturnType<typeof formatsInJapan>>> = {
  date,
  date_pretty: date,
  date_short: short,
  date_short_pretty: short,
  date_long: long,
  date_long_pretty: long,
  date_num: numeric,
  time,
  time_secs: seconds,
  ago: date,
};

/** @param unix seconds since 1970 */
export function momentWords(unix: number, format: string, language: Language): string {
  const moment = new Date(unix * 1000);
  if (Number.isNaN(moment.valueOf())) return format;
  return format.replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => byName[name]?.[language].format(moment) ?? placeholder,
  );
}

/** The value of `<input type="datetime-local">` for a Unix time; empty for none. */
export function localOf(unix: number | null): string {
  return unix === null ? '' : toJapanLocal(new Date(unix * 1000));
}

/** The Unix time of such a value; null while it is incomplete. */
export function secondsOf(local: string): number | null {
  const instant = fromJapanLocal(local);
  return instant && instant.getTime() / 1000;
}
