/** By which words each element of a human rights policy shows itself in Japanese. */
import type { ElementRules } from '../checklist.js';
import { withEveryday } from './everyday.js';
import { commitmentsJa } from './words-ja-commitments.js';
import { everydayCommitmentsJa } from './words-ja-everyday-commitments.js';
import { everydayPracticesJa } from './words-ja-everyday-practices.js';
import { practicesJa } from './words-ja-practices.js';

export const wordsJa: Readonly<Record<string, ElementRules>> = withEveryday(
  { ...commitmentsJa, ...practicesJa },
  { ...everydayCommitmentsJa, ...everydayPracticesJa },
);
