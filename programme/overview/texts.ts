/** All words of the secretariat's overview, in Japanese and English. */
import type { Language } from '../requests/context.js';
import { en } from './texts-en.js';
import { ja } from './texts-ja.js';

export const programmeOverviewTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
