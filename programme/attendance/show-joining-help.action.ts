/** Helps somebody who does not get into a session online: the link once more, what to try, and whom to contact. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { readProgrammes } from '../members/queries.js';
import { everyRole } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Message, type Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { linkFacts, ownFact, sessionButton, sessionTitle, when } from '../sessions/describe.js';
import { attendButtons } from '../sessions/participant-buttons.js';
import { type OwnSession, readOwnSession } from '../sessions/queries.js';
import { sessionTexts } from '../sessions/texts.js';
import { firstJoinable } from './queries.js';
import { joiningHelpRecogniser } from './recognisers.js';
import { attendanceTexts } from './texts.js';

export const showJoiningHelp = memberAction({
  name: 'session.join-help',
  texts: attendanceTexts,
  recognise: joiningHelpRecogniser,
  command: 'join-help',
  who: everyRole,
  input: z.object({ session: perhapsChosen }),
  offered: 'help',
  confirm: 'read',
  complete,
  run: async (context, { session: id }) => {
    const about = id === undefined ? null : await readOwnSession(context.transaction, id, actingMember(context));
    return { message: helpMessage(context, about, await contactOf(context)) };
  },
});

/** The next one that the person can join, where none is named. */
async function complete(context: Context, given: Values): Promise<Values> {
  if (given.session !== undefined) return given;
  const [next] = await firstJoinable(context.transaction, actingMember(context), { most: 1, now: context.now });
  return next === undefined ? given : { ...given, session: next.id };
}

async function contactOf({ transaction, membership, language }: Context): Promise<string> {
  const [programme] = await readProgrammes(transaction, [membership.programmeId]);
  return programme === undefined ? '' : pick(language, programme.contact);
}

function helpMessage(context: Context, about: OwnSession | null, contact: string): Message {
  const { joiningHelp } = attendanceTexts[context.language];
  const isParticipant = context.membership.role === 'participant';
  return {
    summary: joiningHelp,
    elements: elements(
      { kind: 'text', text: joiningHelp },
      about !== null && {
        kind: 'facts',
        facts: [
          { label: sessionTexts[context.language].labels.session, value: sessionTitle(context, about.session) },
          { label: sessionTexts[context.language].labels.when, value: when(context, about.session) },
          ...(isParticipant ? [ownFact(context, about.own, about.recorded)] : []),
          ...(isParticipant ? linkFacts(context, about.session, about.own) : []),
        ],
      },
      { kind: 'text', text: contact === '' ? '' : memberTexts[context.language].contact([contact]) },
      about !== null && {
        kind: 'buttons',
        buttons: [
          ...(isParticipant ? attendButtons(context, about.session, about.own, about.recorded) : []),
          sessionButton(context, 'session.show', about.session),
        ],
      },
    ),
  };
}
