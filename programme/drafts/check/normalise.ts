/** Makes text comparable: one form of each character, no spaces inside Japanese, one middle dot and one long vowel. */

const JAPANESE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}、。・ー「」()]';
const spaceInside = new RegExp(`(?<=${JAPANESE})[ \\t]+(?=${JAPANESE})`, 'gu');
/** A dash after katakana stands for the long vowel. */
const dashAfterKatakana = /(?<=\p{Script=Katakana})[-‐‑–—―─ー]/gu;

/** What somebody says or asks, and not a name or a motto. */
const quotedSpeechEn = /["“][^"“”]{40,300}["”]/gu;
const quotedSpeech = /「[^「」]{8,200}」(?=(?:など|等)?(?:と|旨))/gu;

/** Of one sentence, for matching; what people see is the sentence itself. */
export function normalise(sentence: string): string {
  return sentence
    .normalize('NFKC')
    .replaceAll(/[·•‧]/g, '・')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(spaceInside, '')
    .replaceAll(dashAfterKatakana, 'ー')
    .replaceAll(quotedSpeech, '「」')
    .replaceAll(quotedSpeechEn, '""')
    .trim();
}
