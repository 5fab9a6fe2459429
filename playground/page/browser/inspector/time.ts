/** Times as the inspector shows them: by the programme's clock. */
import type { Language } from '../../protocol.js';
import { formatsInJapan } from '../japan-time.js';

const seconds = formatsInJapan({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayAndTime = formatsInJapan({
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const day = formatsInJapan({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });

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
