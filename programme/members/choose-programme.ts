/** Sets which of a person's programmes they look at. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingPerson } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { type Entry, readProgrammes } from './queries.js';

interface ChooseProgramme {
  readonly programmeId: string;
  readonly by: Pick<ActingPerson, 'id' | 'memberships'>;
}

/** The programme, which must be one in which the person has a role. */
export async function chooseProgramme(
  transaction: Transaction,
  { programmeId, by }: ChooseProgramme,
): Promise<Entry | Refusal> {
  const own = by.memberships.some((membership) => membership.programmeId === programmeId);
  const [programme] = own ? await readProgrammes(transaction, [programmeId]) : [];
  if (programme === undefined) return refuse('not_found', {});
  await transaction.person.update({ where: { id: by.id }, data: { chosenProgrammeId: programmeId } });
  return programme;
}
