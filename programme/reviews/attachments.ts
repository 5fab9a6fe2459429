/** What an adviser may attach to the end of a review, and the fields that ask for it. */
import type { FileType } from '../../documents/type-by-content.js';
import type { Transaction } from '../../prisma/client.js';
import { readReceivedFiles } from '../files/keep-files.js';
import { initialChoices } from '../messages/initial.js';
import type { Field, Value } from '../messages/message.js';
import type { ActingPerson, Context } from '../requests/context.js';
import { reviewTexts } from './texts.js';

export const attachmentTypes: readonly FileType[] = ['pdf', 'xlsx', 'pptx'];

/** A document with comments is for them where it is dropped; in the form it is the attachment. */
export const attachmentTypesInForm: readonly FileType[] = ['docx', 'text', 'csv', 'png', 'jpeg'];

/** By which the person's device offers the files; what they are is told by their content. */
const endings = ['pdf', 'docx', 'xlsx', 'pptx', 'txt', 'csv', 'png', 'jpg', 'jpeg'];

/** As many of the files that were sent before as are offered. */
const MOST = 10;

/** Whether the adviser has a round that has begun and not ended, so that a file can be meant for it. */
export async function hasOpenRound(transaction: Transaction, { id, memberships }: ActingPerson): Promise<boolean> {
  if (!memberships.some(({ role }) => role === 'adviser')) return false;
  const assigned = { assignments: { some: { adviserId: id, endedAt: null } } };
  const draft = { replacedAt: null, withdrawnAt: null, erasedAt: null, deliverable: { company: assigned } };
  return (await transaction.review.findFirst({ where: { endedAt: null, draft }, select: { id: true } })) !== null;
}

/** What was sent to the chat before can be chosen; another one is taken here or, where the form takes none, in the chat. */
export async function attachmentFields(
  { transaction, person, now, language }: Context,
  given: Value,
): Promise<readonly Field[]> {
  const { labels, fileHint, fileSent } = reviewTexts[language];
  const received = await readReceivedFiles(transaction, person.id, { now, most: MOST });
  const choices = received.map(({ id, name }) => ({ value: id, label: name }));
  const initial = initialChoices(given, choices);
  const sent: Field = {
    ...{ kind: 'several choices', name: 'files', label: fileSent, choices, optional: true },
    ...(initial.length > 0 && { initial }),
  };
  const here: Field = {
    ...{ kind: 'file', label: labels.file, hint: fileHint, endings, optional: true },
    name: choices.length > 0 ? 'moreFiles' : 'files',
  };
  return choices.length > 0 ? [sent, here] : [here];
}
