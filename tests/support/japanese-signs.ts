/** The one way in which Japanese texts write brackets, colons and marks of exclamation: half-width, as nearly all of them did. */

/** The signs that most texts write in another way: a reader sees 「例:」 and 「(木)」 everywhere. */
export function misplacedSigns(text: string): readonly string[] {
  const script = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]`;
  const misplaced = new RegExp(
    String.raw`[（）：；！？，．]|${script} \(|\) ${script}|${script}:(?=${script}|[\p{N}(])`,
    'gu',
  );
  return text.match(misplaced) ?? [];
}
