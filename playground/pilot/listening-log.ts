/** Hears what the assistant says of its own faults, which no screen shows. */
import type { Log } from '../../programme/requests/services.js';

/** A log that only listens for what should not happen; `faults` grows meanwhile. */
export function listeningLog(): { readonly log: Log; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const error = (fields: object, sentence: string) => {
    const cause = 'error' in fields && fields.error instanceof Error ? ` (${fields.error.message})` : '';
    faults.push(`${sentence}${cause}`);
  };
  return { log: { info: () => {}, warn: () => {}, error }, faults };
}
