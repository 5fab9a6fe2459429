/** Shows the secretariat the photographs of the report, with their captions and what can be done with each. */
import { z } from 'zod';
import { secretariat } from '../../members/roles.js';
import { type Button, elements, type Item, type Message, plain } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { perhapsChosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { page, pageStart } from '../../requests/page.js';
import { type PhotographEntry, readPhotographs } from './photographs.js';
import { listPhotographsRecogniser } from './recognisers.js';
import { photographTexts } from './texts.js';
import { captionLines, placeName } from './words.js';

const PAGE = 8;

export const listPhotographs = memberAction({
  name: 'report.photographs',
  texts: photographTexts,
  command: 'report-photographs',
  recognise: listPhotographsRecogniser,
  who: secretariat,
  input: z.object({ session: perhapsChosen, from: pageStart }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { session, from }) => {
    const { transaction, membership, language } = context;
    const about = { programmeId: membership.programmeId, ...(session !== undefined && { sessionId: session }) };
    const all = await readPhotographs(transaction, about);
    const texts = photographTexts[language];
    if (all.length === 0) return { message: { ...plain(texts.none), elements: emptyElements(context) } };
    const shown = page(all.slice(from, from + PAGE), all.length, { from, size: PAGE });
    const isFrozen = (await transaction.reportFreeze.count({ where: { programmeId: membership.programmeId } })) > 0;
    const lacking = all.filter(({ captionJa, captionEn }) => captionJa === '' || captionEn === '').length;
    const summary = texts.listOf(all.length, lacking);
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['report.photographs'].title },
          { kind: 'text', text: summary },
          { kind: 'list', items: shown.items.map((one) => itemOf(context, one, isFrozen)) },
          {
            kind: 'buttons',
            buttons: [
              ...(shown.next === null
                ? []
                : [
                    {
                      ...{ label: texts.showMore, action: 'report.photographs' },
                      input: { from: shown.next, ...(session !== undefined && { session }) },
                    },
                  ]),
              ...(isFrozen ? [] : [addButton(context)]),
            ],
          },
        ),
      },
    };
  },
});

function addButton({ language }: Context): Button {
  return { label: photographTexts[language].add, action: 'report.add-photographs', input: {}, form: true };
}

function emptyElements(context: Context): Message['elements'] {
  return elements(
    { kind: 'text', text: photographTexts[context.language].none },
    { kind: 'buttons', buttons: [addButton(context)] },
  );
}

function itemOf({ language }: Context, photograph: PhotographEntry, isFrozen: boolean): Item {
  const texts = photographTexts[language];
  const { id, fileId, session, position, captionJa: ja, captionEn: en } = photograph;
  const input = { photograph: id };
  return {
    title: texts.entry(placeName(language, session), position),
    lines: captionLines(language, { ja, en }),
    buttons: [
      ...(isFrozen ? [] : [{ label: texts.change, action: 'report.change-photograph', input, form: true as const }]),
      { label: texts.open, action: 'file.link', input: { file: fileId } },
      { label: texts.takeOut, action: 'report.remove-photograph', input, form: true },
    ],
  };
}
