/** What an adviser does with a consultation that they hold, wherever it is shown to them. */
import type { BookingState } from '../../prisma/client.js';
import type { ActionButton } from '../messages/message.js';
import type { Language } from '../requests/context.js';
import { companyTexts } from './bookings/company-texts.js';
import { briefTexts } from './briefs/texts.js';
import { handoverTexts } from './handovers/texts.js';
import { recordTexts } from './records/texts.js';

interface Held {
  readonly id: string;
  readonly state: BookingState;
  readonly startsAt: Date;
}

interface Looking {
  readonly language: Language;
  readonly now: Date;
}

/** Before it begins: to prepare, move and hand it over; afterwards: to record it. `shown`: beside all that is known of it. */
export function adviserButtons(
  { language, now }: Looking,
  { id, state, startsAt }: Held,
  { shown = false }: { readonly shown?: boolean } = {},
): readonly ActionButton[] {
  if (state === 'cancelled') return [];
  const input = { booking: id };
  const { write, correct } = recordTexts[language];
  if (startsAt <= now) {
    return [{ label: state === 'booked' ? write : correct, action: 'consultation.record', input, form: true }];
  }
  const { mine } = companyTexts[language];
  const cancel = { label: mine.cancel, action: 'consultation.cancel', input, form: true, emphasis: 'danger' as const };
  return [
    { label: briefTexts[language].actions['consultation.brief'].title, action: 'consultation.brief', input },
    { label: mine.move, action: 'consultation.move', input, form: true },
    { label: handoverTexts[language].handOver, action: 'consultation.hand-over', input, form: true },
    ...(shown ? [cancel] : []),
  ];
}
