/** Who of some people can be told something, and who cannot, so that nobody counts as told who is not. */
import type { Transaction } from '../../prisma/client.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import type { Language } from '../requests/context.js';
import type { BaseServices } from '../requests/services.js';
import { readBeyondChat } from './members.sql.js';
import { isAnnounced, nameIn } from './queries.js';
import { memberTexts } from './texts.js';

export interface Reach {
  /** How many can be told. */
  readonly reached: number;
  /** How many of these only by e-mail: they have no account that can be written to. */
  readonly byMail: number;
  /** The names of those who cannot: they have no account, or none that can be written to, and no address that takes mails. In the order of their readings. */
  readonly unreached: readonly Bilingual[];
}

export const nobody: Reach = { reached: 0, byMail: 0, unreached: [] };

/** An account through which a person can be written to. */
export const reachable = { unreachableReason: null } as const;

/** Of those who would be told of something in a programme; in one that is not announced its secretariat alone is told anything. */
export async function readReach(
  transaction: Transaction,
  programmeId: string,
  concerned: readonly string[],
): Promise<Reach> {
  const personIds = await hearing(transaction, programmeId, concerned);
  const beyond = await readBeyondChat(transaction, personIds);
  const unreached = beyond.filter(({ byMail }) => !byMail).map(nameIn);
  const byMail = beyond.length - unreached.length;
  return { reached: personIds.length - unreached.length, byMail, unreached };
}

async function hearing(
  transaction: Transaction,
  programmeId: string,
  personIds: readonly string[],
): Promise<readonly string[]> {
  if (await isAnnounced(transaction, programmeId)) return personIds;
  const secretariat = await transaction.membership.findMany({
    where: { programmeId, personId: { in: [...personIds] }, role: 'secretariat', endedAt: null },
    select: { personId: true },
  });
  return secretariat.map(({ personId }) => personId);
}

/** To be called by each worker as it starts: all of an installation share one configuration, so that the last one is right. */
export async function noteMailSetup({ database, clock }: BaseServices, sends: boolean): Promise<void> {
  if (sends)
    await database.channelSetup.createMany({ data: { channel: 'email', since: clock.now() }, skipDuplicates: true });
  else await database.channelSetup.deleteMany({ where: { channel: 'email' } });
}

/** Whether the installation's workers send mails. */
export async function sendsMail(transaction: Transaction): Promise<boolean> {
  return (await transaction.channelSetup.findUnique({ where: { channel: 'email' } })) !== null;
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
