/** Shows the secretariat what companies presented, in its order, with the files. */
import { z } from 'zod';
import { secretariat } from '../../members/roles.js';
import { type Button, elements, type Item } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { perhapsChosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { page, pageStart } from '../../requests/page.js';
import { type PresentationEntry, readPresentations } from './presentations.js';
import { listPresentationsRecogniser } from './recognisers.js';
import { presentationTexts } from './texts.js';
import { presentationLines, presentedAs } from './words.js';

const PAGE = 8;

export const listPresentations = memberAction({
  name: 'report.presentations',
  texts: presentationTexts,
  command: 'report-presentations',
  recognise: listPresentationsRecogniser,
  who: secretariat,
  input: z.object({ session: perhapsChosen, from: pageStart }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { session, from }) => {
    const { transaction, membership, language } = context;
    const { programmeId } = membership;
    const about = session === undefined ? {} : { session };
    const all = await readPresentations(transaction, {
      programmeId,
      ...(session !== undefined && { sessionId: session }),
    });
    const texts = presentationTexts[language];
    const isFrozen = (await transaction.reportFreeze.count({ where: { programmeId } })) > 0;
    const shown = page(all.slice(from, from + PAGE), all.length, { from, size: PAGE });
    const summary = all.length === 0 ? texts.none : texts.listOf(all.length);
    const add: Button = { label: texts.add, action: 'report.keep-presentation', input: about, form: true };
    const next = { label: texts.showMore, action: 'report.presentations', input: { ...about, from: shown.next } };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['report.presentations'].title },
          { kind: 'text', text: summary },
          { kind: 'list', items: shown.items.map((one) => itemOf(context, one, isFrozen)) },
          { kind: 'buttons', buttons: [...(shown.next === null ? [] : [next]), ...(isFrozen ? [] : [add])] },
        ),
      },
    };
  },
});

function itemOf({ language }: Context, presentation: PresentationEntry, isFrozen: boolean): Item {
  const texts = presentationTexts[language];
  const { id, sessionId: session, companyId: company, fileId } = presentation;
  const change = {
    label: texts.change,
    action: 'report.keep-presentation',
    input: { session, company, inForm: true },
    form: true,
  };
  return {
    title: texts.entry(presentedAs(language, presentation)),
    lines: presentationLines(language, { ...presentation, file: presentation.file.name }),
    buttons: [
      ...(isFrozen ? [] : [change]),
      { label: texts.open, action: 'file.link', input: { file: fileId } },
      { label: texts.takeOut, action: 'report.remove-presentation', input: { presentation: id }, form: true },
    ],
  };
}
