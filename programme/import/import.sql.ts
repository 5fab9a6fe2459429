/** The raw SQL of an import: one at a time, and what has changed in a statement for many rows. */
import type { Company, Membership, Person, Transaction } from '../../prisma/client.js';

/** Lets the transaction wait until no other one imports: two at once would each add what the other is adding. */
export async function lockImport(transaction: Transaction): Promise<void> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('import-programme'))`;
}

export type ChangedCompany = Pick<Company, 'id' | 'code' | 'nameJa' | 'nameEn' | 'kana'>;

/** Gives companies of the roster their new names and codes. A guest that the roster names takes part from now on. */
export async function writeCompanies(transaction: Transaction, rows: readonly ChangedCompany[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE company SET code = v.code, name_ja = v."nameJa", name_en = v."nameEn", kana = v.kana, guest = false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(id uuid, code text, "nameJa" text, "nameEn" text, kana text)
    WHERE company.id = v.id`;
}

export type ChangedPerson = Pick<Person, 'id' | 'nameJa' | 'nameEn' | 'furigana' | 'email'>;

/** Gives people their new names and addresses. */
export async function writePeople(transaction: Transaction, rows: readonly ChangedPerson[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE person SET name_ja = v."nameJa", name_en = v."nameEn", furigana = v.furigana, email = v.email
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(id uuid, "nameJa" text, "nameEn" text, furigana text, email text)
    WHERE person.id = v.id`;
}

export type ChangedMembership = Pick<Membership, 'id' | 'level' | 'companyId' | 'personCode' | 'titleJa' | 'titleEn'>;

/** Gives memberships their new level, company, person code and job title; those that had ended go on, and who had only walked in is on the roster. */
export async function writeMemberships(transaction: Transaction, rows: readonly ChangedMembership[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE membership SET level = v.level, company_id = v."companyId", person_code = v."personCode", title_ja = v."titleJa",
      title_en = v."titleEn", ended_at = NULL, walked_in = false
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(id uuid, level "level", "companyId" uuid, "personCode" text,
      "titleJa" text, "titleEn" text)
    WHERE membership.id = v.id`;
}

/** Lets nobody begin one of them until the transaction ends, so that what nobody has begun can be taken away. */
export async function lockDeliverableTypes(transaction: Transaction, programmeId: string): Promise<void> {
  await transaction.$executeRaw`
    SELECT id FROM deliverable_type WHERE programme_id = ${programmeId}::uuid ORDER BY id FOR UPDATE`;
}

/** Does the work and takes back what it wrote, within a transaction that goes on. What it locked is free again, too. */
export async function takingBack<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  await transaction.$executeRaw`SAVEPOINT dry_import`;
  try {
    return await work();
  } finally {
    await transaction.$executeRaw`ROLLBACK TO SAVEPOINT dry_import`;
  }
}
