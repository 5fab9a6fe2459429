/** Makes a photograph that somebody sent ready for documents, with the limits of everything else that is sent. */
import type { DocumentFault } from './document-fault.js';
import { inWorker, type WorkerLimits } from './in-worker.js';
import type { PreparedPicture } from './pictures/prepare-picture.js';

/** The largest takes five seconds of a processor, which others may be using. */
const MILLISECONDS = 60_000;

/**
 * Upright, as large as a page shows, without what is not the picture. Never throws for what is in `content`.
 * @throws what the signal says, where it is aborted
 */
export async function readPhotograph(
  content: Uint8Array,
  limits: WorkerLimits = {},
): Promise<
  { readonly ok: true; readonly picture: PreparedPicture } | { readonly ok: false; readonly fault: DocumentFault }
> {
  const reading = before.then(() => inWorker('picture', content, undefined, { milliseconds: MILLISECONDS, ...limits }));
  before = reading.catch(() => {});
  const answer = await reading;
  if (answer.ok && !('picture' in answer)) throw new TypeError('The thread answered another question.');
  return answer;
}

/** One at a time: two of the largest would take more memory than a process may have. */
let before: Promise<unknown> = Promise.resolve();
