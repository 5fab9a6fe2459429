/** Asks who comes in somebody's place, and says who does. */

import { z } from 'zod';
import type { Mode, Prisma, Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { findPeople } from '../members/find-people.js';
import { type Choice, elements, type Field, type Message, type Values } from '../messages/message.js';
import { memberAction, type Preview } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionButton, sessionFacts, sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { sessionTexts } from '../sessions/texts.js';
import { attendeeName, previewed, unreachedNote } from './attendee-words.js';
import { findAttendee } from './find-attendee.js';
import { perhapsNamed, withDeputy } from './named-attendee.js';
import { substituteRecogniser } from './recognisers.js';
import { heldSeatForm, searchSeatHolders } from './registration-form.js';
import { readSeats } from './registrations.sql.js';
import { refuseSubstituting } from './rules.js';
import { seatState } from './seat-preview.js';
import { heldSeat } from './seats.js';
import { findSubstitute, type Substituted, sendSubstitute } from './send-substitute.js';
import { registrationTexts } from './texts.js';

const input = z.object({
  session: chosen,
  person: perhapsChosen,
  named: perhapsNamed,
  substitute: chosen,
  /** Who comes, in words. */
  deputy: perhapsNamed,
});

export const sendSubstituteAction = memberAction({
  name: 'session.substitute',
  texts: registrationTexts,
  recognise: substituteRecogniser,
  command: 'substitute',
  who: ['participant', 'secretariat'],
  input,
  offered: 'help',
  complete: withDeputy,
  ask: async (context, given) =>
    await heldSeatForm(context, given, 'session.substitute', [await substituteField(context, given)]),
  search: (context, field, typed, given) =>
    field === 'substitute' ? substituteChoices(context, given, typed) : searchSeatHolders(context, field, typed, given),
  confirm: { when: 'words', show: preview, state: seatState },
  run: async (context, { session: sessionId, person: personId, substitute: substituteId }) => {
    const { transaction, now } = context;
    const by = actingMember(context);
    const result = await sendSubstitute(transaction, { sessionId, personId, substituteId, by, now });
    return isRefusal(result) ? result : { message: substitutedMessage(context, result) };
  },
});

/** Filled in with the person whom words named, where they may take the place. */
async function substituteField(context: Context, given: Values): Promise<Field> {
  const choices = await substituteChoices(context, given, '');
  const { substitute, deputy } = given;
  const named = typeof deputy === 'string' ? await substituteChoices(context, given, deputy.replace(/^@/, '')) : [];
  const initial = [...named, ...choices].find(({ value }) => value === substitute);
  return {
    ...{ kind: 'person', name: 'substitute', label: sessionTexts[context.language].labels.substitute, search: true },
    choices: initial === undefined ? choices : [initial, ...choices.filter(({ value }) => value !== initial.value)],
    ...(initial && { initial: initial.value }),
  };
}

async function preview(context: Context, { substitute, ...about }: z.infer<typeof input>): Promise<Preview | Refusal> {
  const found = await previewed(context, about, refuseSubstituting);
  if (isRefusal(found)) return found;
  const { session, attendee } = found;
  const by = actingMember(context);
  const colleague = await findSubstitute(context.transaction, { by, substituteId: substitute }, found);
  if (isRefusal(colleague)) return colleague;
  const does = registrationTexts[context.language].previews.substitutes({
    title: sessionTitle(context, session),
    from: attendeeName(context, attendee),
    to: attendeeName(context, colleague),
  });
  return { does, elements: [{ kind: 'facts', facts: sessionFacts(context, session) }] };
}

function substitutedMessage(context: Context, { session, attendee, substitute }: Substituted): Message {
  const text = registrationTexts[context.language].substituted({
    title: sessionTitle(context, session),
    from: attendeeName(context, attendee),
    to: attendeeName(context, substitute),
  });
  const buttons = [sessionButton(context, 'session.show', session)];
  const unreached = unreachedNote(context, [attendee, substitute]);
  return { summary: text, elements: elements({ kind: 'text', text }, unreached, { kind: 'buttons', buttons }) };
}

/**
 * Those who may take the place: of the attendee's company but the attendee, whom the session is meant for and who do not come
 * anyway. Where the secretariat has not said yet whose place it is, of every company that somebody comes from.
 */
async function substituteChoices(context: Context, given: Values, typed: string): Promise<readonly Choice[]> {
  const { transaction, membership } = context;
  const { person } = given;
  const session = await findSession(context, given.session);
  const attendee = await findAttendee(transaction, actingMember(context), isId(person) ? person : undefined);
  const own = session && attendee && (await readSeats(transaction, session.id, attendee.personId)).own;
  return await findPeople(context, {
    typed,
    roles: ['participant'],
    companyId: attendee === null ? membership.companyId : attendee.companyId,
    except: attendee === null ? [] : [attendee.personId],
    ...(session && {
      audience: session.audience,
      who: maySubstitute(session, own === null ? null : heldSeat(own).confirmed, attendee === null),
    }),
  });
}

/** As `findSubstitute` decides. `held`: the mode of the place to be taken over, for which its substitute may be waiting. */
function maySubstitute(
  { id: sessionId, programmeId }: Session,
  held: Mode | null,
  ofAnyCompany: boolean,
): Prisma.PersonWhereInput {
  const comes = { sessionId, state: { in: ['confirmed' as const, 'waiting' as const] } };
  const keeps = held === null ? {} : { OR: [{ waitingFor: null }, { waitingFor: { not: held } }] };
  return {
    registrations: { none: { ...comes, ...keeps } },
    ...(ofAnyCompany && { memberships: { some: { programmeId, company: { registrations: { some: comes } } } } }),
  };
}
