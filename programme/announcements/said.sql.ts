/** The raw SQL of an announcement's message: what it says now and the roles of its reader, in one statement for each of thousands. */
import { z } from 'zod';
import { AnnouncementReply, AnnouncementState, Role, type Transaction } from '../../prisma/client.js';
import type { AnnouncedText } from './message.js';

const saidRow = z.object({
  id: z.uuid(),
  programmeId: z.uuid(),
  asks: z.array(z.enum(AnnouncementReply)),
  state: z.enum(AnnouncementState),
  audience: z.json(),
  placeId: z.uuid().nullable(),
  version: z.int(),
  textJa: z.string(),
  textEn: z.string(),
  link: z.string().nullable(),
  fileId: z.uuid().nullable(),
  buttons: z.json(),
  roles: z.array(z.enum(Role)),
});

/** What is said to one reader. */
export interface SaidTo {
  readonly said: AnnouncedText;
  /** The reader's roles in the programme now; none where they have left it. */
  readonly roles: readonly Role[];
}

/** The last version; null where there is no such announcement. */
export async function readSaidTo(transaction: Transaction, id: string, personId: string): Promise<SaidTo | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT a.id, a.programme_id AS "programmeId", a.asks::text[] AS asks, a.state::text AS state, a.audience,
      a.place_id AS "placeId", v.version, v.text_ja AS "textJa", v.text_en AS "textEn", v.link, v.file_id AS "fileId",
      v.buttons, ARRAY(SELECT role::text FROM membership WHERE programme_id = a.programme_id
        AND person_id = ${personId}::uuid AND ended_at IS NULL) AS roles
    FROM announcement a JOIN LATERAL (SELECT * FROM announcement_version
      WHERE announcement_id = a.id ORDER BY version DESC LIMIT 1) v ON true
    WHERE a.id = ${id}::uuid`;
  const [row] = z.array(saidRow).parse(rows);
  if (row === undefined) return null;
  const { roles, ...said } = row;
  return { said, roles };
}
