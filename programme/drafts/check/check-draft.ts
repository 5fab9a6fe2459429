/** Checks a version against its checklist, and reads back what was found of one. */
import { z } from 'zod';
import type { Language, Prisma } from '../../../prisma/client.js';
import { checklistNamed } from '../checklists/by-name.js';
import { checkText, type ElementFound } from './check-text.js';

const storedElements = z.array(
  z.object({
    id: z.string(),
    status: z.enum(['found', 'weak', 'partly', 'not_found']),
    strength: z.enum(['commitment', 'effort']).nullable(),
    parts: z.array(z.string()),
    sentences: z.array(z.string()),
    negated: z.array(z.string()),
  }),
);

/** Null where the deliverable has no checklist. */
export function checkDraft(checklist: string | null, text: string, language: Language): readonly ElementFound[] | null {
  const found = checklistNamed(checklist);
  return found && checkText(found, text, language);
}

/** As its column takes it. */
export function storedCheck(elements: readonly ElementFound[]): Prisma.InputJsonArray {
  return elements.map(({ parts, sentences, negated, ...one }) => ({
    ...{ ...one, parts: [...parts], sentences: [...sentences], negated: [...negated] },
  }));
}

/** @throws where it is none */
export function readStoredCheck(stored: unknown): readonly ElementFound[] {
  return storedElements.parse(stored);
}
