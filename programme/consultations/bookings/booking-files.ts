/** The files of a booking: which types it takes, and the fields that ask for them. */
import type { FileType } from '../../../documents/type-by-content.js';
import { readReceivedFiles } from '../../files/keep-files.js';
import { initialChoices } from '../../messages/initial.js';
import type { Field, Value } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { companyTexts } from './company-texts.js';

/** Of a form, as Slack takes no more (docs.slack.dev/reference/block-kit/block-elements/file-input-element). */
const MOST_OF_A_FORM = 10;

/** So that everything that shows a booking can show its files. */
export const MOST_OF_A_BOOKING = 20;

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
  const received = await readReceivedFiles(transaction, person.id, { now, most: MOST_OF_A_FORM });
  const choices = received.map(({ id, name }) => ({ value: id, label: name }));
  const initial = initialChoices(given, choices);
  const sent: Field = {
    ...{ kind: 'several choices', name: 'files', label: after ? texts.sent : book.filesSent, choices, optional: true },
    ...(initial.length > 0 && { initial }),
  };
  const here: Field = {
    ...{
      kind: 'file',
      label: after ? texts.here : book.files,
      hint: after ? texts.hint : book.filesHint,
      endings,
      maximum: MOST_OF_A_FORM,
    },
    // What is missing or wrong about files stands at the first of the two.
    ...(choices.length > 0 ? { name: 'moreFiles', optional: true } : { name: 'files', optional }),
  };
  return choices.length > 0 ? [sent, here] : [here];
}
