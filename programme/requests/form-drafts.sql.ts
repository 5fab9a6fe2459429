/** The raw SQL on drafts of forms: the latest save stays, and what was sent or thrown away does not come back. */
import { z } from 'zod';
import { executePipelined, Prisma, type PrismaClient, type Transaction } from '../../prisma/client.js';
import type { Values } from '../messages/message.js';
import { KEPT_MILLISECONDS, subjectOf, withoutEmpty } from './form-drafts.js';

/** Rows deleted in one statement, so that none holds its locks for long. */
const FORGET_BATCH = 1_000;

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

const draftRow = z.object({
  id: z.string(),
  action: z.string(),
  entered: z.record(z.string(), value),
  expiresAt: z.date(),
  told: z.boolean(),
});

export type FormDraft = Readonly<z.infer<typeof draftRow>>;

/** Whose form it is, of which action, and what it was opened for. */
export interface DraftKey {
  readonly personId: string;
  readonly action: string;
  readonly known: Values;
}

const columns = Prisma.sql`id, action, entered, expires_at AS "expiresAt", told_at IS NOT NULL AS told`;

/** Keeps what was entered by this instant, unless something later is kept. */
export async function writeDraft(
  database: Transaction | PrismaClient,
  { personId, action, known }: DraftKey,
  entered: Values,
  at: Date,
): Promise<void> {
  const expires = new Date(at.getTime() + KEPT_MILLISECONDS);
  const plain = JSON.stringify(withoutEmpty(known));
  await database.$executeRaw`
    INSERT INTO form_draft (person_id, action, subject, known, entered, entered_at, expires_at)
    VALUES (${personId}::uuid, ${action}, ${subjectOf(known)}, ${plain}::jsonb, ${JSON.stringify(entered)}::jsonb,
      ${at}::timestamptz, ${expires}::timestamptz)
    ON CONFLICT (person_id, action, subject) DO UPDATE
    SET entered = excluded.entered, entered_at = excluded.entered_at, expires_at = excluded.expires_at, told_at = NULL
    WHERE form_draft.entered_at < excluded.entered_at`;
}

/** What is kept for this form; null where there is nothing. */
export async function readDraft(
  transaction: Transaction,
  { personId, action, known }: DraftKey,
  now: Date,
): Promise<FormDraft | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT ${columns} FROM form_draft
    WHERE person_id = ${personId}::uuid AND action = ${action} AND subject = ${subjectOf(known)}
      AND entered <> '{}'::jsonb AND expires_at > ${now}::timestamptz`;
  return z.array(draftRow).parse(rows)[0] ?? null;
}

/** All that is kept for a person, or the one draft of theirs with this identifier. */
export async function readDrafts(
  transaction: Transaction,
  personId: string,
  id: string | null,
  now: Date,
): Promise<readonly FormDraft[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT ${columns} FROM form_draft
    WHERE person_id = ${personId}::uuid AND (${id}::uuid IS NULL OR id = ${id}::uuid)
      AND entered <> '{}'::jsonb AND expires_at > ${now}::timestamptz
    ORDER BY entered_at, id LIMIT 50`;
  return z.array(draftRow).parse(rows);
}

/** Notes that the person knows of the draft, without waiting for it. */
export async function markTold(transaction: Transaction, id: string, now: Date): Promise<void> {
  const told = Prisma.sql`UPDATE form_draft SET told_at = ${now}::timestamptz WHERE id = ${id}::uuid`;
  await executePipelined(transaction, told);
}

/** Empties drafts: a save of what was entered before now brings nothing back. */
export async function emptyDrafts(transaction: Transaction, ids: readonly string[], now: Date): Promise<void> {
  await transaction.$executeRaw`
    UPDATE form_draft SET entered = '{}'::jsonb, entered_at = greatest(entered_at, ${now}::timestamptz)
    WHERE id = ANY (${ids}::uuid[])`;
}

/** Empties the drafts of a form that was sent: those that were opened for what it was sent with. Nothing waits for it. */
export async function settleSentDrafts(
  transaction: Transaction,
  { personId, action, sent }: { readonly personId: string; readonly action: string; readonly sent: Values },
  now: Date,
): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    UPDATE form_draft SET entered = '{}'::jsonb, entered_at = greatest(entered_at, ${now}::timestamptz)
    WHERE person_id = ${personId}::uuid AND action = ${action} AND ${JSON.stringify(withoutEmpty(sent))}::jsonb @> known`,
  );
}

/** Deletes drafts that ran out before this instant. */
export async function forgetFormDrafts(database: PrismaClient, before: Date): Promise<void> {
  for (;;) {
    const batch = await database.$executeRaw`
      DELETE FROM form_draft WHERE id IN (
        SELECT id FROM form_draft WHERE expires_at < ${before}::timestamptz ORDER BY expires_at LIMIT ${FORGET_BATCH})`;
    if (batch < FORGET_BATCH) return;
  }
}
