/** What companies read and press about their consultations, in both languages. */
import type { Language } from '../../requests/context.js';
import { companyTextsEn } from './company-texts-en.js';
import { companyTextsJa } from './company-texts-ja.js';

export const companyTexts: Readonly<Record<Language, typeof companyTextsJa>> = {
  ja: companyTextsJa,
  en: companyTextsEn,
};
