/** What a question speaks of, as tokens, and how much of it stands in a text. */
import { isTelling, plainText, tokensOf, weightOf } from '../../questions/faq/tokens.js';

/** Words that ask for an explanation and say nothing of what is to be explained. */
const asking =
  /(?:に(?:つい|関し)て)?(?:の|を)?(?:意味|定義|説明|解説|内容|概要|詳細|要点|要件)(?:して|を|は|が|とは|と)?|(?:教|知|調)(?:え|り|べ)(?:て|たい|る)?|(?:何|なに|なん)(?:ですか|でしょうか|か)?(?=[?。\s]|$)|\b(?:explain|describe|definition|define[ds]?|mean(?:s|ing|t)?|tell|say|look up|search|exactly|about|difference|example[s]?)\b/giu;

/** Of no more tokens is anything looked for: the longest question would only make the search slow. */
const MOST_TOKENS = 400;

export interface SoughtWords {
  /** Each once. */
  readonly tokens: readonly string[];
  /** Of the tokens those that tell what it is about, with their weights. */
  readonly telling: ReadonlyMap<string, number>;
}

export function soughtIn(words: string): SoughtWords {
  const plain = plainText(words);
  const bare = plain.replace(asking, ' ');
  // 「要点を説明して」 asks for nothing else: then it is looked for as it was said.
  const of = (text: string) => [...new Set(tokensOf(text))].slice(0, MOST_TOKENS);
  const tokens = of(bare).some(isTelling) ? of(bare) : of(plain);
  return { tokens, telling: new Map(tokens.filter(isTelling).map((token) => [token, weightOf(token)])) };
}

/** From 0 to 1: the weight of the telling tokens that are there. */
export function shareOf({ telling }: SoughtWords, there: ReadonlySet<string>): number {
  const weights = [...telling];
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const found = weights.reduce((sum, [token, weight]) => sum + (there.has(token) ? weight : 0), 0);
  return whole === 0 ? 0 : found / whole;
}
