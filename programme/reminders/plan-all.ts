/** Plans the reminders of programmes as a whole: where they were never planned, when a time zone is new to one, and once a day. */
import { inTransaction } from '../../prisma/client.js';
import type { Services } from '../requests/services.js';
import { planReminders } from './plan-reminders.js';

const DAY = 86_400_000;

/** Each in a transaction of its own, and one that fails does not keep the others from it. What is planned already stays as it is. */
export async function planAllReminders({
  database,
  clock,
  log,
}: Pick<Services, 'database' | 'clock' | 'log'>): Promise<void> {
  const now = clock.now();
  const yesterday = new Date(now.getTime() - DAY);
  const programmes = await database.programme.findMany({
    where: {
      rules: { some: { enabled: true } },
      OR: [{ remindersAt: null }, { remindersAt: { lt: yesterday }, endsOn: { gt: yesterday } }],
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id: programmeId } of programmes) {
    try {
      const viewer = { kind: 'programme', programmeId } as const;
      await inTransaction(database, (transaction) => planReminders(transaction, { programmeId, now }), { viewer });
    } catch (error) {
      // Tried again by the next sweep.
      log.error({ error, programme: programmeId }, 'the reminders of a programme could not be planned');
    }
  }
}
