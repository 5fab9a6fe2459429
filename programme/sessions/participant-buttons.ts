/** The buttons of a participant under a session: exactly what its use cases would not refuse, as far as it is of use. */
import type { Session } from '../../prisma/client.js';
import type { ActionButton, Button } from '../messages/message.js';
import { availableActions } from '../registrations/rules.js';
import { isActive, type OwnRegistration, wishedMode } from '../registrations/seats.js';
import { registrationTexts } from '../registrations/texts.js';
import type { MemberContext, Mode } from '../requests/context.js';
import { type Recorded, sessionButton } from './describe.js';
import { isOn, linkFor, modesOf } from './rules.js';
import { hasPlace } from './session-invitation.js';
import { sessionTexts } from './texts.js';

/** What the person can do about this session now, most wanted first. */
export function participantButtons(
  context: MemberContext,
  session: Session,
  own: OwnRegistration,
  recorded: Recorded = null,
): readonly Button[] {
  const link = linkFor(session, own);
  return [
    ...attendButtons(context, session, own, recorded),
    // Once the session is on, the button that records the attendance shows the link.
    ...(link !== null && !isOn(session, context.now)
      ? [{ label: sessionTexts[context.language].labels.link, link }]
      : []),
    ...(hasPlace(session, own, context.now) ? [sessionButton(context, 'session.calendar', session)] : []),
    ...answerButtons(context, session, own),
    ...(isActive(own) ? registrationButtons(context, session, own) : []),
    ...declineButtons(context, session, own),
    ...colleagueButtons(context, session),
  ];
}

/** While the doors are open: joining, also again to get the link once more, or checking in, which is done once. */
export function attendButtons(
  context: MemberContext,
  session: Session,
  own: OwnRegistration,
  recorded: Recorded,
): readonly ActionButton[] {
  const available = availableActions(session, own, context.membership, context.now);
  const came = recorded?.mode ?? null;
  if (available.has('session.join') && came !== 'onsite') {
    return [sessionButton(context, 'session.join', session, { emphasis: 'primary' })];
  }
  // The code itself would do for anybody in the room; it is offered to those who are expected there.
  const isExpected = own?.state === 'confirmed' && own.mode === 'onsite' && came === null;
  return available.has('session.check-in') && isExpected
    ? [sessionButton(context, 'session.check-in', session, { emphasis: 'primary', form: true })]
    : [];
}

/** To register, for somebody who holds nothing. */
export function answerButtons(context: MemberContext, session: Session, own: OwnRegistration): readonly ActionButton[] {
  const available = availableActions(session, own, context.membership, context.now);
  if (isActive(own) || !available.has('session.register')) return [];
  return modesOf(session).map((mode) => registerButton(context, session, mode));
}

/** To say that they do not come, for somebody who has not said so yet. */
export function declineButtons(
  context: MemberContext,
  session: Session,
  own: OwnRegistration,
): readonly ActionButton[] {
  const isOpen = own === null || own.state === 'cancelled';
  const available = availableActions(session, own, context.membership, context.now);
  return isOpen && available.has('session.decline') ? [sessionButton(context, 'session.decline', session)] : [];
}

function colleagueButtons(context: MemberContext, session: Session): readonly ActionButton[] {
  // Whom the session is meant for is a matter of the colleague, who is not chosen yet.
  const anybody = { role: context.membership.role, level: null };
  if (!availableActions(session, null, anybody, context.now).has('session.register')) return [];
  const label = registrationTexts[context.language].registerColleague;
  return [sessionButton(context, 'session.register', session, { label, form: true, input: { colleague: true } })];
}

/** What can be done about a place that is held or waited for; `person`: whose it is, where it is somebody else's. */
export function registrationButtons(
  context: MemberContext,
  session: Session,
  held: NonNullable<OwnRegistration>,
  person?: string,
): readonly ActionButton[] {
  const { role } = context.membership;
  const available = availableActions(session, held, { role, level: null }, context.now);
  const input = person === undefined ? {} : { person };
  return [
    ...(available.has('session.change-mode') ? modeButtons(context, session, held, input) : []),
    ...(available.has('session.substitute')
      ? [sessionButton(context, 'session.substitute', session, { form: true, input })]
      : []),
    ...(available.has('session.cancel')
      ? [sessionButton(context, 'session.cancel', session, { emphasis: 'danger', form: true, input })]
      : []),
  ];
}

function modeButtons(
  context: MemberContext,
  session: Session,
  held: NonNullable<OwnRegistration>,
  input: { readonly person?: string },
): readonly ActionButton[] {
  return modesOf(session)
    .filter((mode) => mode !== wishedMode(held))
    .map((mode) =>
      sessionButton(context, 'session.change-mode', session, {
        label: registrationTexts[context.language].changeTo[mode],
        input: { ...input, mode },
      }),
    );
}

function registerButton(context: MemberContext, session: Pick<Session, 'id'>, mode: Mode): ActionButton {
  return sessionButton(context, 'session.register', session, {
    label: registrationTexts[context.language].registerAs[mode],
    input: { mode },
    emphasis: 'primary',
  });
}
