/** Finds who is asking from their chat account, in one query: every request begins here. */
import { z } from 'zod';
import { Prisma, type Transaction } from '../../prisma/client.js';
import type { AccountIdentity, ActingPerson, Language } from '../requests/context.js';
import { isOpenedBy } from './members.sql.js';

const membership = z.object({
  programmeId: z.string(),
  role: z.enum(['participant', 'adviser', 'secretariat', 'speaker']),
  level: z.enum(['management', 'working']).nullable(),
  companyId: z.string().nullable(),
  programmeEndsAt: z.coerce.date(),
});

const row = z.object({
  accountId: z.string(),
  address: z.unknown(),
  lastSeenAt: z.date(),
  lookedUpAt: z.date().nullable(),
  unreachable: z.boolean(),
  personId: z.string().nullable(),
  nameJa: z.string().nullable(),
  nameEn: z.string().nullable(),
  language: z.enum(['ja', 'en']).nullable(),
  timeZone: z.string().nullable(),
  chosenProgrammeId: z.string().nullable(),
  memberships: z.array(membership),
});

/** What is known of an account; `person` is null until it is linked. */
export interface KnownAccount {
  readonly id: string;
  readonly address: unknown;
  readonly lastSeenAt: Date;
  readonly lookedUpAt: Date | null;
  readonly unreachable: boolean;
  readonly person: (ActingPerson & { readonly language: Language }) | null;
}

/**
 * Null for an account that never came before. Memberships of the programme that began last come first; ended ones are left out,
 * and those that the account does not open: a code opens what its issuer may give, and nothing of other programmes.
 */
export async function identify(transaction: Transaction, account: AccountIdentity): Promise<KnownAccount | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT a.id AS "accountId", a.address, a.last_seen_at AS "lastSeenAt", a.looked_up_at AS "lookedUpAt",
      a.unreachable_reason IS NOT NULL AS unreachable,
      p.id AS "personId", p.name_ja AS "nameJa", p.name_en AS "nameEn", p.language, p.time_zone AS "timeZone",
      p.chosen_programme_id AS "chosenProgrammeId",
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('programmeId', m.programme_id, 'role', m.role, 'level', m.level, 'companyId', m.company_id,
            'programmeEndsAt', (g.ends_on + 1)::timestamp AT TIME ZONE g.time_zone)
          ORDER BY g.starts_on DESC, m.role)
        FROM membership m JOIN programme g ON g.id = m.programme_id
        WHERE m.person_id = p.id AND m.ended_at IS NULL AND ${isOpenedBy(Prisma.sql`a.id`, Prisma.sql`m.programme_id`)}), '[]') AS memberships
    FROM account a LEFT JOIN person p ON p.id = a.person_id
    WHERE a.platform = ${account.platform}::platform AND a.tenant = ${account.tenant} AND a.user_id = ${account.userId}`;
  if (rows[0] === undefined) return null;
  const found = row.parse(rows[0]);
  const { personId, nameJa, nameEn, language, timeZone } = found;
  const person =
    personId !== null && nameJa !== null && nameEn !== null && language !== null && timeZone !== null
      ? {
          id: personId,
          nameJa,
          nameEn,
          language,
          timeZone,
          chosenProgrammeId: found.chosenProgrammeId,
          memberships: found.memberships,
        }
      : null;
  return {
    id: found.accountId,
    address: found.address,
    lastSeenAt: found.lastSeenAt,
    lookedUpAt: found.lookedUpAt,
    unreachable: found.unreachable,
    person,
  };
}
