/** What can be wrong with one field of an input, as words that every language has. */
import type { z } from 'zod';

export const problems = [
  'required',
  'invalid',
  'too_long',
  'too_many',
  'too_small',
  'not_a_choice',
  'not_a_date',
  'not_a_time',
  'not_a_number',
  'not_a_link',
  'not_six_digits',
  'ends_before_start',
  'in_the_past',
  'deadline_after_start',
  'not_a_time_zone',
] as const;

export type Problem = (typeof problems)[number];

const known: ReadonlySet<string> = new Set(problems);

function isProblem(word: string): word is Problem {
  return known.has(word);
}

/** The problem that a zod issue stands for. A schema may name one outright as its error message. */
export function problemOf(issue: z.core.$ZodIssue): Problem {
  if (isProblem(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'invalid';
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'invalid';
    case 'too_small':
      return issue.origin === 'string' ? 'required' : 'too_small';
    case 'invalid_value':
      return 'not_a_choice';
    default:
      return 'invalid';
  }
}
