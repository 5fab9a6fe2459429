/** The programme's time as it is shown and typed: always Japan's, which has no summer time. */
import { NotPossible } from './place.js';

const japan = 'Asia/Tokyo';

const lengths: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

/** 2024-10-28 (Mon/月) 10:00 JST */
export function showTime(instant: Date): string {
  const [date, time] = instant
    .toLocaleString('sv-SE', { timeZone: japan, dateStyle: 'short', timeStyle: 'short' })
    .split(' ');
  const weekday = (language: string) => instant.toLocaleDateString(language, { timeZone: japan, weekday: 'short' });
  return `${date} (${weekday('en-GB')}/${weekday('ja-JP')}) ${time} JST`;
}

/**
 * Where `1d`, `3h`, `30m`, `2w`, `1d12h`, `2024-11-07T15:00` (Japan's time) or `2024-11-07` (nine in the morning) leads.
 * @throws NotPossible where it is none of these, or in the past
 */
export function readJump(typed: string, now: Date): Date {
  const text = typed.normalize('NFKC').trim();
  const to = forward(text.toLowerCase(), now) ?? instant(text);
  if (to === undefined) {
    throw new NotPossible(`"${typed}" is no time to jump to: 30m, 3h, 1d, 2w, 2024-11-07 or 2024-11-07T15:00.`);
  }
  if (to < now) throw new NotPossible(`${showTime(to)} is over: it is ${showTime(now)}, and time only goes forward.`);
  return to;
}

function forward(text: string, now: Date): Date | undefined {
  if (!/^(\d+\s*[mhdw]\s*)+$/.test(text)) return undefined;
  const steps = [...text.matchAll(/(\d+)\s*([mhdw])/g)].map(
    ([, count, unit]) => Number(count) * (lengths[unit ?? ''] ?? 0),
  );
  return known(new Date(now.getTime() + steps.reduce((sum, step) => sum + step, 0)));
}

function instant(text: string): Date | undefined {
  const [, date, time = '09:00', seconds = ':00', zone = '+09:00'] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i.exec(text) ?? [];
  return date === undefined ? undefined : known(new Date(`${date}T${time}${seconds}${zone}`));
}

function known(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
