/** Whom a person can turn to. */
import type { ActingPerson, OpenContext } from '../requests/context.js';
import { readProgrammes } from './queries.js';

/** The addresses of the secretariat: of the programme that the person looks at, or else of each of theirs. */
export async function contactsOf(
  { transaction }: Pick<OpenContext, 'transaction'>,
  person: ActingPerson,
): Promise<readonly string[]> {
  const own = person.memberships.map(({ programmeId }) => programmeId);
  const chosen = own.filter((id) => id === person.chosenProgrammeId);
  const programmes = await readProgrammes(transaction, chosen.length > 0 ? chosen : own);
  return [...new Set(programmes.map(({ contact }) => contact).filter((contact) => contact !== ''))];
}
