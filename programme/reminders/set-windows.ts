/** Changes a programme's windows and days off, and plans its reminders anew. */
import type { Transaction } from '../../prisma/client.js';
import type { ClosedDays } from '../calendar/business-days.js';
import type { SendingWindow } from '../calendar/windows.js';
import { planReminders } from './plan-reminders.js';

interface SetWindows {
  readonly programmeId: string;
  readonly windows: readonly SendingWindow[];
  /** All of them; those that are not among them are taken off. Null: they stay as they are. */
  readonly closures: readonly ClosedDays[] | null;
  readonly now: Date;
}

export async function setWindows(
  transaction: Transaction,
  { programmeId, windows, closures, now }: SetWindows,
): Promise<void> {
  await transaction.programme.update({
    where: { id: programmeId },
    data: { windows: windows.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt]) },
  });
  if (closures !== null) await writeClosures(transaction, programmeId, closures);
  await planReminders(transaction, { programmeId, now });
}

async function writeClosures(transaction: Transaction, programmeId: string, closures: readonly ClosedDays[]) {
  await transaction.closure.deleteMany({ where: { programmeId } });
  await transaction.closure.createMany({
    data: closures.map(({ firstDay, lastDay, name }) => ({
      ...{ programmeId, firstDay: new Date(firstDay), lastDay: new Date(lastDay), nameJa: name.ja, nameEn: name.en },
    })),
  });
}
