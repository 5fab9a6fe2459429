/** What confirms and dismisses a preview: the names of both actions, and whether a preview can still be confirmed. */
import type { StoredPreview } from './previews.sql.js';
import { type Refusal, refuse } from './refusal.js';
import type { Request } from './request.js';

/** For how long what was shown may be confirmed. */
export const VALID_MINUTES = 60;

export const confirmPreviewName = 'preview.confirm';
export const dismissPreviewName = 'preview.dismiss';

/** A button that carries a preview's identifier takes the preview's place with its answer. */
export function settlesPreview({ action, origin }: Pick<Request, 'action' | 'origin'>): boolean {
  return origin === 'chosen' && (action === confirmPreviewName || action === dismissPreviewName);
}

/** Why a preview can no longer be confirmed or dismissed; null where it can. `typed`: it was named by being the latest. */
export function refuseSettled(preview: StoredPreview, typed: boolean, now: Date): Refusal | null {
  if (preview.confirmedAt !== null) return refuse('preview_confirmed', {});
  if (preview.dismissedAt !== null) return refuse('preview_dismissed', {});
  if (preview.expiresAt <= now) return refuse('preview_expired', {});
  return typed && preview.supersededAt !== null ? refuse('preview_superseded', {}) : null;
}
