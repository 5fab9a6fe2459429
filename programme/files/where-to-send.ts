/** Whom a file can be sent to that cannot be taken here. */
import { contactsOf } from '../members/contacts.js';
import type { ActingPerson, OpenContext } from '../requests/context.js';
import { fileTexts } from './texts.js';

/** A sentence with the secretariat's address; empty for those who are the secretariat, and where no address is known. */
export async function whereToSend(
  context: Pick<OpenContext, 'transaction' | 'language'>,
  person: ActingPerson,
): Promise<string> {
  if (person.memberships.some(({ role }) => role === 'secretariat')) return '';
  const contacts = await contactsOf(context, person);
  return contacts.length === 0 ? '' : fileTexts[context.language].sendTo(contacts);
}
