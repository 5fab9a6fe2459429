/** Notes of the secretariat about a company: written and read by people of the secretariat alone, which a policy of their table also says. */
import type { Transaction } from '../../../prisma/client.js';
import { nameIn } from '../../members/queries.js';
import type { Bilingual } from '../../messages/bilingual.js';
import { type Page, type PageOf, page } from '../../requests/page.js';

export const LONGEST_NOTE = 2_000;

export interface CompanyNoteEntry {
  readonly text: string;
  readonly by: Bilingual;
  readonly at: Date;
}

interface WriteNote {
  readonly programmeId: string;
  readonly companyId: string;
  readonly text: string;
  readonly byId: string;
  readonly at: Date;
}

export async function writeNote(transaction: Transaction, note: WriteNote): Promise<void> {
  await transaction.companyNote.create({ data: note });
}

/** The newest first. */
export async function readNotes(
  transaction: Transaction,
  { programmeId, companyId }: { readonly programmeId: string; readonly companyId: string },
  pageOf: PageOf,
): Promise<Page<CompanyNoteEntry>> {
  const where = { programmeId, companyId };
  const rows = await transaction.companyNote.findMany({
    where,
    include: { by: { select: { nameJa: true, nameEn: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    skip: pageOf.from,
    take: pageOf.size,
  });
  const notes = rows.map(({ text, by, at }) => ({ text, at, by: nameIn(by) }));
  return page(notes, await transaction.companyNote.count({ where }), pageOf);
}
