/** Reads windows and days off as the secretariat types them, and writes them so again. */
import { type ClosedDays, clockMinutes } from '../calendar/business-days.js';
import type { SendingWindow } from '../calendar/windows.js';
import { inBoth } from '../messages/bilingual.js';
import { isDate } from '../messages/dates.js';

const MOST_WINDOWS = 10;
const MOST_CLOSURES = 200;

/** One width of characters, and one sign for what reaches from one to another. */
function normal(typed: string): string {
  return typed.normalize('NFKC').replaceAll(/[‐‑–—―−〜~ー]/gu, '-');
}

/** 9:00-12:00, 13:00-17:00 in their order; null where it is something else. */
export function readWindows(typed: string): readonly SendingWindow[] | null {
  const parts = normal(typed)
    .split(/[,、;\n]/)
    .map((part) => part.replaceAll(/\s/g, ''))
    .filter((part) => part !== '');
  const windows: SendingWindow[] = [];
  for (const part of parts) {
    const [, from, to] = /^((?:[01]?\d|2[0-3]):[0-5]\d)-((?:[01]?\d|2[0-3]):[0-5]\d|24:00)$/.exec(part) ?? [];
    if (from === undefined || to === undefined) return null;
    const window = { opensAt: clockMinutes(from), closesAt: clockMinutes(to) };
    if (window.opensAt >= window.closesAt || window.opensAt < (windows.at(-1)?.closesAt ?? 0)) return null;
    windows.push(window);
  }
  return windows.length === 0 || windows.length > MOST_WINDOWS ? null : windows;
}

/** Lines of 2026-12-29 2027-01-03 年末年始 / New Year; the first line that is something else, as `line`. */
export function readClosures(typed: string): { readonly closures: readonly ClosedDays[] } | { readonly line: string } {
  const closures: ClosedDays[] = [];
  for (const line of typed.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, firstDay = '', lastDay = firstDay, name = ''] =
      /^(\d{4}-\d{2}-\d{2})(?:[\s-]+(\d{4}-\d{2}-\d{2}))?\s+(\S.*)$/.exec(line.normalize('NFKC')) ?? [];
    const isSame = closures.some((one) => one.firstDay === firstDay && one.lastDay === lastDay);
    if (name === '' || !isDate(firstDay) || !isDate(lastDay) || lastDay < firstDay || isSame) return { line };
    if (closures.length === MOST_CLOSURES) return { line };
    const [ja = '', en = ''] = name.split('/').map((part) => part.trim());
    closures.push({ firstDay, lastDay, name: inBoth(ja || en, en || ja) });
  }
  return { closures };
}

export function writeClosures(closures: readonly ClosedDays[]): string {
  return closures
    .map(({ firstDay, lastDay, name }) => {
      const days = firstDay === lastDay ? firstDay : `${firstDay} ${lastDay}`;
      return `${days} ${name.ja === name.en ? name.ja : `${name.ja} / ${name.en}`}`;
    })
    .join('\n');
}
