/** The form for a time of the company's own. */
import { initialDate, initialText, initialTime } from '../../messages/initial.js';
import type { Form, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import { LONGEST_REASON } from './book-form.js';
import { toldOf } from './booking-words.js';
import { companyTexts } from './company-texts.js';
import type { BookingEntry } from './queries.js';

export function proposeForm(context: Context, booking: BookingEntry, given: Values): Form {
  const { propose, move, actions } = companyTexts[context.language];
  const { date, time, reason } = given;
  return {
    action: 'consultation.propose',
    title: actions['consultation.propose'].title,
    introduction: [
      { kind: 'text', text: move.now(toldOf(context, booking)) },
      { kind: 'note', text: propose.note },
    ],
    fields: [
      { kind: 'date', name: 'date', label: propose.date, ...initialDate(date) },
      { kind: 'time', name: 'time', label: propose.time, ...initialTime(time) },
      {
        ...{ kind: 'long text', name: 'reason', label: propose.reason, optional: true, maximum: LONGEST_REASON },
        ...initialText(reason, LONGEST_REASON),
      },
    ],
    known: { booking: booking.id },
    submit: propose.submit,
    cancel: chatTexts[context.language].close,
  };
}
