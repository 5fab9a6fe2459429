/** Calls every function of the texts of a programme's knowledge, and gives an example of the facts of each of their refusals. */
import type { Texts } from '../../../playground/pilot/texts.js';

/** With digits for names, so that what is left is the language's own. */
export function callKnowledge(knowledge: Texts['knowledge']): void {
  for (const count of [0, 1, 2]) knowledge.sources(count);
  for (const passages of [1, 2]) {
    knowledge.adds({ title: '3', passages });
    knowledge.replaces({ title: '3', passages, since: '4' });
    knowledge.sourceLine({ kind: '3', language: '4', passages });
  }
  for (const source of [null, '1']) knowledge.glossary(source);
  for (const by of ['', '1']) knowledge.addedOn('2', by);
  knowledge.means('1', '2');
  knowledge.partsAre(['1', '2']);
  knowledge.page(1);
  knowledge.unread([1, 2]);
  for (const say of [knowledge.checklist, knowledge.found, knowledge.nothing, knowledge.begins]) say('1');
  for (const say of [knowledge.added, knowledge.replaced, knowledge.retires, knowledge.retired]) say('1');
  knowledge.writtenIn('1');
  knowledge.shownToSecretariat('1');
}

export const knowledgeRefusals = {
  ...{ source_says_nothing: {}, too_many_sources: { most: 1 }, too_much_knowledge: {}, source_known: { title: '1' } },
  ...{
    source_gone: {},
    no_sources: {},
    added_meanwhile: {},
    one_source: {},
    rating_settled: {},
    no_ratings: {},
    rating_changed: {},
  },
  ...{ source_of_wrong_type: {}, source_too_large: {} },
} as const;
