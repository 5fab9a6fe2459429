/** Asks which free hours to withdraw, and names them before it is done; a booked one leads to handing its booking over. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { pick } from '../../messages/bilingual.js';
import { localOf } from '../../messages/dates.js';
import { elements, type Form, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { adviserName, type Hour, hourFor } from '../hour-words.js';
import { dayOf } from '../spoken-day.js';
import { readFreeSlotsOf } from './queries.js';
import { withdrawRecogniser } from './recognisers.js';
import { refuseHours } from './refuse-hours.js';
import { hourTexts } from './texts.js';
import { findWithdrawable, withdrawHours } from './withdraw-hours.js';

/** As many as a form offers, and as many as its preview names. */
const OFFERED = 50;
const NAMED = 10;

export const withdrawHoursAction = memberAction({
  name: 'consultation.withdraw',
  texts: hourTexts,
  command: 'withdraw-hours',
  recognise: withdrawRecogniser,
  who: ['adviser', 'secretariat'],
  input: z.object({
    slots: z.array(chosen, { error: 'required' }).min(1, { error: 'required' }),
    /** The form has named them. */
    agreed: z.literal(true),
  }),
  offered: 'help',
  complete: withSpoken,
  ask: withdrawForm,
  confirm: 'always',
  run: async (context, { slots: slotIds }) => {
    const { transaction, now, language } = context;
    const withdrawn = await withdrawHours(transaction, { slotIds, by: actingMember(context), now });
    if (isRefusal(withdrawn)) return withdrawn;
    const texts = hourTexts[language];
    const text = texts.withdrawn(withdrawn.length);
    const agenda = { label: texts.actions['consultation.agenda'].title, action: 'consultation.agenda', input: {} };
    return {
      message: { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [agenda] }) },
    };
  },
});

/** The free hours of the day, or the hour, that words spoke of; of nobody else's than the adviser who speaks. */
async function withSpoken(context: Context, given: Values): Promise<Values> {
  const { spokenDay, spokenTime } = given;
  const { transaction, membership, person, now } = context;
  if (given.slots !== undefined || typeof spokenDay !== 'string' || membership.role !== 'adviser') return given;
  const { programmeId } = membership;
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const day = dayOf(spokenDay, { now, timeZone });
  const free = await readFreeSlotsOf(
    transaction,
    { programmeId, adviserId: person.id, now },
    { from: 0, size: OFFERED },
  );
  const meant = free.items.filter(({ startsAt }) => {
    const { date, time } = localOf(startsAt, timeZone);
    return date === day && (spokenTime === undefined || time === spokenTime);
  });
  return meant.length === 0 ? given : { ...given, slots: meant.map(({ id }) => id) };
}

function slotsIn({ slots }: Values): readonly string[] {
  return Array.isArray(slots) ? slots.filter(isId) : [];
}

async function withdrawForm(context: Context, given: Values): Promise<Form | Refusal> {
  const slotIds = slotsIn(given);
  const { transaction, now, language } = context;
  const texts = hourTexts[language];
  const around = {
    action: 'consultation.withdraw',
    title: texts.actions['consultation.withdraw'].title,
    cancel: chatTexts[language].close,
  };
  if (slotIds.length === 0) return await chooseForm(context, around);
  const hours = await findWithdrawable(transaction, { slotIds, by: actingMember(context), now });
  if (isRefusal(hours)) return hours;
  return {
    ...around,
    introduction: [
      { kind: 'text', text: hoursWords(context, hours) },
      { kind: 'note', text: texts.withdrawsCost },
    ],
    fields: [],
    known: { slots: slotIds, agreed: true },
    submit: texts.withdraw,
  };
}

function hoursWords(context: Context, hours: readonly Hour[]): string {
  const named = hours.slice(0, NAMED).map((hour) => hourFor(context, hour));
  return hourTexts[context.language].withdraws(named, hours.length - named.length);
}

/** An adviser's own free hours; the secretariat sees all, with whose they are. */
async function chooseForm(
  context: Context,
  around: Pick<Form, 'action' | 'title' | 'cancel'>,
): Promise<Form | Refusal> {
  const { transaction, membership, person, now, language } = context;
  const { programmeId, role } = membership;
  const free = await readFreeSlotsOf(
    transaction,
    { programmeId, adviserId: role === 'adviser' ? person.id : null, now },
    { from: 0, size: OFFERED },
  );
  if (free.items.length === 0) return refuseHours('no_slots', {});
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const texts = hourTexts[language];
  const choices = free.items.map((slot) => ({
    value: slot.id,
    label:
      hourFor({ language, timeZone }, { ...slot, timeZone }) +
      (role === 'adviser' ? '' : ` ${adviserName(language, pick(language, slot.adviser))}`),
  }));
  return {
    ...around,
    introduction: [{ kind: 'note', text: texts.chooseNote }],
    fields: [{ kind: 'several choices', name: 'slots', label: texts.chooseToWithdraw, choices }],
    known: {},
    submit: texts.preview,
  };
}
