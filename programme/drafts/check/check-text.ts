/** The element check: which elements of a checklist a text mentions, with the sentences that show it. It never judges; the adviser does. */
import type { Language } from '../../../prisma/client.js';
import type { Checklist, Element, ElementRules, Rule } from '../checklists/checklist.js';
import { normalise } from './normalise.js';
import { readSentences, type Sentence } from './sentences.js';
import { isEffort, isNegated } from './strength.js';

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

interface Read extends Sentence {
  readonly normal: string;
  readonly under: string;
}

interface Compiled {
  readonly all: readonly RegExp[];
  readonly under: RegExp | null;
  readonly unless: RegExp | null;
  readonly rule: Rule;
}

interface CompiledElement {
  readonly element: Element;
  readonly rules: readonly Compiled[];
  readonly unless: RegExp | null;
  readonly weak: RegExp | null;
  readonly firm: RegExp | null;
}

const compiled = new WeakMap<Checklist, Record<Language, readonly CompiledElement[]>>();

/** The elements in the order of the checklist. */
export function checkText(checklist: Checklist, text: string, language: Language): readonly ElementFound[] {
  return checkSentences(checklist, readSentences(text, language), language);
}

export function checkSentences(
  checklist: Checklist,
  sentences: readonly Sentence[],
  language: Language,
): readonly ElementFound[] {
  const read = sentences.map((one) => ({
    ...one,
    ...{ normal: normalise(one.text), under: one.heading === null ? '' : normalise(one.heading) },
  }));
  return compile(checklist)[language].map((element) => checkElement(element, read, language));
}

interface Hit {
  readonly text: string;
  readonly part: string | undefined;
  readonly isEffort: boolean;
  readonly isNegated: boolean;
}

function checkElement(compiledElement: CompiledElement, sentences: readonly Read[], language: Language): ElementFound {
  const { element, rules } = compiledElement;
  const hits: Hit[] = [];
  for (const [position, sentence] of sentences.entries()) {
    for (const one of rules) {
      const following = one.rule.following ?? 0;
      const normal =
        following === 0
          ? sentence.normal
          : sentences
              .slice(position, position + following + 1)
              .map((next) => next.normal)
              .join(' ');
      if (!matches(one, normal, sentence.under, compiledElement.unless)) continue;
      const weak = compiledElement.weak?.test(normal) === true && compiledElement.firm?.test(normal) !== true;
      hits.push({
        ...{ text: sentence.text, part: one.rule.part, isNegated: isNegated(normal, language) },
        isEffort: one.rule.isFirm !== true && (weak || isEffort(normal, language)),
      });
    }
  }
  return outcome(element, hits);
}

function outcome(element: Element, hits: readonly Hit[]): ElementFound {
  const standing = hits.filter((hit) => !hit.isNegated);
  const parts = [...new Set(standing.flatMap(({ part }) => (part === undefined ? [] : [part])))];
  const isFirm = standing.some((hit) => !hit.isEffort);
  const distinct = (some: readonly Hit[]) => [...new Set(some.map(({ text }) => text))].slice(0, MOST_SENTENCES);
  return {
    id: element.id,
    status: statusOf(element, standing, parts, isFirm),
    strength: standing.length === 0 ? null : isFirm ? 'commitment' : 'effort',
    parts,
    sentences: distinct(standing),
    negated: distinct(hits.filter((hit) => hit.isNegated)),
  };
}

function statusOf(element: Element, hits: readonly Hit[], parts: readonly string[], isFirm: boolean): Status {
  if (hits.length === 0) return 'not_found';
  if (!isFirm) return 'weak';
  const names = Object.keys(element.parts ?? {});
  const isWhole = hits.some(({ part }) => part === undefined);
  return isWhole || parts.length >= (element.needs ?? names.length) ? 'found' : 'partly';
}

function matches(
  { all, under, unless, rule }: Compiled,
  sentence: string,
  heading: string,
  veto: RegExp | null,
): boolean {
  if (under !== null && !under.test(heading)) return false;
  if (unless?.test(sentence) === true || veto?.test(sentence) === true) return false;
  if (!all.every((pattern) => pattern.test(sentence))) return false;
  return rule.within === undefined || standTogether(all, sentence, rule.within);
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

function compile(checklist: Checklist): Record<Language, readonly CompiledElement[]> {
  const known = compiled.get(checklist);
  if (known !== undefined) return known;
  const of = (language: Language) =>
    checklist.elements.map((element) => compileElement(element, element.words[language], language));
  const made = { ja: of('ja'), en: of('en') };
  compiled.set(checklist, made);
  return made;
}

function compileElement(element: Element, words: ElementRules, language: Language): CompiledElement {
  const pattern = (source: string | undefined) =>
    source === undefined ? null : new RegExp(source, language === 'en' ? 'iu' : 'u');
  const needed = (source: string) => new RegExp(source, language === 'en' ? 'iu' : 'u');
  return {
    element,
    ...{ unless: pattern(words.unless), weak: pattern(words.weak), firm: pattern(words.firm) },
    rules: words.rules.map((rule) => ({
      ...{ rule, all: rule.all.map(needed), under: pattern(rule.under), unless: pattern(rule.unless) },
    })),
  };
}
