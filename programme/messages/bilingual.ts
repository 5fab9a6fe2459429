/** Texts that people wrote in both languages, and the one to show. */
import type { Language } from '../../prisma/client.js';

export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

export function inBoth(ja: string, en: string): Bilingual {
  return { ja, en };
}

/** The text in this language, or in the other one where it is missing. */
export function pick(language: Language, text: Bilingual): string {
  return (language === 'ja' ? text.ja : text.en) || text.ja || text.en;
}
