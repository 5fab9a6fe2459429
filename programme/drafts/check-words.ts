/** How what the check found is shown: in one line an element, or an element with its sentences and what to do. A mention is a mention. */
import type { Element, Item } from '../messages/message.js';
import { inOneLine } from '../messages/shortened.js';
import type { Language } from '../requests/context.js';
import type { ElementFound } from './check/check-text.js';
import { statusWord } from './check/status-words.js';
import { checklistNamed } from './checklists/by-name.js';
import type { ChecklistElement } from './checklists/checklist.js';
import { draftTexts } from './texts.js';
import type { CheckCounts } from './texts-ja.js';

/** Both platforms take this much in one paragraph. */
const LONGEST_PARAGRAPH = 2_500;

/** Of the sentence that stands beside an element in a line. */
const SHORT_SENTENCE = 60;
const LONG_SENTENCE = 200;
const MOST_SENTENCES = 3;

/** What the company has said about elements, by their identifiers. */
export type Declared = ReadonlyMap<string, string>;

interface Described {
  readonly found: ElementFound;
  readonly element: ChecklistElement;
}

/** Those that the checklist still has. */
function described(checklist: string | null, elements: readonly ElementFound[]): readonly Described[] {
  const known = checklistNamed(checklist)?.elements ?? [];
  return elements.flatMap((found) => {
    const element = known.find(({ id }) => id === found.id);
    return element === undefined ? [] : [{ found, element }];
  });
}

export function checkCounts(elements: readonly Pick<ElementFound, 'status'>[]): CheckCounts {
  const of = (status: ElementFound['status']) => elements.filter((one) => one.status === status).length;
  return { found: of('found'), partly: of('partly'), weak: of('weak'), not_found: of('not_found') };
}

/** The status with the parts that are mentioned, and that the company's word is needed where it has not said it. */
function statusWords({ found, element }: Described, declared: Declared, language: Language): string {
  const { check } = draftTexts[language];
  const word = statusWord(found.status, language);
  const parts = found.parts.map((part) => element.parts?.[part]?.[language] ?? part);
  const status = parts.length === 0 ? word : check.parts(word, parts);
  const asks = element.asksFor !== undefined && !declared.has(element.id);
  return asks ? check.both(status, statusWord('asked_for', language)) : status;
}

/** All elements, each in a line with the sentence that shows it. */
export function checkSummary(
  language: Language,
  checklist: string | null,
  elements: readonly ElementFound[],
  declared: Declared,
): readonly Element[] {
  const { check } = draftTexts[language];
  const lines = described(checklist, elements).map((one) => {
    const line = check.line(one.element.name[language], statusWords(one, declared, language));
    const [sentence] = one.found.sentences;
    return sentence === undefined ? line : `${line}\n  ${check.quoted(inOneLine(sentence, SHORT_SENTENCE))}`;
  });
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', text: check.heading },
    { kind: 'text', text: check.counts(checkCounts(elements)) },
    ...paragraphs(lines).map((text) => ({ kind: 'text' as const, text })),
    { kind: 'note', text: check.meaning },
  ];
}

/** Some of the elements, with their sentences, what the company said, and the advice where nothing was found. */
export function checkItems(
  language: Language,
  checklist: string | null,
  elements: readonly ElementFound[],
  declared: Declared,
): readonly Item[] {
  const { check } = draftTexts[language];
  return described(checklist, elements).map((one) => {
    const { found, element } = one;
    const said = declared.get(element.id);
    return {
      title: `${element.name[language]} — ${statusWords(one, declared, language)}`,
      lines: [
        ...found.sentences.slice(0, MOST_SENTENCES).map((text) => check.quoted(inOneLine(text, LONG_SENTENCE))),
        ...found.negated.slice(0, 1).map((text) => check.leftOut(inOneLine(text, LONG_SENTENCE))),
        ...(said === undefined ? [] : [check.declared(said)]),
        ...(found.status === 'found' ? [] : [check.advice(element.advice[language])]),
      ],
      buttons: [],
    };
  });
}

/** In as few paragraphs as both platforms take. */
function paragraphs(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last === undefined || last.length + line.length + 1 > LONGEST_PARAGRAPH) found.push(line);
    else found[found.length - 1] = `${last}\n${line}`;
  }
  return found;
}
