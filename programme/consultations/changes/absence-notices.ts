/** The one message that each person gets when an adviser's day was cleared, in place of one for each booking. */
import { nameIn } from '../../members/queries.js';
import { type Bilingual, pick } from '../../messages/bilingual.js';
import { formatDay } from '../../messages/dates.js';
import { elements } from '../../messages/message.js';
import { notificationKind } from '../../notifications/kind.js';
import type { BaseContext } from '../../requests/context.js';
import { type BookingEntry, mayHearOf, readBooking } from '../bookings/queries.js';
import { handoverTexts } from '../handovers/texts.js';
import { adviserName, hourFor } from '../hour-words.js';

/** To those who will attend, to colleagues who take over, and to the adviser where the secretariat did it. */
export const dayRearranged = notificationKind('consultation.rearranged', {
  name: { ja: '休みによる個別相談の変更', en: 'consultations of a day were rearranged' },
  compose: async (context, { subjectId, personId }) => {
    const { transaction, language, now } = context;
    const absence =
      subjectId === null
        ? null
        : await transaction.adviserAbsence.findUnique({
            where: { id: subjectId },
            include: { changes: { orderBy: { wasStartsAt: 'asc' } } },
          });
    if (absence === null) return null;
    const lines: string[] = [];
    for (const change of absence.changes) {
      const booking = await readBooking(transaction, change.bookingId);
      // What has changed again is told by that change.
      if (booking === null || booking.version !== change.version || change.wasStartsAt === null) continue;
      if (!(await mayHearOf(transaction, booking, personId))) continue;
      if (booking.state !== 'cancelled' && booking.startsAt <= now) continue;
      const line = lineFor(context, booking, {
        ...change,
        wasStartsAt: change.wasStartsAt,
        personId,
        absent: absence.adviserId,
      });
      if (line !== null) lines.push(line);
    }
    if (lines.length === 0) return null;
    const person = await transaction.person.findUniqueOrThrow({ where: { id: absence.adviserId } });
    const adviser = adviserName(language, pick(language, nameIn(person)));
    // A day of the calendar, which the database keeps as midnight in UTC.
    const day = formatDay(language, absence.day, 'UTC');
    const { notices } = handoverTexts[language];
    const takesOver = absence.changes.some(({ kind, adviserId }) => kind === 'taken_over' && adviserId === personId);
    const text =
      personId === absence.adviserId
        ? notices.own(day)
        : takesOver
          ? notices.given(adviser, day)
          : notices.away(adviser, day);
    const reason = absence.changes[0]?.reason ?? '';
    return {
      summary: text,
      elements: elements(
        { kind: 'text', text },
        ...lines.map((line) => ({ kind: 'text' as const, text: line })),
        reason !== '' && { kind: 'note', text: notices.reason(reason) },
      ),
    };
  },
});

interface LineOf {
  readonly kind: string;
  readonly wasStartsAt: Date;
  readonly adviserId: string;
  readonly personId: string;
  readonly absent: string;
}

/** What this reader is told of a booking; null where it is not theirs. Advisers are told the company, its own people are not. */
function lineFor(
  context: BaseContext,
  booking: BookingEntry,
  { kind, wasStartsAt, adviserId, personId, absent }: LineOf,
) {
  const { language } = context;
  const isAdviser = personId === absent || (kind === 'taken_over' && adviserId === personId);
  if (!isAdviser && !booking.hearerIds.includes(personId)) return null;
  const { notices } = handoverTexts[language];
  const length = booking.endsAt.getTime() - booking.startsAt.getTime();
  const was = hourFor(context, { ...booking, startsAt: wasStartsAt, endsAt: new Date(wasStartsAt.getTime() + length) });
  const name = (bilingual: Bilingual) => pick(language, bilingual);
  const line =
    kind === 'cancelled'
      ? notices.cancelled(was)
      : kind === 'taken_over'
        ? notices.passed(was, adviserName(language, name(booking.adviser.name)))
        : notices.moved(was, hourFor(context, booking));
  return isAdviser ? notices.ofCompany(name(booking.company.name), line) : line;
}
