/** What the documents say that people have sent and nothing is made of yet: read once, outside any transaction, and kept with the file. */
import { z } from 'zod';
import { inTransaction, type PrismaClient, type Transaction } from '../../prisma/client.js';
import type { LookedInto } from '../requests/action.js';
import { readDocumentText, storedText } from './draft-text.js';
import { type DraftReading, draftFaults, readDraft } from './read-draft.js';

const storedFault = z.object({ kind: z.enum(draftFaults), pages: z.array(z.number()) });

/** Reads it where it was not read yet; no transaction is open meanwhile. */
export async function keepReading(database: PrismaClient, { id, personId, name, content }: LookedInto): Promise<void> {
  const viewer = { kind: 'person', personId } as const;
  const known = await inTransaction(database, (own) => own.receivedDocument.count({ where: { fileId: id } }), {
    viewer,
  });
  if (known > 0) return;
  const reading = await readDraft(content, name);
  await inTransaction(database, (own) => writeReading(own, id, reading), { viewer });
}

/** What is there already stays. */
export async function writeReading(transaction: Transaction, fileId: string, reading: DraftReading): Promise<void> {
  const row = reading.ok
    ? { source: reading.source, text: storedText(reading.text) }
    : { source: null, fault: { kind: reading.fault.kind, pages: [...reading.fault.pages] } };
  await transaction.receivedDocument.createMany({ data: [{ fileId, ...row }], skipDuplicates: true });
}

/** Null where nothing has looked into the file. */
export async function findReading(transaction: Transaction, fileId: string): Promise<DraftReading | null> {
  const row = await transaction.receivedDocument.findUnique({ where: { fileId } });
  if (row === null) return null;
  if (row.source === null) return { ok: false, fault: storedFault.parse(row.fault) };
  return { ok: true, source: row.source, text: readDocumentText(row.text) };
}

/** What has been read of the files that the person sent and nothing has taken yet, the latest first. */
export async function readReadFiles(
  transaction: Transaction,
  personId: string,
  { now, most }: { readonly now: Date; readonly most: number },
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return await transaction.file.findMany({
    where: { personId, kind: 'received', expiresAt: { gt: now }, reading: { source: { not: null } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: { id: true, name: true },
    take: most,
  });
}
