/** Joins the formal words of a policy with the everyday ones. */
import type { ElementRules, WordRule } from '../checklist.js';

/** Adds them to the formal rules; the vetoes of an element are those of its formal rules. */
export function withEveryday(
  formal: Readonly<Record<string, ElementRules>>,
  everyday: Readonly<Record<string, readonly WordRule[]>>,
): Readonly<Record<string, ElementRules>> {
  return Object.fromEntries(
    Object.entries(formal).map(([id, words]) => [id, { ...words, rules: [...words.rules, ...(everyday[id] ?? [])] }]),
  );
}
