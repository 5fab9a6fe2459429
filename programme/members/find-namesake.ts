/** Finds somebody of the same name in the same company, who is probably the same person however they were typed. */
import type { Transaction } from '../../prisma/client.js';
import type { Bilingual } from '../messages/bilingual.js';
import { sameText } from '../messages/canonical.js';
import { nameIn } from './queries.js';

interface Namesake {
  readonly personId: string;
  readonly name: Bilingual;
}

/** Null where there is none. */
export async function findNamesake(
  transaction: Transaction,
  {
    programmeId,
    companyId,
    names,
  }: { readonly programmeId: string; readonly companyId: string | null; readonly names: readonly string[] },
): Promise<Namesake | null> {
  const sought = names.filter((name) => name.trim() !== '');
  const members = await transaction.membership.findMany({
    where: { programmeId, companyId, endedAt: null },
    orderBy: { id: 'asc' },
    select: { personId: true, person: { select: { nameJa: true, nameEn: true, furigana: true } } },
  });
  const found = members.find(({ person }) =>
    [person.nameJa, person.nameEn, person.furigana].some((name) => sought.some((one) => sameText(one, name))),
  );
  return found === undefined ? null : { personId: found.personId, name: nameIn(found.person) };
}
