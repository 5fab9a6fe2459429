/** The inspector's words in both languages. */
import { en } from './words-en.js';
import { ja } from './words-ja.js';

export type { InspectorWords } from './words-ja.js';

export const inspectorWords = { ja, en };
