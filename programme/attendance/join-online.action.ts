/** Asks which session a person joins, and shows the link. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { elements, type Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, refuse } from '../requests/refusal.js';
import { chooseSessionForm } from '../sessions/choose-session.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession, sessionState } from '../sessions/find-session.js';
import { isOn } from '../sessions/rules.js';
import { joinOnline, readOwn, refuseJoining } from './join-online.js';
import { firstJoinable, joinableBy } from './queries.js';
import { attendanceTexts } from './texts.js';

export const joinOnlineAction = memberAction({
  name: 'session.join',
  texts: attendanceTexts,
  command: 'join',
  recognise: { aroundSession: true },
  who: ['participant'],
  input: z.object({ session: chosen }),
  offered: 'help',
  complete,
  ask: async (context) => {
    const where = joinableBy(actingMember(context), context.now);
    return await chooseSessionForm(context, 'session.join', {
      where,
      submit: attendanceTexts[context.language].joinNow,
    });
  },
  confirm: {
    when: 'words',
    show: async (context, { session: id }) => {
      const session = await findSession(context, id);
      if (session === null) return refuse('not_found', {});
      const refused = refuseJoining(session, await readOwn(context.transaction, id, context.person.id), context.now);
      if (refused) return refused;
      return { does: attendanceTexts[context.language].recordsJoining(sessionTitle(context, session)), elements: [] };
    },
    state: async (context, { session }) => {
      const own = await readOwn(context.transaction, session, context.person.id);
      return [...(await sessionState(context, session)), own?.state ?? null, own?.mode ?? null];
    },
  },
  run: async (context, { session: sessionId }) => {
    const { transaction, now, language } = context;
    const joined = await joinOnline(transaction, { sessionId, by: actingMember(context), now });
    if (isRefusal(joined)) return joined;
    const { session, standing } = joined;
    const { link } = session;
    const title = sessionTitle(context, session);
    const texts = attendanceTexts[language];
    const done = link === '' ? texts.joinedNoLink(title) : texts.joined(title);
    const text = standing === null ? done : texts.recordStands(title, texts.came[standing.came]);
    return {
      message: {
        summary: text,
        elements: elements(
          { kind: 'text', text },
          { kind: 'buttons', buttons: link === '' ? [] : [{ label: attendanceTexts[language].joinNow, link }] },
        ),
      },
    };
  },
});

/** The one session that is on, where there is just one that the person can join. */
async function complete(context: Context, given: Values): Promise<Values> {
  if (given.session !== undefined) return given;
  const { transaction, now } = context;
  const first = await firstJoinable(transaction, actingMember(context), { most: 2, now });
  const [only, other] = first.filter((session) => isOn(session, now));
  return only === undefined || other !== undefined ? given : { ...given, session: only.id };
}
