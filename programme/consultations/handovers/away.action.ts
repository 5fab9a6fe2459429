/** Asks an adviser who is away for a day what becomes of each consultation, proposes it, and shows the plan before it is done. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { findPeople } from '../../members/find-people.js';
import { isDate } from '../../messages/dates.js';
import { elements } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { perhapsChosen } from '../../requests/chosen.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { absentId, awayForm, completeAway, laterNotes, linesIn, wrongAway } from './away-form.js';
import { beAway } from './be-away.js';
import { awayRecogniser } from './recognisers.js';
import { refuseHandover } from './refuse-handover.js';
import { handoverTexts } from './texts.js';

const LONGEST_REASON = 500;
/** What becomes of one booking; `linesIn` reads it. */
const line = z.string().max(100, { error: 'not_a_choice' }).optional();

export const awayAction = memberAction({
  name: 'consultation.away',
  texts: handoverTexts,
  command: 'away',
  recognise: awayRecogniser,
  who: ['adviser', 'secretariat'],
  input: z.object({
    /** Where the secretariat acts for an adviser. */
    adviser: perhapsChosen,
    day: z
      .string({ error: 'required' })
      .refine((typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && isDate(typed), { error: 'not_a_date' }),
    reason: z.string().trim().max(LONGEST_REASON, { error: 'too_long' }).default(''),
    line1: line,
    line2: line,
    line3: line,
    line4: line,
    line5: line,
    line6: line,
    line7: line,
    line8: line,
    line9: line,
    line10: line,
    line11: line,
    line12: line,
    /** The form has shown the whole plan. */
    agreed: z.literal(true),
  }),
  confidential: true,
  offered: 'help',
  complete: completeAway,
  ask: awayForm,
  wrong: wrongAway,
  search: (context, _field, typed) => findPeople(context, { typed, roles: ['adviser'] }),
  confirm: 'always',
  conflicts: {
    booking_slot_free: lost,
    booking_adviser_free: lost,
    booking_company_free: lost,
  },
  run: async (context, input) => {
    const { transaction, now, language } = context;
    const adviserId = absentId(context, input.adviser);
    if (adviserId === null) return refuse('field', { problem: 'required' }, { field: 'adviser' });
    const lines = linesIn(input);
    if (lines === null) return refuse('field', { problem: 'not_a_choice' }, { field: 'line1' });
    const by = actingMember(context);
    const { day, reason } = input;
    const cleared = await beAway(transaction, { adviserId, day, by, now, lines, reason });
    if (isRefusal(cleared)) return cleared;
    const { away } = handoverTexts[language];
    const text = lines.length === 0 ? away.doneFree(cleared.freeSlotIds.length) : away.done(lines.length);
    const rest = { day, ...(input.adviser !== undefined && { adviser: input.adviser }) };
    const goOn = { label: away.rest, action: 'consultation.away', input: rest, form: true };
    return {
      message: {
        summary: text,
        elements: elements({ kind: 'text', text }, ...laterNotes(context, cleared), {
          kind: 'buttons',
          buttons: cleared.later.length > 0 ? [goOn] : [],
        }),
      },
    };
  },
});

/** Something was booked meanwhile where the plan wanted to put a consultation. */
function lost(): Refusal {
  return refuseHandover('day_changed', {}, { field: 'line1' });
}
