/** Of a passage, the sentences that say most of what is asked. */
import { tokensOf } from '../../questions/faq/tokens.js';
import { sentencesOf } from '../sentences.js';
import type { SoughtWords } from './sought.js';

/** In characters, as long as a quotation is read in a chat. */
const LONGEST_QUOTE = 320;
const MOST_SENTENCES = 3;

/** Some sentences that follow each other, word for word; the first ones where none says anything of it. */
export function bestSentences(text: string, { telling }: SoughtWords): string {
  const sentences = sentencesOf(text);
  const weights = sentences.map((sentence) =>
    [...new Set(tokensOf(sentence))].reduce((sum, token) => sum + (telling.get(token) ?? 0), 0),
  );
  const best = weights.indexOf(Math.max(...weights));
  const [first = ''] = sentences.slice(best);
  let [from, to, length] = [best, best + 1, first.length];
  // What explains a sentence mostly follows it; before it stands what it goes on from.
  const fits = (at: number) => {
    const more = sentences[at];
    return more !== undefined && to - from < MOST_SENTENCES && length + more.length <= LONGEST_QUOTE;
  };
  while (fits(to)) {
    length += sentences[to]?.length ?? 0;
    to += 1;
  }
  while (fits(from - 1)) {
    from -= 1;
    length += sentences[from]?.length ?? 0;
  }
  const chosen = sentences.slice(from, to).join('\n');
  return chosen.length > LONGEST_QUOTE ? `${[...chosen].slice(0, LONGEST_QUOTE - 1).join('')}…` : chosen;
}
