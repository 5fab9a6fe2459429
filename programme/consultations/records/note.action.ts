/** Keeps an adviser's private note on a consultation, for its author alone. */

import { z } from 'zod';
import { formatInstant } from '../../messages/dates.js';
import { type Form, plain, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import type { Refusal } from '../../requests/refusal.js';
import { bookingChoices } from '../bookings/booking-choices.js';
import { withOnly } from '../bookings/booking-field.js';
import { begun } from './choose-booking.js';
import { readOwnNotes } from './queries.js';
import { noteRecogniser } from './recognisers.js';
import { refuseRecord } from './refuse-record.js';
import { recordTexts } from './texts.js';

const LONGEST_NOTE = 3_000;

export const noteConsultation = memberAction({
  name: 'consultation.note',
  texts: recordTexts,
  command: 'note',
  who: ['adviser'],
  input: z.object({
    booking: chosen,
    text: z.string().trim().min(1, { error: 'required' }).max(LONGEST_NOTE, { error: 'too_long' }),
    /** The form showed of which consultation. */
    agreed: z.literal(true),
  }),
  recognise: noteRecogniser,
  confidential: true,
  offered: 'help',
  complete: (context, given) => withOnly(context, given, begun),
  ask: noteForm,
  // Which consultation it belongs to, the form shows.
  confirm: 'always',
  run: async ({ transaction, person, now, language }, { booking: bookingId, text }) => {
    await transaction.privateNote.create({ data: { bookingId, authorId: person.id, text, at: now } });
    return { message: plain(recordTexts[language].noteSaved) };
  },
});

async function noteForm(context: Context, { booking, text }: Values): Promise<Form | Refusal> {
  const { transaction, person, language } = context;
  const texts = recordTexts[language];
  const bookings = await begun(context);
  const choices = bookingChoices(context, bookings);
  const isKnown = isId(booking);
  if (!isKnown && choices.length === 0) return refuseRecord('nothing_to_record', {});
  const notes = isKnown ? await readOwnNotes(transaction, { bookingId: booking, authorId: person.id }) : [];
  const earlier = notes.map((note) => `${formatInstant(context, note.at)}\n${note.text}`);
  const [latest] = choices;
  return {
    action: 'consultation.note',
    title: texts.actions['consultation.note'].title,
    introduction: earlier.length === 0 ? [] : [{ kind: 'text', text: `${texts.notes}\n${earlier.join('\n\n')}` }],
    fields: [
      ...(isKnown
        ? []
        : [
            {
              ...{ kind: 'choice' as const, name: 'booking', label: texts.labels.booking, choices },
              ...(latest && { initial: latest.value }),
            },
          ]),
      {
        ...{ kind: 'long text', name: 'text', label: texts.labels.note, hint: texts.hints.note, maximum: LONGEST_NOTE },
        ...(typeof text === 'string' && { initial: text.slice(0, LONGEST_NOTE) }),
      },
    ],
    known: { ...(isKnown && { booking }), agreed: true },
    submit: texts.send,
    cancel: chatTexts[language].close,
  };
}
