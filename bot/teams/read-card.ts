/** Reads the data that a card sends back: the pressed button, and the values of a form. */
import { z } from 'zod';
import type { Value, Values } from '../../programme/messages/message.js';
import { type Payload, readPayload } from '../payload.js';
import { payloadKey } from './blocks.js';
import { type InputKind, yes } from './fields.js';

export type CardSubmission =
  /** `payload`: the form's, where that must be known; `entered`: the values that were filled in, of a form that tells them. */
  | { readonly kind: 'cancelled'; readonly payload?: Payload; readonly entered?: Values }
  | { readonly kind: 'button'; readonly payload: Payload }
  /** `input`: the form's known input with the values that were filled in. */
  | { readonly kind: 'form'; readonly payload: Payload; readonly input: Values };

const submission = z.record(z.string(), z.unknown());
const closing = z.object({ cancelled: z.literal(true) });
const filling = z.object({ asked: z.record(z.string(), z.enum(['text', 'several', 'yes/no'])) });

/** The submission, or null where it is none of ours: clients can send anything. */
export function readCard(data: unknown): CardSubmission | null {
  const sent = submission.safeParse(data);
  if (!sent.success) return null;
  const own = sent.data[payloadKey];
  const payload = readPayload(own);
  const form = filling.safeParse(own);
  if (closing.safeParse(own).success) {
    const entered = form.success ? Object.fromEntries(readInputs(form.data.asked, sent.data)) : null;
    return { kind: 'cancelled', ...(payload && { payload }), ...(entered && { entered }) };
  }
  if (payload === null) return null;
  if (!form.success) return { kind: 'button', payload };
  const filled = readInputs(form.data.asked, sent.data);
  const emptied = new Set(Object.keys(form.data.asked));
  const known = Object.entries(payload.input).filter(([name]) => !emptied.has(name));
  return { kind: 'form', payload, input: Object.fromEntries([...known, ...filled]) };
}

type Asked = z.infer<typeof filling>['asked'];

/** The inputs that were filled in. */
function readInputs(all: Asked, data: Readonly<Record<string, unknown>>): readonly [string, Value][] {
  return Object.entries(all).flatMap(([name, asked]): [string, Value][] => {
    const value = readInput(data[name], asked);
    return value === undefined ? [] : [[name, value]];
  });
}

/** The value of one input; undefined where it was left empty. */
function readInput(value: unknown, asked: InputKind): Value {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  switch (asked) {
    case 'text':
      return value;
    case 'several':
      return value.split(',').map(decode);
    case 'yes/no':
      return value === yes;
    default: {
      const never: never = asked;
      throw new Error(`no reading for ${JSON.stringify(never)}`);
    }
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
