/** The number of an entry among others, as a form takes it. */
import { z } from 'zod';

/** From 1, as it is typed; null: left open. */
export const positionInput = z.coerce
  .string()
  .transform((typed) => typed.normalize('NFKC').trim())
  .pipe(z.string().regex(/^(?:[1-9]\d{0,2})?$/, { error: 'not_a_number' }))
  .transform((typed) => (typed === '' ? null : Number(typed)))
  .default(null);
