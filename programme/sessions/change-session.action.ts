/** Asks the secretariat what to change of a session. */

import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { unreachedWords } from '../members/reach.js';
import { secretariat } from '../members/roles.js';
import type { Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { zoneChoices } from '../messages/time-zones.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { changeSession } from './change-session.js';
import { chooseSessionForm } from './choose-session.js';
import { sessionFacts, sessionTitle } from './describe.js';
import { findSession } from './find-session.js';
import { refuseSession } from './refuse-session.js';
import { titleOf } from './rules.js';
import { reachOfChange } from './save-session.js';
import { savedMessage } from './saved-message.js';
import { enteredZone, sessionForm } from './session-form.js';
import { sessionInput } from './session-input.js';
import { sessionTexts } from './texts.js';

export const changeSessionAction = memberAction({
  name: 'session.change',
  texts: sessionTexts,
  command: 'change-session',
  who: secretariat,
  /** `version`: the one that the form showed; without it nothing was shown that could be out of date. */
  input: z.object({ session: chosen, version: z.int().optional(), ...sessionInput }),
  offered: 'help',
  ask: changeForm,
  search: async (context, _field, typed, given) => {
    const found = await findSession(context, given.session);
    return zoneChoices(found === null ? [] : [found.timeZone], typed);
  },
  confirm: 'always',
  run: async (context, { session: sessionId, version, ...entered }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const saved = await changeSession(transaction, { sessionId, version, entered, by, now });
    if (isRefusal(saved)) return saved;
    const { session, notified } = saved;
    const text = sessionTexts[language].changed(sessionTitle(context, session), notified.reached);
    return { message: savedMessage(context, session, text, notified) };
  },
});

async function changeForm(context: Context, given: Values): Promise<Form | Refusal> {
  const found = await findSession(context, given.session);
  if (found === null) {
    return await chooseSessionForm(context, 'session.change', { where: { endsAt: { gt: context.now } } });
  }
  if (found.state === 'called_off') return refuseSession('session_called_off', { title: titleOf(found) });

  const around = {
    action: 'session.change',
    title: sessionTexts[context.language].actions['session.change'].title,
    cancel: chatTexts[context.language].close,
  };
  if (isOutOfDate(found, given)) return { ...around, ...currentState(context, found) };
  const { introduction, fields, known } = sessionForm(context, found, [found.timeZone, ...enteredZone(given)]);
  return {
    ...around,
    introduction: [
      { kind: 'text', text: sessionTitle(context, found) },
      ...(await whoIsTold(context, found)),
      ...introduction,
    ],
    fields,
    known: { session: found.id, version: found.version, ...known },
    submit: sessionTexts[context.language].save,
  };
}

/** How many people a change will be told to, and who cannot be; nothing where nobody is concerned or the session is over. */
async function whoIsTold(context: Context, session: Session): Promise<Form['introduction']> {
  const { transaction, language, now } = context;
  if (session.endsAt <= now) return [];
  const reach = await reachOfChange(transaction, session);
  const unreached = unreachedWords(language, reach.unreached);
  return [
    ...(reach.reached > 0 ? [{ kind: 'note' as const, text: sessionTexts[language].willBeTold(reach.reached) }] : []),
    ...(unreached === null ? [] : [{ kind: 'note' as const, text: unreached }]),
  ];
}

/** Whether fields were filled in of a form that showed an earlier version; a button that opens the form again brings none. */
function isOutOfDate(session: Session, given: Values): boolean {
  const isFilledIn = ['titleJa', 'date', 'kind'].some((name) => given[name] !== undefined && given[name] !== null);
  return typeof given.version === 'number' && given.version !== session.version && isFilledIn;
}

/** A step without fields: the platforms keep what was entered in fields of the same name, which would undo the other change. */
function currentState(context: Context, session: Session): Pick<Form, 'introduction' | 'fields' | 'known' | 'submit'> {
  return {
    introduction: [
      { kind: 'text', text: sessionTitle(context, session) },
      { kind: 'text', text: sessionTexts[context.language].nowStands },
      { kind: 'facts', facts: sessionFacts(context, session) },
    ],
    fields: [],
    known: { session: session.id },
    submit: sessionTexts[context.language].next,
  };
}
