/** How a control is tied to the words around it. */
import { useId } from 'react';
import { asText, plainWords } from '../json.js';
import type { Placed } from '../values.js';

export interface Field {
  readonly id: string;
  /** The id of the label; absent outside input blocks, where `label` says it instead. */
  readonly labelledBy?: string | undefined;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}

/** Outside an input block the words beside an element, or its placeholder, are its label. */
export function useOwnField({ block, element, actionId }: Placed): Field {
  const id = useId();
  const beside = block.type === 'section' ? plainWords(block.text).replace(/\s+/g, ' ').slice(0, 120) : '';
  const label = asText(element.accessibility_label) || beside || plainWords(element.placeholder) || actionId;
  return { id, label, invalid: false, required: false };
}

/** The attributes of a control that is one element. */
export function attributesOf(field: Field) {
  return {
    id: field.id,
    'aria-label': field.label,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
  };
}
