/** How the Web API says no: status 200, `ok: false` and a code. */
import type { Json } from './json.js';

export interface Refusal extends Json {
  readonly ok: false;
  readonly error: string;
}

export function refusal(error: string, more: Json = {}): Refusal {
  return { ok: false, error, ...more };
}

/** With the complaints of the validator, worded and placed as Slack does. */
export function invalid(error: string, complaints: readonly string[]): Refusal {
  return refusal(error, {
    errors: complaints,
    response_metadata: { messages: complaints.map((complaint) => `[ERROR] ${complaint}`) },
  });
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'error' in value;
}
