/** What the shell says, in both languages of the page. */
import { en } from './words-en.js';
import { ja } from './words-ja.js';

export const shellWords = { ja, en };
