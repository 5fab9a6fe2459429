/** Tells what can be an identifier of ours. */
import type { Value } from '../messages/message.js';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a value that came from outside can be an identifier; anything else would fail in the database. */
export function isId(value: Value): value is string {
  return typeof value === 'string' && uuid.test(value);
}
