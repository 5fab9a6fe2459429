/** Parts a text into its sentences, Japanese and English alike. */

/** After a full stop of either language; in English only where another sentence begins, since "Sec. 3" and "3.5 million" go on. */
const ends =
  /(?<=[。！？])(?![」』）)。！？])|(?<=[!?.][”"')]?)\s+(?=[\p{Lu}“"(\p{Script=Han}\p{Script=Katakana}])|\n+/u;

/** Without the spaces around them; joined again they are the text, but for its spaces and line breaks. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(ends)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
