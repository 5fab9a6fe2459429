/** The raw SQL on briefs: all that the time of one rests on, in one wait, since every booking passes here. */
import { z } from 'zod';
import type { Transaction } from '../../../prisma/client.js';

const terms = z.object({
  /** The adviser's. */
  timeZone: z.string(),
  /** Days on which the programme is closed, as 2025-02-11. */
  closures: z.array(
    z.object({ firstDay: z.string(), lastDay: z.string(), name: z.object({ ja: z.string(), en: z.string() }) }),
  ),
});

export async function readBriefTerms(
  transaction: Transaction,
  programmeId: string,
  adviserId: string,
): Promise<Readonly<z.infer<typeof terms>>> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT p.time_zone AS "timeZone",
      coalesce((SELECT json_agg(json_build_object('firstDay', c.first_day::text, 'lastDay', c.last_day::text,
        'name', json_build_object('ja', c.name_ja, 'en', c.name_en)))
        FROM closure c WHERE c.programme_id = ${programmeId}::uuid), '[]') AS closures
    FROM person p WHERE p.id = ${adviserId}::uuid`;
  return z.tuple([terms]).parse(rows)[0];
}
