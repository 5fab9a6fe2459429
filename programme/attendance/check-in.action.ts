/** Asks a person in the room for the code that is put up there. */
import { z } from 'zod';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import { type Context, isRefusal } from '../requests/context.js';
import { sessionTitle } from '../sessions/describe.js';
import { subjectOfSession } from '../sessions/find-session.js';
import { checkIn } from './check-in.js';

export const checkInAction = memberAction({
  name: 'session.check-in',
  command: 'check-in',
  who: ['participant'],
  subject: (transaction, given) => subjectOfSession(transaction, { session: given.session }),
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
    const { transaction, actor, person, now, texts } = context;
    const session = await checkIn(transaction, { code, sessionId, accountId: actor.accountId, by: person, now });
    if (isRefusal(session)) return session;
    const name = pick(context.language, inBoth(person.nameJa, person.nameEn));
    return { message: plain(texts.sessions.checkedIn(sessionTitle(context, session), name)) };
  },
});

function codeForm(context: Context, given: Values): Form {
  const { texts } = context;
  return {
    action: 'session.check-in',
    title: texts.actions['session.check-in'].title,
    introduction: [],
    fields: [
      {
        kind: 'text',
        name: 'code',
        label: texts.sessions.labels.checkInCode,
        hint: texts.sessions.hints.checkInCode,
        maximum: 20,
      },
    ],
    known: typeof given.session === 'string' && given.session !== '' ? { session: given.session } : {},
    submit: texts.sessions.checkIn,
    cancel: texts.chat.close,
  };
}
