/** All words of a programme's knowledge, in Japanese and English. */
import type { Language } from '../requests/context.js';
import { en } from './texts-en.js';
import { ja } from './texts-ja.js';

export const knowledgeTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
