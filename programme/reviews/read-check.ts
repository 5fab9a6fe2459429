/** What the element check found in a version, as the adviser sees it: data, without words. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import type { ElementFound } from '../drafts/check/check-text.js';
import { checklistNamed } from '../drafts/checklists/by-name.js';
import type { ChecklistElement } from '../drafts/checklists/checklist.js';

const elementFound = z.object({
  id: z.string(),
  status: z.enum(['found', 'weak', 'partly', 'not_found']),
  strength: z.enum(['commitment', 'effort']).nullable(),
  parts: z.array(z.string()),
  sentences: z.array(z.string()),
  negated: z.array(z.string()),
});

export interface CheckedElement {
  readonly element: ChecklistElement;
  readonly found: ElementFound;
}

/** In the order of the checklist; null where the version was not checked, or its checklist is not known to this version of the app. */
export async function readChecked(
  transaction: Transaction,
  draftId: string,
): Promise<readonly CheckedElement[] | null> {
  const check = await transaction.draftCheck.findUnique({ where: { draftId } });
  const checklist = check && checklistNamed(check.checklist);
  if (check === null || checklist == null) return null;
  const found = new Map(
    z
      .array(elementFound)
      .parse(check.elements)
      .map((one) => [one.id, one]),
  );
  return checklist.elements.flatMap((element) => {
    const one = found.get(element.id);
    return one === undefined ? [] : [{ element, found: one }];
  });
}
