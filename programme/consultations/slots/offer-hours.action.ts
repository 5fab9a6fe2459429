/** Asks an adviser, or the secretariat for one, which hours to offer, and shows what that amounts to before they are offered. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { findPeople } from '../../members/find-people.js';
import { pick } from '../../messages/bilingual.js';
import { elements, type Message, type Values } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { adviserName } from '../hour-words.js';
import { confirmOfferForm, enterOfferForm, reachOf } from './offer-form.js';
import { offerHours, type PlannedOffer, planOffer } from './offer-hours.js';
import { offerInput } from './offer-input.js';
import { offerRecogniser } from './recognisers.js';
import { refuseHours } from './refuse-hours.js';
import { nextDay, nextMonth } from './spoken-hours.js';
import { hourTexts } from './texts.js';

/** What cannot be offered has no reach that could be agreed to. */
const NO_REACH = -1;

export const offerHoursAction = memberAction({
  name: 'consultation.offer',
  texts: hourTexts,
  command: 'offer-hours',
  recognise: offerRecogniser,
  who: ['adviser', 'secretariat'],
  /** `reach`: how many hours the form has shown. */
  input: z.object({ ...offerInput, reach: z.int({ error: 'required' }) }),
  offered: 'menu',
  complete: completeOffer,
  ask: async (context, given) => {
    const planned = await planGiven(context, given);
    return planned === null || isRefusal(planned)
      ? await enterOfferForm(context, given)
      : confirmOfferForm(context, given, planned);
  },
  wrong: wrongOffer,
  search: (context, _field, typed) => findPeople(context, { typed, roles: ['adviser'] }),
  confirm: 'always',
  conflicts: { slot_no_overlap: () => refuseHours('slot_overlap', {}, { field: 'reach' }) },
  run: async (context, { reach, ...entered }) => {
    const { transaction, now } = context;
    const adviserId = offeringId(context, entered.adviser);
    if (adviserId === null) return refuseHours('no_such_adviser', {}, { field: 'adviser' });
    const by = actingMember(context);
    const offered = await offerHours(transaction, { adviserId, entered, by, now, reach });
    return isRefusal(offered) ? offered : { message: offeredMessage(context, offered) };
  },
});

/** Advisers offer for themselves alone. */
function offeringId({ membership, person }: Context, given: Values[string]): string | null {
  if (membership.role === 'adviser') return person.id;
  return isId(given) ? given : null;
}

/** Null as long as something is missing. */
async function planGiven(context: Context, given: Values): Promise<PlannedOffer | Refusal | null> {
  const entered = z.object(offerInput).safeParse(given);
  const adviserId = offeringId(context, given.adviser);
  if (!entered.success || adviserId === null) return null;
  const { transaction, now } = context;
  return await planOffer(transaction, { adviserId, entered: entered.data, by: actingMember(context), now });
}

/** As if the place were told already, which the form asks for. */
async function wrongOffer(context: Context, given: Values): Promise<Refusal | null> {
  const planned = await planGiven(context, { ...given, method: 'in_person', place: '-', link: '' });
  return planned !== null && isRefusal(planned) ? planned : null;
}

/** The day that was spoken of; and what cannot be offered is refused at its field instead of being shown. */
async function completeOffer(context: Context, given: Values): Promise<Values> {
  const { spokenDay, spokenMonth, ...rest } = given;
  const known = { ...rest, ...(await spokenDays(context, { spokenDay, spokenMonth })) };
  if (rest.reach !== undefined) return known;
  const planned = await planGiven(context, known);
  return planned !== null && isRefusal(planned) ? { ...known, reach: NO_REACH } : known;
}

async function spokenDays(
  { transaction, membership, now }: Context,
  { spokenDay, spokenMonth }: Values,
): Promise<Values> {
  if (typeof spokenDay !== 'string' && typeof spokenMonth !== 'number') return {};
  const where = { id: membership.programmeId };
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where, select: { timeZone: true } });
  if (typeof spokenDay === 'string') return { firstDay: nextDay(spokenDay, { now, timeZone }) };
  if (typeof spokenMonth !== 'number') return {};
  const { first, last } = nextMonth(spokenMonth, { now, timeZone });
  return { firstDay: first, lastDay: last };
}

function offeredMessage({ language, person }: Context, offered: PlannedOffer): Message {
  const texts = hourTexts[language];
  const { adviser } = offered;
  const text =
    adviser.id === person.id
      ? texts.offered(reachOf(offered))
      : texts.offeredFor(adviserName(language, pick(language, adviser.name)), reachOf(offered));
  const more = { label: texts.offerMore, action: 'consultation.offer', input: {}, form: true };
  return { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [more] }) };
}
