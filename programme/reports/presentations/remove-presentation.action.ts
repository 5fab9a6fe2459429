/** Lets the secretariat take a company's presentation out of the report, with its file. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { secretariat } from '../../members/roles.js';
import { elements, type Form, type Values } from '../../messages/message.js';
import { shortened } from '../../messages/shortened.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { removePresentation } from './keep-presentation.js';
import { readPresentations } from './presentations.js';
import { removePresentationRecogniser } from './recognisers.js';
import { refusePresentation } from './refuse-presentation.js';
import { presentationTexts } from './texts.js';
import { presentationLines, presentedAs } from './words.js';

const name = 'report.remove-presentation';

/** As many as a platform's list of choices can hold. */
const MOST_CHOICES = 100;
/** In characters, as a choice of Slack shows them. */
const LONGEST_LABEL = 70;

export const removePresentationAction = memberAction({
  name,
  texts: presentationTexts,
  command: 'report-presentation-out',
  recognise: removePresentationRecogniser,
  who: secretariat,
  input: z.object({
    presentation: chosen,
    /** The form has shown what becomes of it. */
    agreed: z.literal(true, { error: 'required' }),
  }),
  offered: 'help',
  ask: removeForm,
  confirm: 'always',
  run: async (context, { presentation: id }) => {
    const { transaction, language } = context;
    const removed = await removePresentation(transaction, { id, by: actingMember(context) });
    if (isRefusal(removed)) return removed;
    const texts = presentationTexts[language];
    const summary = texts.removed(presentedAs(language, removed));
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'buttons', buttons: [{ label: texts.showAll, action: 'report.presentations', input: {} }] },
        ),
      },
    };
  },
});

/** Which one, and then what is agreed to. */
async function removeForm(context: Context, { presentation: id }: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  if (!isId(id)) return await whichForm(context);
  const [found] = await readPresentations(transaction, { programmeId, id });
  if (found === undefined) return refuse('not_found', {});
  const isFrozen = (await transaction.reportFreeze.count({ where: { programmeId } })) > 0;
  const texts = presentationTexts[language];
  return {
    ...{ action: name, title: texts.actions[name].title, cancel: chatTexts[language].close },
    introduction: [
      { kind: 'text', text: texts.removeDoes(presentedAs(language, found), isFrozen) },
      { kind: 'text', text: presentationLines(language, { ...found, file: found.file.name }).join('\n') },
    ],
    fields: [],
    known: { presentation: id, agreed: true },
    submit: texts.takeOut,
  };
}

async function whichForm({ transaction, membership, language }: Context): Promise<Form | Refusal> {
  const found = await readPresentations(transaction, { programmeId: membership.programmeId });
  if (found.length === 0) return refusePresentation('no_presentations', {});
  const texts = presentationTexts[language];
  const choices = found.slice(0, MOST_CHOICES).map((one) => {
    const { company, number } = presentedAs(language, one);
    return {
      value: one.id,
      label: shortened(texts.entry({ company, number, where: one.session.code }), LONGEST_LABEL),
    };
  });
  return {
    ...{ action: name, title: texts.actions[name].title, cancel: chatTexts[language].close },
    introduction: [],
    fields: [{ kind: 'choice', name: 'presentation', label: texts.labels.presentation, choices }],
    known: {},
    submit: texts.next,
  };
}
