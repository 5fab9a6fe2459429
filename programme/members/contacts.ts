/** Whom a person can turn to. */
import { pick } from '../messages/bilingual.js';
import type { ActingPerson, OpenContext } from '../requests/context.js';
import { readProgrammes } from './queries.js';

/** The addresses of the secretariat, in the reader's language: of the programme that the person looks at, or else of each of theirs. */
export async function contactsOf(
  { transaction, language }: Pick<OpenContext, 'transaction' | 'language'>,
  person: ActingPerson,
): Promise<readonly string[]> {
  const own = person.memberships.map(({ programmeId }) => programmeId);
  const chosen = own.filter((id) => id === person.chosenProgrammeId);
  const programmes = await readProgrammes(transaction, chosen.length > 0 ? chosen : own);
  const contacts = programmes.map(({ contact }) => pick(language, contact));
  return [...new Set(contacts.filter((contact) => contact !== ''))];
}
