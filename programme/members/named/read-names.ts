/** Reads by which names of companies and people a text may speak, as far as the person who writes may. */
import type { PrismaClient, Transaction } from '../../../prisma/client.js';
import { katakana } from '../../messages/canonical.js';
import type { ActingMember } from '../acting-member.js';
import { findNamedCompanies, findNamedMembers, type NamedCompany, type NamedMember } from './named.sql.js';

export interface Named {
  readonly companies: readonly NamedCompany[];
  /** Without the person who writes. */
  readonly members: readonly NamedMember[];
}

export async function readNamesIn(
  database: Transaction | PrismaClient,
  member: ActingMember,
  text: string,
): Promise<Named> {
  const written = text.normalize('NFKC').toLowerCase();
  const searched = { written, inKatakana: katakana(written) };
  const [companies, members] = await Promise.all([
    findNamedCompanies(database, member, searched),
    findNamedMembers(database, member, searched),
  ]);
  return { companies, members };
}
