/** The checklists that there are, by the names that a programme's file gives them. */
import type { Checklist } from './checklist.js';
import { humanRightsPolicy } from './human-rights-policy/checklist.js';

const checklists: readonly Checklist[] = [humanRightsPolicy];

export const checklistNames: readonly string[] = checklists.map(({ id }) => id);

/** Null where there is none of that name: its drafts are not checked. */
export function checklistNamed(name: string | null): Checklist | null {
  return checklists.find(({ id }) => id === name) ?? null;
}
