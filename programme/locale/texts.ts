/** The texts of every language, typed: a text that one language lacks does not compile. */
import type { Language } from '../../prisma/client.js';
import { en } from './en/index.js';
import { ja } from './ja/index.js';

/** Japanese is written first; English must say the same. */
export type Texts = typeof ja;
export type ActionName = keyof Texts['actions'];

const byLanguage: Record<Language, Texts> = { ja, en };

export function textsFor(language: Language): Texts {
  return byLanguage[language];
}
