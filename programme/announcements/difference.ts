/** How sending differs from what the preview counted, in words. */
import { z } from 'zod';
import type { Language } from '../requests/context.js';
import { announcementTexts } from './texts.js';

/** As it travels with a notification: numbers by reason. */
export const differenceSchema = z.array(
  z.object({ why: z.enum(['added', 'left', 'cancelled', 'answered', 'other']), people: z.int() }),
);

/** E.g. "3 dropped: cancelled since"; null where there is none. */
export function differenceWords(
  language: Language,
  difference: Readonly<z.infer<typeof differenceSchema>>,
): string | null {
  return difference.length === 0 ? null : announcementTexts[language].differences(difference);
}
