/** Whose a file is, for the guard of the actions that touch it. */
import type { Transaction } from '../../prisma/client.js';
import type { Value } from '../messages/message.js';
import type { SubjectFor } from '../requests/action.js';
import { isFileId } from './file-id.js';

/** A file that the app made for a person is that person's own; of any other there is nothing to be had here. */
export async function subjectOfFile(transaction: Transaction, id: Value): Promise<SubjectFor> {
  if (typeof id !== 'string' || !isFileId(id)) return () => null;
  const file = await transaction.file.findUnique({
    where: { id, kind: 'attendee-list' },
    select: { programmeId: true, personId: true },
  });
  if (file === null || file.programmeId === null || file.personId === null) return () => null;
  const subject = { programmeId: file.programmeId, companyId: null, personId: file.personId };
  return () => subject;
}
