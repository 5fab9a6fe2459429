/** By which words each element of a human rights policy shows itself in English. */
import type { ElementRules } from '../checklist.js';
import { withEveryday } from './everyday.js';
import { commitmentsEn } from './words-en-commitments.js';
import { everydayCommitmentsEn } from './words-en-everyday-commitments.js';
import { everydayPracticesEn } from './words-en-everyday-practices.js';
import { practicesEn } from './words-en-practices.js';
import { remedyEn } from './words-en-remedy.js';
import { rightsEn } from './words-en-rights.js';

export const wordsEn: Readonly<Record<string, ElementRules>> = withEveryday(
  { ...commitmentsEn, ...rightsEn, ...practicesEn, E11: remedyEn },
  { ...everydayCommitmentsEn, ...everydayPracticesEn },
);
