/** Plans the notice that questions wait, to those who are asked: at once for the first one of a day, and for all others once, the next morning. */
import type { Transaction } from '../../prisma/client.js';
import { businessDaysAfter, clockTime, readOfficeCalendar } from '../calendar/business-days.js';
import { secretariatOf } from '../deliverables/tell-secretariat.js';
import { instantOf, localOf } from '../messages/dates.js';
import { plan } from '../notifications/plan.js';
import { questionAsked } from './notifications.js';

interface Tell {
  readonly programmeId: string;
  /** Null: the secretariat. */
  readonly adviserId: string | null;
  /** Who did it, and need not be told. */
  readonly byId: string;
  readonly now: Date;
}

/** A notice says all that waits as it is sent, so that ten questions of a day are two messages at most. */
export async function tellAsked(transaction: Transaction, { programmeId, adviserId, byId, now }: Tell): Promise<void> {
  const people = adviserId === null ? await secretariatOf(transaction, programmeId, { but: byId }) : [adviserId];
  const told = people.filter((id) => id !== byId);
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const today = localOf(now, calendar.timeZone).date;
  const keyOf = (day: string, personId: string) => `${questionAsked.key}:${programmeId}:${personId}:${day}`;
  const sent = await transaction.notification.findMany({
    where: { key: { in: told.map((id) => keyOf(today, id)) }, state: { not: 'pending' } },
    select: { personId: true },
  });
  const heardToday = new Set(sent.map(({ personId }) => personId));
  const tomorrow = businessDaysAfter(today, 1, calendar);
  const morning = instantOf(tomorrow, clockTime(calendar.opensAt), calendar.timeZone) ?? now;
  await plan(
    transaction,
    now,
    told.map((personId) => {
      const isLater = heardToday.has(personId);
      const key = keyOf(isLater ? `${tomorrow}:morning` : today, personId);
      return {
        ...{ key, kind: questionAsked, programmeId, personId, subjectId: programmeId },
        dueAt: isLater ? morning : now,
      };
    }),
  );
}
