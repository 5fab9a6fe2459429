/** The element check: which elements of a checklist a text mentions, with the sentences that show it. It never judges; the adviser does. */
import type { Language } from '../../../prisma/client.js';
import type { Checklist, ChecklistElement, ElementRules, WordRule } from '../checklists/checklist.js';
import { withoutNumber } from './lines.js';
import { normalise } from './normalise.js';
import { partnerItems } from './partner-lists.js';
import { quotedSentences } from './quotations.js';
import { type DraftSentence, readSentences } from './sentences.js';
import { isEffort, isOfPlans, type SentenceStanding, standingOf } from './strength.js';

/** `weak`: mentioned as an effort or a reference only. `partly`: some of its parts. */
export type Status = 'found' | 'weak' | 'partly' | 'not_found';

export interface ElementFound {
  readonly id: string;
  readonly status: Status;
  /** Null where nothing was found. */
  readonly strength: 'commitment' | 'effort' | null;
  /** Names of the parts that are mentioned; empty for an element without parts. */
  readonly parts: readonly string[];
  /** As they stand in the text, in its order. */
  readonly sentences: readonly string[];
  /** Sentences that name it and leave it out: for the adviser's eye. */
  readonly negated: readonly string[];
}

/** More sentences show nothing more. */
const MOST_SENTENCES = 10;
/** A section's sentences speak of one thing. */
const SENTENCES_BEFORE = 3;

interface Read extends DraftSentence, SentenceStanding {
  readonly normal: string;
  readonly under: string;
  /** Its heading, the sentences before it in its section and itself. */
  readonly around: string;
  readonly isOther: boolean;
  readonly affirmedIsOther: boolean;
  readonly isEffort: boolean;
}

interface Compiled {
  readonly all: readonly RegExp[];
  readonly under: RegExp | null;
  readonly about: RegExp | null;
  readonly unless: RegExp | null;
  readonly rule: WordRule;
  readonly window: number;
}

interface CompiledElement {
  readonly element: ChecklistElement;
  readonly rules: readonly Compiled[];
  readonly unless: RegExp | null;
  readonly weak: RegExp | null;
  readonly firm: RegExp | null;
}

interface CompiledChecklist {
  readonly elements: readonly CompiledElement[];
  readonly other: { readonly heading: RegExp; readonly sentence: RegExp; readonly unless: RegExp };
  readonly subject: { readonly words: RegExp; readonly otherTitle: RegExp };
}

const compiled = new WeakMap<Checklist, Record<Language, CompiledChecklist>>();

/** The elements in the order of the checklist. */
export function checkText(checklist: Checklist, text: string, language: Language): readonly ElementFound[] {
  return checkSentences(checklist, readSentences(text, language), language);
}

export function checkSentences(
  checklist: Checklist,
  sentences: readonly DraftSentence[],
  language: Language,
): readonly ElementFound[] {
  const { elements, other, subject } = compile(checklist)[language];
  const normal = sentences.map(({ text }) => withoutNumber(normalise(text)));
  const standings = normal.map((own) => standingOf(own, language));
  const quoted = quotedSentences(sentences, normal, standings, language);
  const ofPartners = partnerItems(sentences, normal, language);
  const read = sentences.map((sentence, position): Read => {
    const own = normal[position] ?? '';
    const standing = standings[position] ?? standingOf(own, language);
    const under = sentence.heading === null ? '' : sentence.heading.split('\n').map(normalise).join('\n');
    const before = normal
      .slice(Math.max(0, position - SENTENCES_BEFORE), position)
      .filter((_, back) => sentences[Math.max(0, position - SENTENCES_BEFORE) + back]?.section === sentence.section);
    return {
      ...sentence,
      ...{ normal: own, under, around: [under, ...before, own].join('\n') },
      isOther: isOther(own, under, other),
      affirmedIsOther: isOther(standing.affirmed, under, other),
      isEffort: isEffort(own, language),
      ...{ ...standing, isOfPartners: standing.isOfPartners || ofPartners.has(position) },
      isAside: standing.isAside || quoted.has(position) || isOfPlans(own, under),
    };
  });
  const isForeign = foreignSentences(read, subject);
  const ofSubject = read.filter((_, position) => !isForeign(position));
  return elements.map((element) => checkElement(element, element.element.ofAnyText === true ? read : ofSubject));
}

/** Fewer sentences need not name what they are about. */
const SHORTEST_TEXT = 6;

/** Of a text about something else, the sentences that do not name the checklist's subject. */
function foreignSentences(
  read: readonly Read[],
  { words, otherTitle }: CompiledChecklist['subject'],
): (position: number) => boolean {
  if (read.length < SHORTEST_TEXT) return () => false;
  const names = ({ normal, under }: Read) => words.test(normal) || words.test(under);
  const title = read[0] === undefined ? '' : read[0].under || read[0].normal;
  const isOfAnother = !read.some(names) || (otherTitle.test(title) && !words.test(title));
  return (position) => {
    const sentence = read[position];
    return isOfAnother && sentence !== undefined && !names(sentence);
  };
}

interface Hit {
  readonly text: string;
  readonly rule: WordRule;
  readonly isEffort: boolean;
  readonly isNegated: boolean;
}

function checkElement(compiledElement: CompiledElement, sentences: readonly Read[]): ElementFound {
  const hits: Hit[] = [];
  for (const [position, sentence] of sentences.entries()) {
    if (sentence.isOther || sentence.normal === '') continue;
    for (const one of compiledElement.rules) {
      const { rule } = one;
      const normal =
        rule.following === undefined ? sentence.normal : withFollowing(sentences, position, rule.following);
      if (rule.atEnd === true && !isAtEnd(position, sentences)) continue;
      if (!matches(one, normal, sentence, compiledElement.unless)) continue;
      const weak = compiledElement.weak?.test(normal) === true && compiledElement.firm?.test(normal) !== true;
      hits.push({
        ...{ text: sentence.text, rule, isEffort: rule.isFirm !== true && (weak || sentence.isEffort) },
        isNegated: !stands(one, sentence, compiledElement.element),
      });
    }
  }
  return outcome(compiledElement.element, hits);
}

/** So many sentences at most stand under a text. */
const LAST_SENTENCES = 4;

function isAtEnd(position: number, sentences: readonly Read[]): boolean {
  return position > 0 && position >= sentences.length - LAST_SENTENCES;
}

function stands(one: Compiled, sentence: Read, element: ChecklistElement): boolean {
  if (sentence.isAside || (sentence.isOfPartners && element.ofPartners !== true)) return false;
  const isDenied = sentence.isLeftOut || (sentence.isDenied && one.rule.denies !== true);
  return !isDenied || standsBeside(one, sentence);
}

/** Whether the clauses that deny nothing say it by themselves. */
function standsBeside({ all }: Compiled, { affirmed, affirmedIsOther }: Read): boolean {
  return !affirmedIsOther && all.every((pattern) => pattern.test(affirmed));
}

function isOther(sentence: string, under: string, other: CompiledChecklist['other']): boolean {
  const isUnder = under.split('\n').some((one) => other.heading.test(one) && !other.unless.test(one));
  return (isUnder || other.sentence.test(sentence)) && !other.unless.test(sentence);
}

function withFollowing(sentences: readonly Read[], position: number, following: number): string {
  const section = sentences[position]?.section;
  return sentences
    .slice(position, position + following + 1)
    .filter((next) => next.section === section)
    .map((next) => next.normal)
    .join('\n');
}

function outcome(element: ChecklistElement, hits: readonly Hit[]): ElementFound {
  const stand = hits.filter((hit) => !hit.isNegated);
  const hasMain = element.mainPart === undefined || stand.some(({ rule }) => rule.part === element.mainPart);
  const standing = hasMain ? stand : [];
  const firm = standing.filter((hit) => !hit.isEffort);
  // The parts named firmly count; where none is, those of the efforts tell what was aimed at.
  const counted = firm.length > 0 ? firm : standing;
  const parts = [...new Set(counted.flatMap(({ rule: { part } }) => (part === undefined ? [] : [part])))];
  const distinct = (some: readonly Hit[]) => [...new Set(some.map(({ text }) => text))].slice(0, MOST_SENTENCES);
  return {
    id: element.id,
    status: statusOf(element, standing, firm),
    strength: standing.length === 0 ? null : firm.length > 0 ? 'commitment' : 'effort',
    parts,
    sentences: distinct(standing),
    negated: distinct(hits.filter((hit) => hit.isNegated)),
  };
}

function statusOf(element: ChecklistElement, hits: readonly Hit[], firm: readonly Hit[]): Status {
  if (hits.length === 0) return 'not_found';
  if (firm.length === 0) return 'weak';
  const named = new Set(firm.flatMap(({ rule: { part } }) => (part === undefined ? [] : [part])));
  const isWhole = firm.some(({ rule }) => rule.part === undefined && rule.isPartial !== true);
  return isWhole || named.size >= (element.needs ?? Object.keys(element.parts ?? {}).length) ? 'found' : 'partly';
}

function matches(
  { all, under, about, unless, rule, window }: Compiled,
  normal: string,
  read: Read,
  veto: RegExp | null,
): boolean {
  if (under !== null && !under.test(read.under)) return false;
  if (!all.every((pattern) => pattern.test(normal))) return false;
  if (unless?.test(normal) === true || veto?.test(normal) === true) return false;
  if (about !== null && !about.test(read.around)) return false;
  return all.length === 1 || under !== null || standTogether(all, normal, rule.within ?? window);
}

/** Whether one match of each pattern lies within so many characters, in any order. */
function standTogether(patterns: readonly RegExp[], sentence: string, within: number): boolean {
  const places = patterns.flatMap((pattern, which) =>
    [...sentence.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map(({ index, 0: { length } }) => ({
      which,
      from: index,
      to: index + length,
    })),
  );
  return places.some(({ from }) => {
    const there = new Set(
      places.filter((place) => place.from >= from && place.to <= from + within).map(({ which }) => which),
    );
    return there.size === patterns.length;
  });
}

function compile(checklist: Checklist): Record<Language, CompiledChecklist> {
  const known = compiled.get(checklist);
  if (known !== undefined) return known;
  const of = (language: Language): CompiledChecklist => {
    const { heading, sentence, unless } = checklist.otherSubjects[language];
    const { words, otherTitle } = checklist.subject[language];
    const pattern = patternOf(language);
    return {
      elements: checklist.elements.map((element) => compileElement(element, element.words[language], language)),
      other: { heading: pattern(heading), sentence: pattern(sentence), unless: pattern(unless) },
      subject: { words: pattern(words), otherTitle: pattern(otherTitle) },
    };
  };
  const made = { ja: of('ja'), en: of('en') };
  compiled.set(checklist, made);
  return made;
}

function patternOf(language: Language): (source: string) => RegExp {
  return (source) => new RegExp(source, language === 'en' ? 'i' : 'u');
}

/** Words of one Japanese clause lie no further apart; English rules say by themselves how far. */
const USUAL_WINDOW = { ja: 60, en: Number.POSITIVE_INFINITY } as const;

function compileElement(element: ChecklistElement, words: ElementRules, language: Language): CompiledElement {
  const needed = patternOf(language);
  const pattern = (source: string | undefined) => (source === undefined ? null : needed(source));
  return {
    element,
    ...{ unless: pattern(words.unless), weak: pattern(words.weak), firm: pattern(words.firm) },
    rules: words.rules.map((rule) => ({
      ...{ rule, all: rule.all.map(needed), unless: pattern(rule.unless) },
      window: rule.following === undefined ? USUAL_WINDOW[language] : Number.POSITIVE_INFINITY,
      ...{ under: pattern(rule.under), about: pattern(rule.about) },
    })),
  };
}
