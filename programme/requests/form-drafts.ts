/** What is put into a long form and not sent is kept for a day: which forms are long, and what tells drafts apart. */
import { createHash } from 'node:crypto';
import type { Form, Value, Values } from '../messages/message.js';

/** From so many fields on it hurts to fill a form in again. */
const FIELDS_OF_LONG_FORM = 6;

/** For how long a draft is kept after the last change to it. */
export const KEPT_MILLISECONDS = 86_400_000;

export const discardDraftName = 'form.discard';

export function isLongForm({ fields }: Pick<Form, 'fields'>): boolean {
  return fields.length >= FIELDS_OF_LONG_FORM;
}

/** Whether an action with these names in its input can have a long form, for which a request looks for drafts. */
export function keepsDrafts({ fields }: { readonly fields: readonly string[] }): boolean {
  return fields.length >= FIELDS_OF_LONG_FORM;
}

/** What a form was opened for, as a digest: the same known values give the same, in whatever order. */
export function subjectOf(known: Values): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(withoutEmpty(known)).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64url');
}

/** The values that are there, as they are written to the database and come back from a client. */
export function withoutEmpty(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null));
}

/** The values of the form's fields; an emptied one is null, so that it is drawn empty again. */
export function enteredIn({ fields }: Pick<Form, 'fields'>, input: Values): Values {
  const kept = fields.filter(({ kind }) => kind !== 'file');
  return Object.fromEntries(kept.map(({ name }) => [name, input[name] ?? null]));
}

/** Whether the values differ from those that the form showed when it was opened. */
export function isChanged(form: Pick<Form, 'fields'>, entered: Values): boolean {
  const initial = (field: Form['fields'][number]) => ('initial' in field ? field.initial : undefined);
  return form.fields.some((field) => field.kind !== 'file' && plainOf(entered[field.name]) !== plainOf(initial(field)));
}

function plainOf(value: Value): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? value.toSorted().join('\n') : String(value).replace(/\s+/g, ' ').trim();
}
