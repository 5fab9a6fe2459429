/** Changes the language and the time zone that the bot uses with a person. */
import type { Language, Transaction } from '../../prisma/client.js';

interface ChangeSettings {
  readonly personId: string;
  readonly language: Language;
  /** IANA name; it stays as it is where none is given. */
  readonly timeZone?: string;
}

export async function changeSettings(
  transaction: Transaction,
  { personId, language, timeZone }: ChangeSettings,
): Promise<void> {
  const data = timeZone === undefined ? { language } : { language, timeZone };
  await transaction.person.update({ where: { id: personId }, data });
  if (timeZone === undefined) return;
  // Reminders go by the reader's clock; the worker plans them anew.
  await transaction.programme.updateMany({
    where: { memberships: { some: { personId, endedAt: null } } },
    data: { remindersAt: null },
  });
}
