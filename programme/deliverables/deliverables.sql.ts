/** The raw SQL of deliverables: the row of a company is made where there is none, and locked. */
import { z } from 'zod';
import { DeliverableStage, type Transaction } from '../../prisma/client.js';

const lockedRow = z.object({
  id: z.string(),
  typeId: z.string(),
  programmeId: z.string(),
  companyId: z.string(),
  stage: z.enum(DeliverableStage),
});

/** A deliverable whose row is locked until the transaction ends. */
export type LockedDeliverable = Readonly<z.infer<typeof lockedRow>>;

/** One that is there already. Null where there is none. */
export async function lockDeliverable(transaction: Transaction, id: string): Promise<LockedDeliverable | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, type_id AS "typeId", programme_id AS "programmeId", company_id AS "companyId", stage::text AS stage
    FROM deliverable WHERE id = ${id}::uuid FOR UPDATE`;
  return z.array(lockedRow).parse(rows)[0] ?? null;
}

/** A company's of this type, made where nothing had happened yet. Null where the type is of another programme. */
export async function makeDeliverable(
  transaction: Transaction,
  { typeId, companyId, now }: { readonly typeId: string; readonly companyId: string; readonly now: Date },
): Promise<LockedDeliverable | null> {
  const held = await lockOf(transaction, typeId, companyId);
  if (held !== null) return held;
  await transaction.$executeRaw`
    INSERT INTO deliverable (type_id, programme_id, company_id, stage_at)
    SELECT t.id, t.programme_id, c.id, ${now}::timestamptz
    FROM deliverable_type t JOIN company c ON c.programme_id = t.programme_id
    WHERE t.id = ${typeId}::uuid AND c.id = ${companyId}::uuid
    ON CONFLICT (type_id, company_id) DO NOTHING`;
  return await lockOf(transaction, typeId, companyId);
}

async function lockOf(transaction: Transaction, typeId: string, companyId: string): Promise<LockedDeliverable | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, type_id AS "typeId", programme_id AS "programmeId", company_id AS "companyId", stage::text AS stage
    FROM deliverable WHERE type_id = ${typeId}::uuid AND company_id = ${companyId}::uuid FOR UPDATE`;
  return z.array(lockedRow).parse(rows)[0] ?? null;
}
