/** What confirms and dismisses a preview: the names of both actions, and whether a preview can still be confirmed. */
import { discardDraftName } from './form-drafts.js';
import type { StoredPreview } from './previews.sql.js';
import { type Refusal, refuse } from './refusal.js';
import type { Request } from './request.js';

/** For how long what was shown may be confirmed. */
export const VALID_MINUTES = 60;

export const confirmPreviewName = 'preview.confirm';
export const dismissPreviewName = 'preview.dismiss';

const settling: ReadonlySet<string> = new Set([confirmPreviewName, dismissPreviewName, discardDraftName]);

/** A button that settles what its message asks, a preview or what became of a form, takes the message's place with its answer. */
export function settlesPreview({ action, origin }: Pick<Request, 'action' | 'origin'>): boolean {
  return origin === 'chosen' && settling.has(action);
}

/** Why a preview can no longer be confirmed or dismissed; null where it can. `typed`: it was named by being the latest. */
export function refuseSettled(preview: StoredPreview, typed: boolean, now: Date): Refusal | null {
  if (preview.confirmedAt !== null) return refuse('preview_confirmed', {});
  if (preview.dismissedAt !== null) return refuse('preview_dismissed', {});
  if (preview.expiresAt <= now) return refuse('preview_expired', {});
  return typed && preview.supersededAt !== null ? refuse('preview_superseded', {}) : null;
}
