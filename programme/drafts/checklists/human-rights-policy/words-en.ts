/** By which words each element of a human rights policy shows itself in English. */
import type { ElementRules } from '../checklist.js';
import { commitmentsEn } from './words-en-commitments.js';
import { practicesEn } from './words-en-practices.js';
import { remedyEn } from './words-en-remedy.js';
import { rightsEn } from './words-en-rights.js';

export const wordsEn: Readonly<Record<string, ElementRules>> = {
  ...commitmentsEn,
  ...rightsEn,
  ...practicesEn,
  E11: remedyEn,
};
