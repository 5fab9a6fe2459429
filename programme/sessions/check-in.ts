/** A person in the room enters the code that is put up there, and is recorded as having come. */
import { z } from 'zod';
import { memberAction } from '../action.js';
import { refuse } from '../context.js';
import { inBoth, pick } from '../locale/bilingual.js';
import { plain } from '../message.js';
import { recordAttendance } from './attendance.js';
import { sessionTitle } from './describe.js';
import { lockSession } from './find-session.js';
import { checkInOpens, refuseMode, refuseOutsideCheckIn } from './rules.js';

export const checkIn = memberAction({
  name: 'session.check-in',
  command: 'check-in',
  who: ['participant'],
  subject: 'own',
  input: z.object({
    code: z
      .string({ error: 'required' })
      .transform((typed) => typed.normalize('NFKC').replace(/\D/g, ''))
      .pipe(z.string().length(6, { error: 'invalid' })),
  }),
  offered: 'help',
  ask: async (context) => ({
    action: 'session.check-in',
    title: context.texts.actions['session.check-in'].title,
    introduction: [],
    fields: [
      {
        kind: 'text',
        name: 'code',
        label: context.texts.sessions.labels.checkInCode,
        hint: context.texts.sessions.hints.checkInCode,
        maximum: 20,
      },
    ],
    known: {},
    submit: context.texts.sessions.checkIn,
    cancel: context.texts.chat.close,
  }),
  // The code says which session and that the person is there; nothing is left to misunderstand.
  confirm: 'never',
  run: async (context, { code }) => {
    const { transaction, membership, person, now, texts } = context;
    const candidates = await transaction.session.findMany({
      where: { programmeId: membership.programmeId, checkInCode: code, state: 'scheduled', endsAt: { gte: now } },
    });
    const found = candidates.find((session) => checkInOpens(session) <= now);
    if (found === undefined) return refuse('check_in_code_wrong', {}, { field: 'code' });
    const session = await lockSession(transaction, found.id);
    const refused = refuseOutsideCheckIn(session, now) ?? refuseMode(session, 'onsite');
    if (refused) return refused;
    await recordAttendance(transaction, {
      sessionId: session.id,
      personId: person.id,
      companyId: membership.companyId,
      came: 'onsite',
      source: 'check_in_code',
      byId: person.id,
      now,
    });
    const name = pick(context.language, inBoth(person.nameJa, person.nameEn));
    return { message: plain(texts.sessions.checkedIn(sessionTitle(context, session), name)) };
  },
});
