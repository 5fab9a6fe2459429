/** Opens a programme that was made from another one: from now on its people see it, and are told that it begins. */
import type { Transaction } from '../../prisma/client.js';
import { planBookingsAhead } from '../consultations/changes/follow-booking.js';
import { plan } from '../notifications/plan.js';
import { planReminders } from '../reminders/plan-reminders.js';
import type { Refusal } from '../requests/refusal.js';
import { programmeOpened } from './notifications.js';
import { refuseYear } from './refuse-year.js';
import { readTold } from './years.sql.js';

interface OpenProgramme {
  readonly programmeId: string;
  readonly byId: string;
  readonly now: Date;
}

/** PostgreSQL takes 65,535 parameters per statement. */
const ROWS_PER_STATEMENT = 2_000;

/** How many people are told. Once: a second one is refused, also at the same instant. It opens first: before that nothing is planned. */
export async function openProgramme(
  transaction: Transaction,
  { programmeId, byId, now }: OpenProgramme,
): Promise<number | Refusal> {
  const { count } = await transaction.programme.updateMany({
    where: { id: programmeId, openedAt: null },
    data: { openedAt: now },
  });
  if (count === 0) return refuseYear('already_announced', {});
  const people = await readTold(transaction, { programmeId, exceptId: byId });
  const about = { kind: programmeOpened, programmeId, subjectId: programmeId, dueAt: now };
  const told = people.map((personId) => ({ key: `programme.opened:${programmeId}:${personId}`, personId, ...about }));
  for (let start = 0; start < told.length; start += ROWS_PER_STATEMENT) {
    await plan(transaction, now, told.slice(start, start + ROWS_PER_STATEMENT));
  }
  await planBookingsAhead(transaction, { programmeId, now });
  await planReminders(transaction, { programmeId, now });
  return people.length;
}
