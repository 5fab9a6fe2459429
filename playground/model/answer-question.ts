/** Answers a question out of numbered passages: with a sentence of the first of them, which it cites. */
import { z } from 'zod';
import { elementOf } from './choose-tool.js';
import { likeness } from './letter-groups.js';

const passagesSchema = z.array(z.object({ number: z.number(), text: z.string() }));

/** The sentence of the first passage that is most like the question; empty where there is none. */
export function answerQuestion(message: string): string {
  const [first] = passagesSchema.safeParse(elementOf(message, 'passages')).data ?? [];
  const question = z.string().safeParse(elementOf(message, 'question'));
  if (first === undefined || !question.success) return '';
  const sentences = first.text
    .split(/(?<=[。.!?!?])\s+|(?<=。)|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !sentence.startsWith('#'));
  const [best] = sentences.toSorted((one, other) => likeness(question.data, other) - likeness(question.data, one));
  return best === undefined ? '' : `${best} [${first.number}]`;
}
