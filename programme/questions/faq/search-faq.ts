/** Searches the FAQ of a programme in both languages at once. */
import { LRUCache } from 'lru-cache';
import MiniSearch from 'minisearch';
import type { Transaction } from '../../../prisma/client.js';
import type { Language } from '../../requests/context.js';
import { readEntries, readEntriesMark, type ShownEntry } from './entries.js';
import { isTelling, tokensOf, weightOf } from './tokens.js';

/** As many as are shown before a question is sent. */
const MOST_LIKELY = 3;

/** How much of what a question speaks of has to stand in an entry, for it to be shown before the question is sent, and for it to be found at all. */
const LIKELY_SHARE = 0.3;
const FOUND_SHARE = 0.1;

/** Of no more words is anything looked for: the longest question would only make the search slow. */
const MOST_TOKENS = 400;

const fields = ['questionJa', 'questionEn', 'answerJa', 'answerEn'] as const;

interface FaqIndex {
  readonly search: (
    words: string,
    given: { readonly language: Language; readonly share?: number },
  ) => readonly ShownEntry[];
}

/** An index of these entries, in memory. */
export function indexOf(entries: readonly ShownEntry[]): FaqIndex {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<ShownEntry>({ fields: [...fields], tokenize: tokensOf, processTerm: (term) => term });
  index.addAll(entries);
  return {
    search: (words, { language, share = FOUND_SHARE }) => {
      const sought = [...new Set(tokensOf(words))].slice(0, MOST_TOKENS);
      const whole = sought.filter(isTelling).reduce((sum, token) => sum + weightOf(token), 0);
      // Of nothing but particles the search would find whatever there is.
      if (whole === 0) return [];
      const found = index.search(words, {
        tokenize: () => sought,
        boost: language === 'ja' ? { questionJa: 3, questionEn: 2 } : { questionJa: 2, questionEn: 3 },
        boostTerm: weightOf,
        fuzzy: (term) => (/^[a-z]{6,}$/.test(term) ? 0.2 : false),
      });
      const shareOf = (terms: readonly string[]) =>
        terms.filter(isTelling).reduce((sum, token) => sum + weightOf(token), 0) / whole;
      return found
        .filter(({ queryTerms }) => shareOf(queryTerms) >= share)
        .flatMap(({ id }) => byId.get(String(id)) ?? []);
    },
  };
}

interface Indexed {
  readonly mark: string;
  readonly index: FaqIndex;
}

/** By programme: an index of a thousand entries takes a hundred times as long to make as to search. */
const indexes = new LRUCache<string, Indexed>({ max: 50 });

async function indexFor(transaction: Transaction, programmeId: string): Promise<FaqIndex> {
  const mark = await readEntriesMark(transaction, programmeId);
  const kept = indexes.get(programmeId);
  if (kept?.mark === mark) return kept.index;
  const index = indexOf(await readEntries(transaction, programmeId));
  indexes.set(programmeId, { mark, index });
  return index;
}

interface Search {
  readonly programmeId: string;
  readonly words: string;
  readonly language: Language;
}

/** Everything that has to do with it, the best first. */
export async function searchFaq(
  transaction: Transaction,
  { programmeId, words, language }: Search,
): Promise<readonly ShownEntry[]> {
  return (await indexFor(transaction, programmeId)).search(words, { language });
}

/** At most three that may answer a question, the best first; none where they only share a word with it. */
export async function likelyAnswers(
  transaction: Transaction,
  { programmeId, words, language }: Search,
): Promise<readonly ShownEntry[]> {
  const index = await indexFor(transaction, programmeId);
  return index.search(words, { language, share: LIKELY_SHARE }).slice(0, MOST_LIKELY);
}
