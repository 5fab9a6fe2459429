/** The files of a booking: which types it takes, and the fields that ask for them. */
import type { FileType } from '../../../documents/type-by-content.js';
import { readReceivedFiles } from '../../files/keep-files.js';
import { initialChoices } from '../../messages/initial.js';
import type { Field, Value } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { companyTexts } from './company-texts.js';

export const MOST_FILES = 10;

export const bookingFileTypes: readonly FileType[] = ['pdf', 'docx', 'pptx', 'text', 'png', 'jpeg', 'heic'];

/** Where no roster can be meant. */
export const bookingTableTypes: readonly FileType[] = ['xlsx', 'csv'];

/** By which the person's device offers the files; what they are is told by their content. */
const endings = ['pdf', 'docx', 'pptx', 'xlsx', 'csv', 'txt', 'png', 'jpg', 'jpeg', 'heic'];

/** What was sent to the chat before can be chosen; further files are taken here or, where the form takes none, in the chat. */
export async function fileFields(
  context: Context,
  given: Value,
  { optional, after = false }: { readonly optional: boolean; readonly after?: boolean },
): Promise<readonly Field[]> {
  const { book, files: texts } = companyTexts[context.language];
  const { transaction, person, now } = context;
  const received = await readReceivedFiles(transaction, person.id, { now, most: MOST_FILES });
  const choices = received.map(({ id, name }) => ({ value: id, label: name }));
  const sent: Field = {
    ...{ kind: 'several choices', name: 'files', label: after ? texts.sent : book.filesSent, choices, optional: true },
    initial: initialChoices(given, choices),
  };
  const here: Field = {
    ...{
      kind: 'file',
      label: after ? texts.here : book.files,
      hint: after ? texts.hint : book.filesHint,
      endings,
      maximum: MOST_FILES,
    },
    // What is missing or wrong about files stands at the first of the two.
    ...(choices.length > 0 ? { name: 'moreFiles', optional: true } : { name: 'files', optional }),
  };
  return choices.length > 0 ? [sent, here] : [here];
}
