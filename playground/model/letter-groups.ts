/** How much two texts are alike by the groups of letters that they share: all that the scripted model knows of language. */

const SIZES = [2, 3] as const;

/** From 0 (no group in common) to 1 (the same groups). Case, width, spaces and punctuation make no difference. */
export function likeness(one: string, other: string): number {
  const [first, second] = [groupsOf(one), groupsOf(other)];
  if (first.size === 0 || second.size === 0) return 0;
  const shared = [...first].filter((group) => second.has(group)).length;
  return (2 * shared) / (first.size + second.size);
}

function groupsOf(text: string): ReadonlySet<string> {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((letter) => /[\p{L}\p{N}ー]/u.test(letter));
  return new Set(
    SIZES.flatMap((size) =>
      letters.slice(0, Math.max(0, letters.length - size + 1)).map((_, at) => letters.slice(at, at + size).join('')),
    ),
  );
}
