/** Refuses for a reason that concerns group work; its words stand in the room's texts. */
import { type Refusal, refusalsOf } from '../requests/refusal.js';
import { groupTexts } from './texts.js';

export const refuseGroups = refusalsOf(groupTexts);

/** Where somebody changed the groups while others were shown; `version`: of those, null where none were shown. */
export function refuseChangedGroups(plan: { readonly version: number } | null, version: number | null): Refusal | null {
  const isOutdated = version !== null && version !== (plan?.version ?? 0);
  return isOutdated ? refuseGroups('groups_changed', {}) : null;
}
