/** What the forms of an entry of the FAQ hold, checked. */
import { z } from 'zod';
import { LONGEST } from './entry-form.js';
import type { EntryTexts } from './save-entry.js';

const text = (most: number) => z.string().trim().max(most, { error: 'too_long' }).default('');

export const entryInput = {
  questionJa: text(LONGEST.questionJa),
  answerJa: text(LONGEST.answerJa),
  questionEn: text(LONGEST.questionEn),
  answerEn: text(LONGEST.answerEn),
  keepNames: z.boolean().default(false),
};

export function textsOf({ questionJa, answerJa, questionEn, answerEn }: EntryTexts): EntryTexts {
  return { questionJa, answerJa, questionEn, answerEn };
}
