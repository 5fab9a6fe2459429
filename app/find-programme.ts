/** Finds the programme that a command is about. */
import type { PrismaClient } from '../prisma/client.js';
import { complain } from './say.js';

/** Null, once it is said why, where there is none or it is not clear which. @param code undefined: the only one there is */
export async function findProgramme(database: PrismaClient, code: string | undefined): Promise<string | null> {
  const programmes = await database.programme.findMany({
    where: code === undefined ? {} : { code: { equals: code, mode: 'insensitive' } },
    orderBy: { code: 'asc' },
    select: { id: true, code: true },
  });
  const [only, ...others] = programmes;
  if (only !== undefined && others.length === 0) return only.id;
  if (only === undefined) {
    complain(code === undefined ? 'The database holds no programme.' : `There is no programme "${code}".`);
  } else {
    complain('There are several programmes: say which with --programme.', ...programmes.map((one) => one.code));
  }
  return null;
}
