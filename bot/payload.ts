/** The payload of a button or form: an action's name and a partial input, on their way through a chat client and back. */
import { z } from 'zod';
import type { ActionButton, Form, Values } from '../programme/messages/message.js';

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const payload = z.object({
  action: z.string(),
  input: z.record(z.string(), value).default({}),
  proposed: z.boolean().default(false),
  offer: z.boolean().optional(),
});

export interface Payload {
  readonly action: string;
  readonly input: Values;
  /** A sentence proposed it: it is shown before it is done. */
  readonly proposed: boolean;
  /** It stands on a message that only offers a form. */
  readonly offer?: boolean | undefined;
}

export function buttonPayload(button: ActionButton): Payload {
  return {
    action: button.action,
    input: button.input,
    proposed: button.proposed ?? false,
    ...(button.offer && { offer: true }),
  };
}

export function formPayload(form: Form): Payload {
  return { action: form.action, input: form.known, proposed: false };
}

/** Where a request comes from that a button with this payload makes. */
export function originOf({ proposed }: Payload): 'words' | 'chosen' {
  return proposed ? 'words' : 'chosen';
}

/** The payload in something a client sent back, or null where it holds none: clients can send anything. */
export function readPayload(data: unknown): Payload | null {
  const parsed = payload.safeParse(typeof data === 'string' ? parseJson(data) : data);
  return parsed.success ? parsed.data : null;
}

/** Null for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Far deeper than any platform's events, and far from where writing a value out again would exhaust the stack. */
const DEEPEST = 64;

/** Whether a value from outside is nested deeper than anything that a platform sends. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
