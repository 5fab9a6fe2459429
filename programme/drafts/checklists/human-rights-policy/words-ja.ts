/** By which words each element of a human rights policy shows itself in Japanese. */
import type { ElementRules } from '../checklist.js';
import { commitmentsJa } from './words-ja-commitments.js';
import { practicesJa } from './words-ja-practices.js';

export const wordsJa: Readonly<Record<string, ElementRules>> = { ...commitmentsJa, ...practicesJa };
