/** What is shown before a place is taken, changed or given up: what will be done, and what it costs. */
import type { Session } from '../../prisma/client.js';
import type { Preview, PreviewState } from '../requests/action.js';
import type { Context, Mode } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionFacts, sessionTitle } from '../sessions/describe.js';
import { sessionTexts } from '../sessions/texts.js';
import { type Found, nameOfOther, type Previewed, previewed } from './attendee-words.js';
import { refuseRegistration } from './refuse-registration.js';
import { lockForSeat, type Seats } from './registrations.sql.js';
import { refusals, refuseChangingMode, refuseDeclining, refuseRegistering } from './rules.js';
import { capacitiesOf, decideSeat, heldSeat, isActive, wishedMode } from './seats.js';
import { registrationTexts } from './texts.js';

const seatRules = { 'session.register': refuseRegistering, 'session.change-mode': refuseChangingMode };

/** Registering or changing to a mode. Who has it already is told so at once. */
export async function seatPreview(
  context: Context,
  { mode, ...about }: Previewed & { readonly mode: Mode },
  action: keyof typeof seatRules,
): Promise<Preview | Refusal> {
  const found = await previewed(context, about, (seat) => seatRules[action](seat, mode));
  if (isRefusal(found)) return found;
  const { session, seats } = found;
  const title = { ja: session.titleJa, en: session.titleEn };
  if (wishedMode(seats.own) === mode) {
    const waits = seats.own?.waitingFor === mode;
    return refuseRegistration(waits ? 'already_waiting' : 'already_registered', { title, mode });
  }
  return preview(context, found, seatWords(context, found, mode));
}

function seatWords(context: Context, { session, attendee, seats }: Found, mode: Mode): string {
  const { previews } = registrationTexts[context.language];
  const { modes } = sessionTexts[context.language];
  const about = { name: nameOfOther(context, attendee), title: sessionTitle(context, session), mode: modes[mode] };
  const held = heldSeat(seats.own);
  const from = held.confirmed === null || held.confirmed === mode ? null : modes[held.confirmed];
  if (decideSeat(capacitiesOf(session), seats.counts, held, mode) === 'waits') {
    const waits = previews.waits({ ...about, before: seats.counts.waiting[mode] });
    return from === null ? waits : waits + previews.keepsUntilThen(from);
  }
  if (from === null || held.confirmed === null) return previews.seats(about);
  return previews.changes({ ...about, from }) + givenUp(context, session, held.confirmed);
}

/** Cancelling or declining. */
export async function leavePreview(
  context: Context,
  input: Previewed,
  action: 'session.cancel' | 'session.decline',
): Promise<Preview | Refusal> {
  const found = await previewed(context, input, action === 'session.decline' ? refuseDeclining : refusals[action]);
  if (isRefusal(found)) return found;
  const { session, attendee, seats } = found;
  const title = { ja: session.titleJa, en: session.titleEn };
  if (action === 'session.decline' && seats.own?.state === 'declined') {
    return refuseRegistration('already_declined', { title });
  }
  const { previews } = registrationTexts[context.language];
  const words = action === 'session.decline' ? previews.declines : previews.cancels;
  const about = { name: nameOfOther(context, attendee), title: sessionTitle(context, session) };
  return preview(context, found, words(about) + whatItCosts(context, session, seats));
}

/** What somebody loses who gives up what they hold. */
function whatItCosts(context: Context, session: Session, { own }: Seats): string {
  if (!isActive(own)) return '';
  const { confirmed, waitingFor } = heldSeat(own);
  const { leavesWaitlist } = registrationTexts[context.language].previews;
  return (confirmed === null ? '' : givenUp(context, session, confirmed)) + (waitingFor === null ? '' : leavesWaitlist);
}

function givenUp({ language }: Context, session: Session, mode: Mode): string {
  const { givesUp, passesOn } = registrationTexts[language].previews;
  const words = capacitiesOf(session)[mode] === null ? givesUp : passesOn;
  return words(sessionTexts[language].modes[mode]);
}

function preview(context: Context, { session }: Found, does: string): Preview {
  return { does, elements: [{ kind: 'facts', facts: sessionFacts(context, session) }] };
}

/** What the words of a preview rest on, read under the session's lock: what it is, what the attendee holds, and how full it is. */
export async function seatState(
  context: Context,
  { session: id, person = context.person.id, mode = null }: Previewed & { readonly mode?: Mode | null },
): Promise<PreviewState> {
  const { session, seats } = await lockForSeat(context.transaction, id, person);
  const { own, counts } = seats;
  const decision = mode === null ? null : decideSeat(capacitiesOf(session), counts, heldSeat(own), mode);
  return [
    session.version,
    session.state,
    ...[own?.state ?? null, own?.mode ?? null, own?.waitingFor ?? null, decision],
    mode !== null && decision === 'waits' ? counts.waiting[mode] : null,
  ];
}
