/** Days and times as the client shows them: those of Tokyo, where the programme is. */
import type { Language } from '../../protocol.js';
import { formatsInJapan, toJapanLocal } from '../japan-time.js';

const times = formatsInJapan({ hour: '2-digit', minute: '2-digit' });
const days = formatsInJapan({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
const shortDays = formatsInJapan({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });

/** `15:30` */
export function timeOf(at: string, language: Language): string {
  return times[language].format(new Date(at));
}

/** `2024年11月7日木曜日`, `Thursday 7 November 2024` */
export function dayOf(at: string, language: Language): string {
  return days[language].format(new Date(at));
}

/** `11月7日 15:30`, `7 Nov, 15:30` */
export function dayAndTimeOf(at: string, language: Language): string {
  return shortDays[language].format(new Date(at));
}

/** `2024-11-07`: the same for all that happens on one day in Tokyo. */
export function dayKeyOf(at: string): string {
  return toJapanLocal(new Date(at)).slice(0, 10);
}

const sizes = ['B', 'KB', 'MB', 'GB'] as const;

/** `1.2 MB` */
export function sizeOf(bytes: number): string {
  const power = Math.min(sizes.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const amount = bytes / 1024 ** power;
  return `${amount.toFixed(power === 0 || amount >= 10 ? 0 : 1)} ${sizes[power]}`;
}
