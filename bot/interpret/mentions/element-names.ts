/** Finds the elements of a checklist that a sentence names: by their numbers, or by the words of their names. */
import { checklistNamed, checklistNames } from '../../../programme/drafts/checklists/by-name.js';

interface Named {
  readonly id: string;
  readonly words: readonly string[];
}

let known: readonly Named[] | null = null;

function allElements(): readonly Named[] {
  known ??= checklistNames.flatMap((name) =>
    (checklistNamed(name)?.elements ?? []).map(({ id, name: { ja, en } }) => ({ id, words: wordsOf(ja, en) })),
  );
  return known;
}

function wordsOf(ja: string, en: string): readonly string[] {
  const parts = [ja, en, ...ja.split(/[・()（）、]/), ...en.split(/[,:;]/)];
  return [...new Set(parts.map((one) => one.normalize('NFKC').toLowerCase().trim()))].filter((one) => one.length >= 2);
}

/** Their identifiers, such as E04, each once. */
export function elementsNamed(text: string): readonly string[] {
  const said = text.normalize('NFKC').toLowerCase();
  const numbers = (said.match(/(?<![a-z0-9])e\d{2}(?!\d)/g) ?? []).map((one) => one.toUpperCase());
  const byNumber = allElements().filter(({ id }) => numbers.includes(id));
  if (byNumber.length > 0) return byNumber.map(({ id }) => id);
  return allElements()
    .filter(({ words }) => words.some((one) => said.includes(one)))
    .map(({ id }) => id);
}
