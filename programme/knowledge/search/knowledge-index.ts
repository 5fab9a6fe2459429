/** An index of what a programme answers from, in memory: by words and pairs of characters, in both languages. */
import MiniSearch from 'minisearch';
import { tokensOf, weightOf } from '../../questions/faq/tokens.js';
import type { Language } from '../../requests/context.js';
import type { KnowledgeEntry } from './entry.js';
import { type SoughtWords, shareOf } from './sought.js';

/** An entry, and how much of what is asked stands in it: from 0 to 1. */
export interface FoundEntry {
  readonly entry: KnowledgeEntry;
  readonly share: number;
}

export interface KnowledgeIndex {
  /** The best first. */
  readonly search: (sought: SoughtWords, language: Language) => readonly FoundEntry[];
}

interface Row {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly textJa: string;
  readonly textEn: string;
}

const fields = ['nameJa', 'nameEn', 'textJa', 'textEn'] as const;

/** What is named by what is asked is about it; a text may only touch on it. */
const NAME = 4;
const OWN_LANGUAGE = 1.3;
/** As many of the best are looked at closely. */
const LOOKED_AT = 30;

export function knowledgeIndexOf(entries: readonly KnowledgeEntry[]): KnowledgeIndex {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = new MiniSearch<Row>({ fields: [...fields], tokenize: tokensOf, processTerm: (term) => term });
  index.addAll(
    entries.map(({ id, name, text }) => ({
      ...{ id, nameJa: name.ja, nameEn: name.en, textJa: text.ja, textEn: text.en },
    })),
  );
  return {
    search: (sought, language) => {
      // Of nothing but particles the search would find whatever there is.
      if (sought.telling.size === 0) return [];
      const own = (of: Language) => (of === language ? OWN_LANGUAGE : 1);
      const found = index.search([...sought.telling.keys()].join(' '), {
        tokenize: () => [...sought.tokens],
        boost: { nameJa: NAME * own('ja'), nameEn: NAME * own('en'), textJa: own('ja'), textEn: own('en') },
        boostTerm: weightOf,
      });
      return found.slice(0, LOOKED_AT).flatMap(({ id }) => {
        const entry = byId.get(String(id));
        return entry === undefined ? [] : [{ entry, share: shareOf(sought, tokensOfEntry(entry)) }];
      });
    },
  };
}

export function tokensOfEntry({ name, text }: KnowledgeEntry): ReadonlySet<string> {
  return new Set([name.ja, name.en, text.ja, text.en].flatMap(tokensOf));
}
