/** Lists the documents that questions are answered from, each with a button to stop that. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { formatDay } from '../messages/dates.js';
import { elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { sourcesRecogniser } from './recognisers.js';
import { readSources, type ShownSource } from './sources.js';
import { knowledgeTexts } from './texts.js';

const PER_PAGE = 10;

export const knowledgeSourcesAction = memberAction({
  name: 'knowledge.sources',
  texts: knowledgeTexts,
  command: 'knowledge',
  recognise: sourcesRecogniser,
  who: secretariat,
  input: z.object({ from: pageStart }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, membership, language } = context;
    const sources = await readSources(transaction, membership.programmeId);
    const shown = page(sources.slice(from, from + PER_PAGE), sources.length, { from, size: PER_PAGE });
    const texts = knowledgeTexts[language];
    const summary = texts.sources(sources.length);
    const add = { label: texts.actions['knowledge.add'].title, action: 'knowledge.add', input: {}, form: true };
    const more = { label: texts.more, action: 'knowledge.sources', input: { from: shown.next } };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['knowledge.sources'].title },
          { kind: 'text', text: summary },
          { kind: 'list', items: shown.items.map((source) => sourceItem(context, source)) },
          { kind: 'note', text: texts.alsoFrom },
          { kind: 'buttons', buttons: [...(shown.next === null ? [] : [more]), add] },
        ),
      },
    };
  },
});

function sourceItem({ language, timeZone }: Context, source: ShownSource): Item {
  const { id, title, kind, passages, addedAt, addedBy } = source;
  const texts = knowledgeTexts[language];
  const by = addedBy === null ? '' : pick(language, { ja: addedBy.nameJa, en: addedBy.nameEn });
  return {
    title,
    lines: [
      texts.sourceLine({ kind: texts.kinds[kind], language: texts.languages[source.language], passages }),
      texts.addedOn(formatDay(language, addedAt, timeZone), by),
    ],
    buttons: [{ label: texts.retire, action: 'knowledge.retire', input: { knowledgeSource: id }, form: true }],
  };
}
