/** All words of the implementation report itself, in Japanese and English. */
import type { Language } from '../requests/context.js';
import { documentEn } from './document-texts-en.js';
import { documentJa } from './document-texts-ja.js';

export const documentTexts: Readonly<Record<Language, typeof documentJa>> = { ja: documentJa, en: documentEn };
