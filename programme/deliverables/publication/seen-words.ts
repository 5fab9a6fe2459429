/** Says what was seen at the address of a publication, and when. */
import { formatDay } from '../../messages/dates.js';
import type { Language } from '../../requests/context.js';
import type { SeenPublication } from './queries.js';
import { publicationTexts } from './texts.js';

export function seenWords(
  language: Language,
  { outcome, status, lookedAt }: SeenPublication,
  timeZone: string,
): string {
  const { seen, on } = publicationTexts[language];
  return on(seen[outcome](status), formatDay(language, lookedAt, timeZone));
}
