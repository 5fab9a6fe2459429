/** Reads a submitted modal back into an action and its input. */
import { z } from 'zod';
import type { Value, Values } from '../../programme/messages/message.js';
import type { Payload } from '../payload.js';
import { fieldName, readYesNo } from './fields.js';
import { unpackPayload } from './payload-text.js';

const chosen = z.object({ value: z.string() });

/** One input's state. Clients can send anything, so its shape is checked; the type tells which member holds the value. */
const state = z.object({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: chosen.nullish(),
  selected_options: z.array(chosen).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  files: z.array(z.unknown()).nullish(),
});

const view = z.object({
  private_metadata: z.string(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), state)) }),
});

/** The action of a submitted view and its whole input, or null where the view is none of ours. Empty fields are left out. */
export function readView(submitted: unknown): Payload | null {
  const parsed = view.safeParse(submitted);
  if (!parsed.success) return null;
  const known = unpackPayload(parsed.data.private_metadata);
  if (known === null) return null;
  const input: { [name: string]: Value } = { ...known.input };
  for (const [name, value] of fieldValues(parsed.data.state.values)) {
    // A value that the person removed must not come back from the known input.
    if (value === null) delete input[name];
    else input[name] = value;
  }
  return { ...known, input };
}

/** The files chosen in a submitted view's own fields, as Slack describes files. */
export function chosenFiles(submitted: unknown): readonly unknown[] {
  const parsed = view.safeParse(submitted);
  if (!parsed.success) return [];
  const inputs = Object.values(parsed.data.state.values).flatMap((one) => Object.values(one));
  return inputs.flatMap(({ type, files }) => (type === 'file_input' ? (files ?? []) : []));
}

/** The values of an open view's fields, null where one is empty; null where the view is none of ours. */
export function readEntered(open: unknown): Values | null {
  const parsed = view.safeParse(open);
  return parsed.success ? Object.fromEntries(fieldValues(parsed.data.state.values)) : null;
}

/** The action of a view whose fields are still being filled in, with what the form knew before. */
export function readKnown(open: unknown): Payload | null {
  const parsed = z.object({ private_metadata: z.string() }).safeParse(open);
  return parsed.success ? unpackPayload(parsed.data.private_metadata) : null;
}

function fieldValues(values: z.infer<typeof view>['state']['values']): readonly (readonly [string, Values[string]])[] {
  return Object.entries(values).flatMap(([blockId, inputs]) => {
    const name = fieldName(blockId);
    const [input] = Object.values(inputs);
    // Files are no input: they are fetched first.
    if (name === null || input === undefined || input.type === 'file_input') return [];
    return [[name, readInput(input)] as const];
  });
}

function readInput(input: z.infer<typeof state>): Value {
  switch (input.type) {
    case 'plain_text_input':
      return input.value?.trim() ? input.value : null;
    case 'datepicker':
      return input.selected_date ?? null;
    case 'timepicker':
      return input.selected_time ?? null;
    case 'radio_buttons':
      return readYesNo(input.selected_option?.value);
    case 'checkboxes':
    case 'multi_static_select':
      return input.selected_options?.length ? input.selected_options.map((option) => option.value) : null;
    case 'static_select':
    case 'external_select':
      return input.selected_option?.value ?? null;
    default:
      return null;
  }
}
