/** Lets the secretariat take a photograph out of the report, also once that is final. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { secretariat } from '../../members/roles.js';
import { elements, type Form, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { findPhotograph, removePhotograph } from './change-photograph.js';
import { choosePhotographForm } from './choose-photograph.js';
import { removePhotographRecogniser } from './recognisers.js';
import { photographTexts } from './texts.js';
import { captionLines, placeName } from './words.js';

const name = 'report.remove-photograph';

export const removePhotographAction = memberAction({
  name,
  texts: photographTexts,
  command: 'report-photograph-out',
  recognise: removePhotographRecogniser,
  who: secretariat,
  input: z.object({
    photograph: chosen,
    /** The form has shown what becomes of it. */
    agreed: z.literal(true, { error: 'required' }),
  }),
  offered: 'help',
  ask: removeForm,
  confirm: 'always',
  run: async (context, { photograph: photographId }) => {
    const { transaction, language } = context;
    const removed = await removePhotograph(transaction, { photographId, by: actingMember(context) });
    if (isRefusal(removed)) return removed;
    const texts = photographTexts[language];
    const summary = texts.removed({ number: removed.position, where: placeName(language, removed.session) });
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'buttons', buttons: [{ label: texts.showAll, action: 'report.photographs', input: {} }] },
        ),
      },
    };
  },
});

/** Which one, and then what is agreed to. */
async function removeForm(context: Context, { photograph: id }: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  if (!isId(id)) return await choosePhotographForm(context, name);
  const photograph = await findPhotograph(transaction, programmeId, id);
  if (photograph === null) return refuse('not_found', {});
  const { position: number, session, captionJa: ja, captionEn: en } = photograph;
  const isFrozen = (await transaction.reportFreeze.count({ where: { programmeId } })) > 0;
  const texts = photographTexts[language];
  return {
    ...{ action: name, title: texts.actions[name].title, cancel: chatTexts[language].close },
    introduction: [
      { kind: 'text', text: texts.removeDoes({ number, where: placeName(language, session) }, isFrozen) },
      { kind: 'text', text: captionLines(language, { ja, en }).join('\n') },
    ],
    fields: [],
    known: { photograph: id, agreed: true },
    submit: texts.takeOut,
  };
}
