/** Reads by which names of companies and people a text may speak, as far as the person who writes may. */
import type { PrismaClient, Transaction } from '../../../prisma/client.js';
import { katakana } from '../../messages/canonical.js';
import type { ActingMember } from '../acting-member.js';
import { type CompanyCalled, findNamedCompanies, findNamedMembers, type MemberCalled } from './named.sql.js';

export interface NamesInText {
  readonly companies: readonly CompanyCalled[];
  /** Without the person who writes. */
  readonly members: readonly MemberCalled[];
}

export async function readNamesIn(
  database: Transaction | PrismaClient,
  member: ActingMember,
  text: string,
): Promise<NamesInText> {
  const written = text.normalize('NFKC').toLowerCase();
  const searched = { written, inKatakana: katakana(written) };
  const [companies, members] = await Promise.all([
    findNamedCompanies(database, member, searched),
    findNamedMembers(database, member, searched),
  ]);
  return { companies, members };
}
