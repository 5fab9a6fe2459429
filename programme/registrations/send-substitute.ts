/** Sends a colleague in somebody's place: the substitute takes over the very place, so nobody overtakes. */
import { z } from 'zod';
import { findPeople } from '../members/find-people.js';
import { isId } from '../members/person-subject.js';
import { pick } from '../messages/bilingual.js';
import { type Choice, elements, type Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import { type Context, isRefusal, refuse } from '../requests/context.js';
import { sessionButton, sessionFacts, sessionTitle } from '../sessions/describe.js';
import { findSession, lockSession, subjectOfSession } from '../sessions/find-session.js';
import { refuseAudience, refuseTooLate, titleOf } from '../sessions/rules.js';
import { attendeeChoices } from '../sessions/session-choices.js';
import { findAttendee } from './find-attendee.js';
import { activeRegistration, attendeeFacts, notifyCancelled, registrationForm } from './own-registration.js';
import { notifyAttendee } from './register-attendee.js';

export const sendSubstitute = memberAction({
  name: 'session.substitute',
  command: 'substitute',
  who: ['participant', 'secretariat'],
  subject: subjectOfSession,
  input: z.object({
    session: chosen,
    person: perhapsChosen,
    substitute: chosen,
  }),
  offered: 'help',
  ask: async (context, given) =>
    await registrationForm(context, given, {
      action: 'session.substitute',
      fields: [
        {
          kind: 'person',
          name: 'substitute',
          label: context.texts.sessions.labels.substitute,
          search: true,
          choices: await substituteChoices(context, given, ''),
        },
      ],
    }),
  search: (context, field, typed, given) =>
    field === 'substitute' ? substituteChoices(context, given, typed) : attendeeChoices(context, typed),
  confirm: {
    weighty: false,
    show: async (context, { session, person, substitute }) => {
      const found = await findSession(context, session);
      const colleague = await findAttendee(context, substitute);
      if (found === null || colleague === null) return refuse('not_found', {});
      const name = pick(context.language, colleague.name);
      return [
        { kind: 'text', text: sessionTitle(context, found) },
        {
          kind: 'facts',
          facts: [
            ...(await attendeeFacts(context, person)),
            { label: context.texts.sessions.labels.substitute, value: context.texts.members.personName(name) },
            ...sessionFacts(context, found),
          ],
        },
      ];
    },
  },
  run: async (context, { session: id, person, substitute }) => {
    const { transaction, membership, now, texts } = context;
    const session = await lockSession(transaction, id);
    const late = refuseTooLate(session, membership, now);
    if (late) return late;
    const registered = await activeRegistration(context, session, person);
    if (isRefusal(registered)) return registered;
    const { registration, attendee } = registered;
    const colleague = await findAttendee(context, substitute);
    if (colleague === null) return refuse('not_found', {}, { field: 'substitute' });
    if (colleague.companyId !== attendee.companyId) {
      return refuse('substitute_of_other_company', {}, { field: 'substitute' });
    }
    const audience = refuseAudience(session, colleague.level);
    if (audience) return { ...audience, field: 'substitute' };
    const already = await transaction.registration.findUnique({
      where: { sessionId_personId: { sessionId: id, personId: substitute } },
    });
    if (already && (already.state === 'confirmed' || already.state === 'waiting')) {
      return refuse('substitute_is_registered', { title: titleOf(session) }, { field: 'substitute' });
    }
    const place = {
      companyId: attendee.companyId,
      mode: registration.mode,
      state: registration.state,
      waitingFor: registration.waitingFor,
      queueNumber: registration.queueNumber,
      registeredById: context.person.id,
      substituteForId: attendee.personId,
      changedAt: now,
    };
    await transaction.registration.update({
      where: { id: registration.id },
      data: {
        state: 'cancelled',
        waitingFor: null,
        queueNumber: null,
        registeredById: context.person.id,
        changedAt: now,
      },
    });
    const taken = await transaction.registration.upsert({
      where: { sessionId_personId: { sessionId: id, personId: substitute } },
      create: { sessionId: id, personId: substitute, createdAt: now, ...place },
      update: place,
    });
    await notifyAttendee(context, id, taken.id, { personId: substitute });
    await notifyCancelled(context, session, registered);
    const text = texts.sessions.substituted({
      title: sessionTitle(context, session),
      from: texts.members.personName(pick(context.language, attendee.name)),
      to: texts.members.personName(pick(context.language, colleague.name)),
    });
    return {
      message: {
        summary: text,
        elements: elements(
          { kind: 'text', text },
          { kind: 'buttons', buttons: [sessionButton(context, 'session.show', session)] },
        ),
      },
    };
  },
});

/**
 * Those of the attendee's company but the attendee; where the secretariat has not said yet whose place it is, everyone. Of a
 * session that is known only those whom it is meant for.
 */
async function substituteChoices(context: Context, given: Values, typed: string): Promise<readonly Choice[]> {
  const { person } = given;
  const session = await findSession(context, given.session);
  const attendee = await findAttendee(context, isId(person) ? person : undefined);
  return await findPeople(context, {
    typed,
    roles: ['participant'],
    companyId: attendee === null ? context.membership.companyId : attendee.companyId,
    except: attendee === null ? [] : [attendee.personId],
    ...(session && { audience: session.audience }),
  });
}
