/** The elements of a checklist, with what a company is told about each and where each comes from. */
import { checklistNamed } from '../../drafts/checklists/by-name.js';
import type { ChecklistElement } from '../../drafts/checklists/checklist.js';
import { knowledgeTexts } from '../texts.js';
import type { KnowledgeEntry } from './entry.js';

/** None of a checklist that is not there. */
export function checklistEntries(names: readonly string[]): readonly KnowledgeEntry[] {
  return names.flatMap((name) => (checklistNamed(name)?.elements ?? []).map((element) => entryOf(name, element)));
}

function entryOf(
  checklist: string,
  { id, name, level, parts = {}, advice, sources }: ChecklistElement,
): KnowledgeEntry {
  const named = Object.values(parts);
  const refs = sources.map(({ ref }) => ref);
  const textIn = (language: 'ja' | 'en') => {
    const { partsAre, levels } = knowledgeTexts[language];
    const told = named.length === 0 ? [] : [partsAre(named.map((part) => part[language]))];
    return [advice[language], ...told, levels[level]].join('\n');
  };
  return {
    ...{ id: `${checklist}-${id}`, kind: 'checklist', name, text: { ja: textIn('ja'), en: textIn('en') } },
    source: { ja: knowledgeTexts.ja.checklist(id), en: knowledgeTexts.en.checklist(id) },
    place: { ja: refs.join('、'), en: refs.join('; ') },
  };
}
