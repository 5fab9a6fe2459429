/** The notification of files that a company added to a consultation after it was booked. */
import { z } from 'zod';
import { pick } from '../../messages/bilingual.js';
import { elements } from '../../messages/message.js';
import { notificationKind } from '../../notifications/kind.js';
import { mayHearOf, readBooking } from '../bookings/queries.js';
import { bookingTexts } from '../bookings/texts.js';
import { hourFor } from '../hour-words.js';

const added = z.object({ files: z.string() });

/** To the adviser who holds it. */
export const filesAdded = notificationKind('consultation.files-added', {
  name: { ja: '個別相談の資料の追加', en: 'files for a consultation' },
  compose: async (context, { subjectId, personId, data }) => {
    const { transaction, language, now, fileLinks } = context;
    const booking = subjectId === null ? null : await readBooking(transaction, subjectId);
    if (booking === null || booking.state !== 'booked' || booking.startsAt <= now) return null;
    // An adviser who has taken it over was told of all its files.
    if (booking.adviser.id !== personId || !(await mayHearOf(transaction, booking, personId))) return null;
    const ids = new Set(added.parse(data).files.split(' '));
    const files = booking.files.filter(({ id }) => ids.has(id));
    if (files.length === 0) return null;
    const text = bookingTexts[language].notices.files(pick(language, booking.company.name), hourFor(context, booking));
    return {
      summary: text,
      elements: elements(
        { kind: 'text', text },
        ...files.map(({ id, name }) => ({
          ...{ kind: 'file' as const, file: id, name, label: name },
          link: fileLinks.linkTo(id, 'list'),
        })),
      ),
    };
  },
});
