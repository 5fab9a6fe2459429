/** What is searched: a stretch of text with where it comes from, in one language or both. */
import type { Bilingual } from '../../messages/bilingual.js';

export interface KnowledgeEntry {
  readonly id: string;
  readonly kind: 'faq' | 'passage' | 'session' | 'checklist' | 'glossary';
  /** What it is called: a heading, a term, an element; it tells more than the text what it is about. */
  readonly name: Bilingual;
  /** Empty in a language that it is not in. */
  readonly text: Bilingual;
  /** Where it comes from, as its reader can look it up. */
  readonly source: Bilingual;
  /** Where in the source; empty where there is nothing to say. */
  readonly place: Bilingual;
}
