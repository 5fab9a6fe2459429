/** What a company waits for, in words and as the choices of a form. */
import type { Transaction, Watch } from '../../../prisma/client.js';
import { pick } from '../../messages/bilingual.js';
import { formatDay, localOf } from '../../messages/dates.js';
import type { Context } from '../../requests/context.js';
import { readTerms } from '../bookings/queries.js';
import { adviserName } from '../hour-words.js';

/** The company's watches that still wait, first asked first. */
export async function readWatches({ transaction, membership, now }: Context): Promise<readonly Watch[]> {
  const { programmeId, companyId } = membership;
  if (companyId === null) return [];
  return await transaction.watch.findMany({
    where: { programmeId, companyId, endedAt: null, until: { gt: now } },
    orderBy: { number: 'asc' },
  });
}

interface Told {
  readonly adviser: string | null;
  readonly day: string;
}

async function nameOf(transaction: Transaction, language: Context['language'], id: string | null) {
  const person = id === null ? null : await transaction.person.findUnique({ where: { id } });
  return person && adviserName(language, pick(language, { ja: person.nameJa, en: person.nameEn }));
}

/** The adviser's name and the last day. */
export async function toldOfWatch(
  { transaction, membership, language }: Context,
  { adviserId, until }: Pick<Watch, 'adviserId' | 'until'>,
): Promise<Told> {
  const { timeZone } = await readTerms(transaction, membership.programmeId);
  const lastMoment = new Date(until.getTime() - 1);
  return { adviser: await nameOf(transaction, language, adviserId), day: formatDay(language, lastMoment, timeZone) };
}

/** The next day of that month and day from today on, such as 2025-03-14 for 3-14; null for no day. */
export function nextDay(monthDay: string, now: Date, timeZone: string): string | null {
  const [month = 0, day = 0] = monthDay.split('-').map(Number);
  const today = localOf(now, timeZone).date;
  const year = Number(today.slice(0, 4));
  const dates = [year, year + 1].map((y) => `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return dates.find((date) => date >= today) ?? null;
}
