/** Who of some people can be told something in chat, and who cannot, so that nobody counts as told who is not. */
import type { Transaction } from '../../prisma/client.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';
import { nameIn } from './queries.js';
import { memberTexts } from './texts.js';

export interface Reach {
  /** How many can be told. */
  readonly reached: number;
  /** The names of those who cannot: they have no account, or none that can be written to. In the order of their readings. */
  readonly unreached: readonly Bilingual[];
}

export const nobody: Reach = { reached: 0, unreached: [] };

/** An account through which a person can be written to. */
export const reachable = { unreachableReason: null } as const;

export async function readReach(transaction: Transaction, personIds: readonly string[]): Promise<Reach> {
  const unreached = await transaction.person.findMany({
    where: { id: { in: [...personIds] }, accounts: { none: reachable } },
    select: { nameJa: true, nameEn: true },
    orderBy: [{ furigana: 'asc' }, { id: 'asc' }],
  });
  return { reached: personIds.length - unreached.length, unreached: unreached.map(nameIn) };
}

/** As many names as one sentence holds. */
const MOST_NAMES = 10;

/** Who cannot be told, in words; null where everyone can. */
export function unreachedWords(language: Language, unreached: readonly Bilingual[]): string | null {
  if (unreached.length === 0) return null;
  const texts = memberTexts[language];
  const names = unreached.slice(0, MOST_NAMES).map((name) => texts.personName(pick(language, name)));
  return texts.notReached(names, unreached.length - names.length);
}
