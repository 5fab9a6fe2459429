/** Opens a long form with what the person put into it before and did not send. */
import { keepEntered } from '../messages/keep-entered.js';
import type { Form, Values } from '../messages/message.js';
import type { PermittedAction } from './authorise-request.js';
import { readDraft } from './form-drafts.sql.js';
import { isRefusal } from './refusal.js';
import { requestTexts } from './texts.js';

/** What the request itself brings for a field comes first: then the form is another one, and is not mixed with the draft. */
export async function fillFromDraft(
  {
    name,
    ask,
    context,
  }: Pick<PermittedAction, 'name' | 'context'> & { readonly ask: NonNullable<PermittedAction['ask']> },
  form: Form,
  input: Values,
): Promise<Form> {
  const { person } = context.actor;
  if (!form.keepsDraft || person === null) return form;
  if (form.fields.some((field) => input[field.name] !== undefined && input[field.name] !== null)) return form;
  const key = { personId: person.id, action: name, known: form.known };
  const draft = await readDraft(context.transaction, key, context.now);
  if (draft === null) return form;
  // A choice that was searched for must be among the choices.
  const again = await ask({ ...input, ...draft.entered });
  if (isRefusal(again)) return form;
  const note = { kind: 'note', text: requestTexts[context.language].filledFromDraft } as const;
  return { ...keepEntered(again, draft.entered), introduction: [note, ...again.introduction] };
}
