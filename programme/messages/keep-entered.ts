/** Draws a form again with the values that were put into it before. */
import type { Field, Form, Value, Values } from './message.js';

/** The form filled in with these values. A field without a value stays as it is; null empties it. */
export function keepEntered(form: Form, entered: Values): Form {
  return { ...form, fields: form.fields.map((field) => withInitial(field, entered[field.name])) };
}

function withInitial(field: Field, value: Value): Field {
  if (value === null && 'initial' in field) {
    const { initial: _emptied, ...rest } = field;
    return rest;
  }
  switch (field.kind) {
    case 'text':
    case 'long text':
    case 'date':
    case 'time':
      return typeof value === 'string' ? { ...field, initial: value } : field;
    case 'choice':
    case 'person':
      // Teams shows the bare value of a choice that it does not know.
      return field.choices.some((choice) => choice.value === value) && typeof value === 'string'
        ? { ...field, initial: value }
        : field;
    case 'several choices':
      return Array.isArray(value) ? { ...field, initial: value } : field;
    case 'yes/no':
      return typeof value === 'boolean' ? { ...field, initial: value } : field;
    case 'file':
      return field;
    default: {
      const never: never = field;
      throw new Error(`nothing to keep for ${JSON.stringify(never)}`);
    }
  }
}
