/** Lets the secretariat write captions of a photograph of the report, and move it. */
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
import { refuseFrozen } from '../freeze-report.js';
import { changePhotograph, findPhotograph } from './change-photograph.js';
import { choosePhotographForm } from './choose-photograph.js';
import { changePhotographRecogniser } from './recognisers.js';
import { photographTexts } from './texts.js';
import {
  captionFields,
  captionLines,
  isPlaced,
  LONGEST_CAPTION,
  oneLine,
  placeFields,
  placeInput,
  placeName,
  placeNameOf,
  sessionOf,
} from './words.js';

const name = 'report.change-photograph';

const caption = z.string().trim().max(LONGEST_CAPTION, { error: 'too_long' }).default('');

const input = z
  .object({
    photograph: chosen,
    ...placeInput,
    captionJa: caption,
    captionEn: caption,
    /** That its form was shown, so that words or a button never empty a caption. */
    shown: z.literal(true, { error: 'required' }),
  })
  .refine(isPlaced, { path: ['session'], error: 'required' });

export const changePhotographAction = memberAction({
  name,
  texts: photographTexts,
  command: 'report-photograph-caption',
  recognise: changePhotographRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  ask: changeForm,
  // The form shows what is there.
  confirm: 'always',
  run: async (context, { photograph: photographId, position, captionJa, captionEn, ...place }) => {
    const { transaction, language } = context;
    const changed = await changePhotograph(transaction, {
      ...{ photographId, sessionId: sessionOf(place), position, by: actingMember(context) },
      ...{ captionJa: oneLine(captionJa), captionEn: oneLine(captionEn) },
    });
    if (isRefusal(changed)) return changed;
    const texts = photographTexts[language];
    const summary = texts.changed({ number: changed.position, where: placeName(language, changed.session) });
    const lines = captionLines(language, { ja: changed.captionJa, en: changed.captionEn });
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: [summary, ...lines].join('\n') },
          { kind: 'buttons', buttons: [{ label: texts.showAll, action: 'report.photographs', input: {} }] },
        ),
      },
    };
  },
});

async function changeForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { programmeId } = membership;
  const refused = await refuseFrozen(transaction, programmeId, 'report_frozen');
  if (refused) return refused;
  if (!isId(given.photograph)) return await choosePhotographForm(context, name);
  const photograph = await findPhotograph(transaction, programmeId, given.photograph);
  if (photograph === null) return refuse('not_found', {});
  const texts = photographTexts[language];
  const { sessionId, position, captionJa, captionEn } = photograph;
  const stored = { session: sessionId, ofProgramme: sessionId === null, position, captionJa, captionEn };
  const shown = given.shown === true ? given : { ...stored, ...said(given) };
  return {
    ...{ action: name, title: texts.actions[name].title, cancel: chatTexts[language].close },
    introduction: [
      { kind: 'text', text: texts.entry(await placeNameOf(context, sessionId), position) },
      { kind: 'note', text: photograph.file.name },
    ],
    fields: [
      ...captionFields(language, shown, { maximum: LONGEST_CAPTION, several: false }),
      ...(await placeFields(context, shown)),
    ],
    known: { photograph: photograph.id, shown: true },
    submit: texts.save,
  };
}

/** What words or a button gave. */
function said({ photograph: _photograph, ...given }: Values): Values {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
}
