/** Plans the notice that questions wait, to those who are asked: at once for the first one of a day, and for all others once, the next morning. */
import type { Transaction } from '../../prisma/client.js';
import { businessDaysAfter, clockTime, readOfficeCalendar } from '../calendar/business-days.js';
import { secretariatOf } from '../deliverables/tell-secretariat.js';
import { instantOf, localOf } from '../messages/dates.js';
import { planGathered } from '../notifications/plan-gathered.js';
import { questionAsked } from './notifications.js';

interface Tell {
  readonly programmeId: string;
  /** Null: the secretariat. */
  readonly adviserId: string | null;
  /** Who did it, and need not be told; null: all are told. */
  readonly byId: string | null;
  readonly now: Date;
}

/** A notice says all that waits as it is sent, so that ten questions of a day are two messages at most. */
export async function tellAsked(transaction: Transaction, { programmeId, adviserId, byId, now }: Tell): Promise<void> {
  const people = adviserId === null ? await secretariatOf(transaction, programmeId, { but: byId }) : [adviserId];
  const told = people.filter((id) => id !== byId);
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const today = localOf(now, calendar.timeZone).date;
  const tomorrow = businessDaysAfter(today, 1, calendar);
  const morning = instantOf(tomorrow, clockTime(calendar.opensAt), calendar.timeZone) ?? now;
  const notice = (personId: string, day: string, dueAt: Date) => ({
    key: `${questionAsked.key}:${programmeId}:${personId}:${day}`,
    ...{ kind: questionAsked, programmeId, personId, subjectId: programmeId, dueAt },
  });
  const first = told.map((personId) => notice(personId, today, now));
  const heard = await planGathered(transaction, now, first);
  const later = first
    .filter(({ key }) => heard.has(key))
    .map(({ personId }) => notice(personId, `${tomorrow}:morning`, morning));
  await planGathered(transaction, now, later);
}
