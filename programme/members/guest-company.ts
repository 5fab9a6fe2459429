/** Finds, or adds, the company of somebody who comes to a session as a guest: one that takes no part in the programme. */
import type { Transaction } from '../../prisma/client.js';
import { sameText } from '../messages/canonical.js';
import { type CompanyEntry, companyEntry } from './queries.js';

/** What the code of a guest company begins with; a number follows. */
const codePrefix = 'GUEST-';

/** The company of this name, however it is written: one of the programme's own before a guest. Null where there is none. */
export async function findCompanyByName(
  transaction: Transaction,
  programmeId: string,
  name: string,
): Promise<CompanyEntry | null> {
  const companies = await transaction.company.findMany({
    where: { programmeId },
    orderBy: [{ guest: 'asc' }, { code: 'asc' }],
  });
  const found = companies.find(({ nameJa, nameEn }) => [nameJa, nameEn].some((one) => sameText(one, name)));
  return found === undefined ? null : companyEntry(found);
}

/**
 * The company of this name, which is added as a guest where there is none. The caller holds `lockCompanies`, without which two
 * requests at once would each add it.
 */
export async function guestCompany(transaction: Transaction, programmeId: string, name: string): Promise<CompanyEntry> {
  const known = await findCompanyByName(transaction, programmeId, name);
  if (known !== null) return known;
  const guests = await transaction.company.findMany({
    where: { programmeId, code: { startsWith: codePrefix } },
    select: { code: true },
  });
  const numbers = guests.map(({ code }) => Number(code.slice(codePrefix.length))).filter(Number.isSafeInteger);
  const code = `${codePrefix}${Math.max(0, ...numbers) + 1}`;
  // The name stands for the reading and for both languages until a roster says them.
  const data = { programmeId, code, nameJa: name, nameEn: name, kana: name, guest: true };
  return companyEntry(await transaction.company.create({ data }));
}
