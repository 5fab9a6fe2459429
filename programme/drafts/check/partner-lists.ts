/** Finds the lists of what partners must do: 「取引先の皆様には次の事項をお願いします」 and the items below it, in which the company does nothing. */
import type { Language } from '../../../prisma/client.js';
import type { DraftSentence } from './sentences.js';

const leadJa =
  /(?:取引先|仕入れ?先|調達先|委託先|協力会社|サプライヤー|パートナー)[^。]*(?:次|以下|下記)の?[^。]*(?:求め|お願い|要請|期待|遵守|守って|取り?組んで|ください)/u;
const leadEn =
  /\b(?:suppliers?|vendors?|contractors?|subcontractors?|business partners?)\b[^.]*\b(?:must|shall|should|to|expect\w*|required?|asked?)\b[^.]*:$/i;
/** 「強制労働を行わないこと」; a sentence about the company ends otherwise. */
const itemJa = /(?:こと|よう)[。.]?$/u;
const ownEn = /^(?:we|our|the company)\b/i;

/** The places of the items. @param normal the sentences, normalised */
export function partnerItems(
  sentences: readonly DraftSentence[],
  normal: readonly string[],
  language: Language,
): ReadonlySet<number> {
  const items = new Set<number>();
  let isListed = false;
  for (const [position, own] of normal.entries()) {
    const isNext = sentences[position]?.section === sentences[position - 1]?.section;
    isListed &&= language === 'ja' ? itemJa.test(own) : isNext && !ownEn.test(own);
    if (isListed) items.add(position);
    isListed ||= (language === 'ja' ? leadJa : leadEn).test(own);
  }
  return items;
}
