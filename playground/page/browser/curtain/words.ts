/** The curtain's words in both languages. */
import { en } from './words-en.js';
import { ja } from './words-ja.js';

export type { CurtainWords } from './words-ja.js';

export const curtainWords = { ja, en };
