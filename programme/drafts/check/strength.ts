/** Tells a commitment from an effort or a reference: 「尊重します」 from 「努めます」 and 「参考に」. */
import type { Language } from '../../../prisma/client.js';

/** As the end of a sentence, where Japanese has its predicate. */
const effortJa =
  /(?:努め|努力|つとめ|目指|めざ|心が?け|心掛け|配慮し|留意し|検討し|望(?:みま|まし)|推奨し|(?:た|し)いと考え|考えて|(?:てい|いき)?たいと|よう(?:に)?(?:し|心)|方針です$)/u;
const endOfSentence = 18;

const effortEn =
  /\b(?:striv(?:e|es|ing)|endeavou?r(?:s|ing)?|aim(?:s|ing)? to|seek(?:s|ing)? to|try(?:ing)? to|tries to|hope(?:s)? to|wish(?:es)? to|attempt(?:s)? to|where(?:ver)? (?:possible|practicable|feasible)|as far as possible|make (?:every )?efforts?|do our best|would like to|intend(?:s)? to|consider(?:ing)? (?:the|how|whether)|guided by|take into (?:account|consideration)|with reference to|refer(?:s|ring)? to|mindful)\b/i;
const commitEn =
  /\b(?:shall|must|will|are committed to|is committed to|prohibit|do not|does not|never|require|expect)\b/i;

/** @param sentence normalised */
export function isEffort(sentence: string, language: Language): boolean {
  if (language === 'ja') return effortJa.test(sentence.slice(-endOfSentence));
  return effortEn.test(sentence) && !commitEn.test(sentence.replace(effortEn, ''));
}

/**
 * The sentence takes back what it names: it leaves it out, or says that others do it.
 * @param sentence normalised
 */
export function isNegated(sentence: string, language: Language): boolean {
  return language === 'ja'
    ? /含み?ません|含まない|対象外|対象と(?:は)?しま?せ?ん|対象としない|適用(?:され|し)?(?:ません|ない)|除(?:く|き|外)|定めていません|ありませんが|未定|予定は(?:ない|ありません)/u.test(
        sentence,
      )
    : /\b(?:does not (?:cover|apply|include|extend)|do not (?:cover|apply|include)|is not (?:covered|intended)|are not covered|exclud(?:e|es|ed|ing)|outside the scope|has not yet|have not yet|not yet)\b/i.test(
        sentence,
      );
}
