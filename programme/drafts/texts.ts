/** All words of drafts, in Japanese and English. */
import type { Language } from '../requests/context.js';
import { en } from './texts-en.js';
import { type DraftTexts, ja } from './texts-ja.js';

export const draftTexts: Readonly<Record<Language, DraftTexts>> = { ja, en };
