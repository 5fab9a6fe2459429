/** Tells which clauses of a sentence deny what they name: 「窓口を設け、差別をしません」 has a window, "we train staff and do not audit" has no audit. */
import type { Language } from '../../../prisma/client.js';

/** Two negations, or one that is none. */
const affirmedJa =
  /なければ(?:なり|なら|いけ)|ねばな|欠かせ|欠かさ|かもしれ|とどまり?ません|例外ではあり|過言では|惜しみません|怠(?:り|ら)|絶やしません|忘れません|変わりません|問いません|問わず|限りません|に限らず|だけで(?:は)?な|のみならず|違反しません|反しません|避けられない|譲りません|曲げません|までもな|までもあり|に及ばず|構いません|かまいません|差し支え(?:あり|な)|ほかなりません|ほかならない|なくてはな|やみません|てはなりません/u;
const yetJa =
  /まだ|現時点で|現在のところ|今のところ|(?:て|で)(?:おり|い)ません|(?:て|で)(?:い|お)らず|(?:て|で)いない|存在しません/u;
const deniedJa = /(?:ません(?:でした)?|ない(?:です|ものと(?:する|します))?|ず|なし)[。.]?$/u;
const deniedClauseJa =
  /(?:ませんが?|ないが|ないものの|(?:置か|設け|行わ|せ|求め|定め|講じ|作ら|持た|含ま|おら|応じ|触れ|諮ら)ず(?:に)?)$/u;
/** A clause that ends with a predicate; one without goes on to the next. */
const predicateJa =
  /(?:[いきしちみりびけえせてねべれげり]|(?<!た)め)$|(?:ます|です|する|ている|ますが|ですが|るが|だが|たが)$/u;

const notDenied =
  /\bnot (?:only|merely|just|simply|limited|less|fewer|later|least|more|exceed|hesitate|tolerate|accept(?! (?:liability|responsib|any liab))|condone|permit|allow|compromise|discriminate|retaliate|stop|end|in (?:compliance|line|keeping|accordance))\b|\bno (?:later|less|fewer|matter)\b|\bwhether or not\b|\b(?:if|or) not\b|\bnever (?:too|be complacent)\b|\bnot (?:be )?(?:tolerated|accepted|acceptable|permitted|allowed|condoned)\b/gi;
const deniedEn =
  /\b(?:not|never|nor|nobody|no one|none|neither|unable|cannot|unwilling|declines?|refuses?)\b|n't\b|^\W*(?:(?:there (?:is|are)|we have|has|have|with) )?no\b|\b(?:says?|said|is|has|had|contains?) nothing\b|\bnothing (?:is|has|on|about)\b|\bno (?:\w+ ){1,6}(?:is|are|has been|have been|was|were) /i;
/** A condition denies nothing: "where they do not meet it, we …". */
const conditionEn = /\b(?:if|where|when|should|unless|who|that|which|whether)\b[^,;.]*/gi;
const betweenClausesEn =
  /[;:]|, and |,? (?:but|although|though|while|whereas) |,? and (?=(?:we|it|they|the|our|all|every|each|anyone|a|is|are|will|shall|must|may|do|does|has|have|also|which|to)\b)|, (?=(?:we|it|they|the|our|all|every|each|anyone|which|who)\b)/i;

/** A sentence whose own predicate denies, and what it says beside that. */
export interface Denial {
  readonly isDenied: boolean;
  /** The clauses that deny nothing. */
  readonly affirmed: string;
}

/** @param sentence normalised @param leavesOut tells clauses that say that something is left out */
export function denialOf(
  sentence: string,
  language: Language,
  leavesOut: ((clause: string) => boolean) | null,
): Denial {
  return language === 'ja' ? denialJa(sentence, leavesOut) : denialEn(sentence);
}

/** @param sentence normalised */
function isDoubleNegation(sentence: string): boolean {
  return affirmedJa.test(sentence);
}

/** @param sentence normalised */
export function withoutDoubleNegation(sentence: string): string {
  return sentence.replace(affirmedJa, '');
}

/** The sentence without its conditions. @param sentence normalised */
export function withoutConditions(sentence: string): string {
  return sentence.replace(conditionEn, '');
}

function denialJa(sentence: string, leavesOut: ((clause: string) => boolean) | null): Denial {
  const clauses = sentence.split('、');
  const last = clauses.length - 1;
  const denies = clauses.map(
    (clause, place) =>
      leavesOut?.(clause) === true ||
      (!isDoubleNegation(clause) && (place === last ? deniedJa : deniedClauseJa).test(clause)),
  );
  if (yetJa.test(withoutDoubleNegation(sentence)) && denies[last] === true) return { isDenied: true, affirmed: '' };
  const isDenied = denies.includes(true) || (yetJa.test(sentence) && !isDoubleNegation(sentence));
  const kept: string[] = [];
  let group: string[] = [];
  let isDropped = false;
  for (const [place, clause] of clauses.entries()) {
    group.push(clause);
    const ends = place === last || predicateJa.test(clause);
    isDropped ||= denies[place] === true;
    if (!ends && !deniedClauseJa.test(clause)) continue;
    if (!isDropped) kept.push(...group);
    group = [];
    isDropped = false;
  }
  return { isDenied, affirmed: isDenied ? kept.join('、') : sentence };
}

function denialEn(sentence: string): Denial {
  const clauses = withoutConditions(sentence).replace(notDenied, '').split(betweenClausesEn);
  const affirmed = clauses.filter((clause) => !deniedEn.test(clause));
  const isDenied = affirmed.length < clauses.length;
  return { isDenied, affirmed: isDenied ? affirmed.join('; ') : sentence };
}
