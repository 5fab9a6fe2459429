/** Asks a person in the room for the code that is put up there. */

import { z } from 'zod';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { sessionTexts } from '../sessions/texts.js';
import { checkIn } from './check-in.js';
import { checkInRecogniser } from './recognisers.js';
import { attendanceTexts } from './texts.js';

export const checkInAction = memberAction({
  name: 'session.check-in',
  texts: attendanceTexts,
  recognise: checkInRecogniser,
  command: 'check-in',
  who: ['participant'],
  input: z.object({
    /** Where it is not said, the code finds it in any of the person's programmes. */
    session: perhapsChosen,
    code: z
      .string({ error: 'required' })
      .transform((typed) => typed.normalize('NFKC').replace(/\D/g, ''))
      .pipe(z.string().length(6, { error: 'not_six_digits' })),
  }),
  offered: 'help',
  ask: async (context, given) => codeForm(context, given),
  // The code says which session and that the person is there; nothing is left to misunderstand.
  confirm: 'never',
  run: async (context, { session: sessionId, code }) => {
    const { transaction, person, now, language } = context;
    const checked = await checkIn(transaction, { code, sessionId, by: person, now });
    if (isRefusal(checked)) return checked;
    const { session, standing } = checked;
    const title = sessionTitle(context, session);
    const texts = attendanceTexts[language];
    if (standing !== null) return { message: plain(texts.recordStands(title, texts.came[standing.came])) };
    return { message: plain(texts.checkedIn(title, pick(language, inBoth(person.nameJa, person.nameEn)))) };
  },
});

function codeForm(context: Context, given: Values): Form {
  const { language } = context;
  return {
    action: 'session.check-in',
    title: attendanceTexts[language].actions['session.check-in'].title,
    introduction: [],
    fields: [
      {
        kind: 'text',
        name: 'code',
        label: sessionTexts[language].labels.checkInCode,
        hint: sessionTexts[language].hints.checkInCode,
        maximum: 20,
      },
    ],
    known: typeof given.session === 'string' && given.session !== '' ? { session: given.session } : {},
    submit: attendanceTexts[language].checkIn,
    cancel: chatTexts[language].close,
  };
}
