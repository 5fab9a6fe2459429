/** Answers a question from the programme's own material: sentences word for word, each with its source, or nothing. */
import { LRUCache } from 'lru-cache';
import type { Transaction } from '../../../prisma/client.js';
import { pick } from '../../messages/bilingual.js';
import type { ShownEntry } from '../../questions/faq/entries.js';
import { entryWords } from '../../questions/faq/entry-words.js';
import { likelyAnswers } from '../../questions/faq/search-faq.js';
import { faqTexts } from '../../questions/faq/texts.js';
import type { Language } from '../../requests/context.js';
import { readSourcePassages, readSourcesMark } from '../sources.js';
import { bestSentences } from './best-sentences.js';
import { checklistEntries } from './checklist-entries.js';
import type { KnowledgeEntry } from './entry.js';
import { glossaryEntries } from './glossary-entries.js';
import { type FoundEntry, type KnowledgeIndex, knowledgeIndexOf, tokensOfEntry } from './knowledge-index.js';
import { passageEntry } from './passage-entries.js';
import { type SoughtWords, shareOf, soughtIn } from './sought.js';

/** Sentences of the programme's material, word for word, and where they stand. */
export interface Quotation {
  readonly kind: KnowledgeEntry['kind'];
  /** Of a session its own identifier. */
  readonly id: string;
  readonly quote: string;
  readonly source: string;
  /** Empty where the source has no parts. */
  readonly place: string;
}

export interface KnowledgeAnswer {
  /** The best first; none where nothing in the material speaks of what is asked. */
  readonly quotations: readonly Quotation[];
  /** From 0 to 1: how much of what is asked stands in the best of them. */
  readonly share: number;
  /** How many words and pairs of characters tell what is asked. */
  readonly telling: number;
}

interface Question {
  readonly programmeId: string;
  readonly words: string;
  readonly language: Language;
  /** What only this reader is answered from, such as the sessions that concern them. */
  readonly beside?: readonly KnowledgeEntry[];
}

/** How much of what is asked has to stand in what is quoted. */
const FOUND_SHARE = 0.45;
/** An entry of the FAQ goes first where it says almost as much of it as the best of all. */
const FAQ_SHARE = 0.8;
/** What says much less of it than the best is left out. */
const NEAR_BEST = 0.75;
const MOST_QUOTED = 3;

interface Indexed {
  readonly mark: string;
  readonly index: KnowledgeIndex;
}

/** By programme, since making an index takes much longer than searching it. */
const indexes = new LRUCache<string, Indexed>({ max: 20 });

async function indexFor(transaction: Transaction, programmeId: string): Promise<KnowledgeIndex> {
  const types = await transaction.deliverableType.findMany({ where: { programmeId }, select: { checklist: true } });
  const checklists = [...new Set(types.flatMap(({ checklist }) => checklist ?? []))].sort();
  const mark = `${await readSourcesMark(transaction, programmeId)} ${checklists.join()}`;
  const kept = indexes.get(programmeId);
  if (kept?.mark === mark) return kept.index;
  const passages = await readSourcePassages(transaction, programmeId);
  const index = knowledgeIndexOf([
    ...passages.map(passageEntry),
    ...checklistEntries(checklists),
    ...glossaryEntries(),
  ]);
  indexes.set(programmeId, { mark, index });
  return index;
}

/** The same question is answered alike for all members of a programme, but for what is given beside. */
export async function searchKnowledge(transaction: Transaction, question: Question): Promise<KnowledgeAnswer> {
  const { programmeId, words, language, beside = [] } = question;
  const sought = soughtIn(words);
  const telling = sought.telling.size;
  const entries = await likelyAnswers(transaction, { programmeId, words, language });
  const faq = hitsAmong(entries.map(faqEntry), sought);
  const index = await indexFor(transaction, programmeId);
  const others = [...index.search(sought, language), ...hitsAmong(beside, sought)];
  const found = [...faq, ...others].filter(({ share }) => share >= FOUND_SHARE);
  const share = Math.max(0, ...found.map((hit) => hit.share));
  // Of those that say as much of it, the one whose words are rarer or stand in its name goes first.
  const near = found
    .filter((hit) => hit.share >= share * NEAR_BEST)
    .toSorted((one, other) => Math.round(other.share * 10) - Math.round(one.share * 10));
  const isFirst = ({ entry, share: own }: FoundEntry) => entry.kind === 'faq' && own >= share * FAQ_SHARE;
  const ordered = [...near.filter(isFirst), ...near.filter((hit) => !isFirst(hit))];
  return {
    quotations: distinct(ordered.map(({ entry }) => quotationOf(entry, sought, language))).slice(0, MOST_QUOTED),
    ...{ share, telling },
  };
}

function hitsAmong(entries: readonly KnowledgeEntry[], sought: SoughtWords): readonly FoundEntry[] {
  return entries.map((entry) => ({ entry, share: shareOf(sought, tokensOfEntry(entry)) }));
}

function faqEntry(shown: ShownEntry): KnowledgeEntry {
  const { id, questionJa, questionEn, answerJa, answerEn } = shown;
  const title = { ja: faqTexts.ja.actions['faq.search'].title, en: faqTexts.en.actions['faq.search'].title };
  const place = { ja: entryWords('ja', shown).question, en: entryWords('en', shown).question };
  const name = { ja: questionJa, en: questionEn };
  return { id, kind: 'faq', name, text: { ja: answerJa, en: answerEn }, source: title, place };
}

/** What is short is quoted whole: an answer of the FAQ, a term, what is known of a session. */
function quotationOf(entry: KnowledgeEntry, sought: SoughtWords, language: Language): Quotation {
  const { kind, id, source, place } = entry;
  const text = pick(language, entry.text);
  const isWhole = kind === 'session' || kind === 'glossary' || kind === 'checklist';
  const quote = isWhole ? text : bestSentences(text, sought);
  return { kind, id, quote, source: pick(language, source), place: pick(language, place) };
}

/** The same sentences may stand in several documents. */
function distinct(quotations: readonly Quotation[]): readonly Quotation[] {
  return [...new Map(quotations.toReversed().map((one) => [one.quote, one])).values()].toReversed();
}
