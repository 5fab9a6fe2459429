/** A person in the room enters the code that is put up there, and is recorded as having come. */

import { z } from 'zod';
import { countWrongCode, forgetWrongCodes, lockCodeTries, refuseWhileLocked } from '../members/wrong-codes.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import { refuse } from '../requests/context.js';
import { sessionTitle } from '../sessions/describe.js';
import { lockSession, subjectOfSession } from '../sessions/find-session.js';
import { checkInOpens, refuseMode, refuseOutsideCheckIn } from '../sessions/rules.js';
import { recordAttendance } from './attendance.js';
import { checkInRecogniser } from './recognisers.js';

/** After too many wrong codes; shorter than for invitations, because the session goes on meanwhile. */
const WAIT_MINUTES = 10;

export const checkIn = memberAction({
  name: 'session.check-in',
  recognise: checkInRecogniser,
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
  ask: async (context, given) => ({
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
    known: typeof given.session === 'string' && given.session !== '' ? { session: given.session } : {},
    submit: context.texts.sessions.checkIn,
    cancel: context.texts.chat.close,
  }),
  // The code says which session and that the person is there; nothing is left to misunderstand.
  confirm: 'never',
  run: async (context, { session: named, code }) => {
    const { transaction, person, now, texts } = context;
    const tries = await lockCodeTries(context);
    const locked = refuseWhileLocked(context, tries);
    if (locked) return locked;
    const attending = person.memberships.filter(({ role }) => role === 'participant');
    const candidates = await transaction.session.findMany({
      where: {
        ...(named !== undefined && { id: named }),
        programmeId: { in: attending.map(({ programmeId }) => programmeId) },
        checkInCode: code,
        state: 'scheduled',
        endsAt: { gte: now },
      },
    });
    const found = candidates.find((session) => checkInOpens(session) <= now);
    const membership = attending.find(({ programmeId }) => programmeId === found?.programmeId);
    if (found === undefined || membership === undefined) {
      const wrong = () => refuse('check_in_code_wrong', {});
      return await countWrongCode(context, tries, { waitMinutes: WAIT_MINUTES, wrong });
    }
    const session = await lockSession(transaction, found.id);
    const refused = refuseOutsideCheckIn(session, now) ?? refuseMode(session, 'onsite');
    if (refused) return refused;
    await forgetWrongCodes(context, tries);
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
