/** Who has registered in a world that a scenario has made: the same each time that it is loaded. */
import type { PrismaClient } from '../../../prisma/client.js';

/** How many have registered, by what they hold and what they wait for. */
export async function registeredFor(database: PrismaClient, code: string): Promise<readonly string[]> {
  const rows = await database.registration.groupBy({
    by: ['mode', 'waitingFor'],
    where: { session: { code }, state: { in: ['confirmed', 'waiting'] } },
    _count: true,
  });
  return rows
    .map(({ mode, waitingFor, _count }) => `${_count} ${mode}${waitingFor ? `, waiting for ${waitingFor}` : ''}`)
    .sort();
}

/** For MSM-1 in the registration week. */
export const registrationWeek = [
  '1 online, waiting for onsite',
  '1 onsite, waiting for onsite',
  '13 onsite',
  '8 online',
];
