/** Finds members by what is typed of a name, a reading, an e-mail or a company, for choosing someone in a form. */
import type { Audience, Prisma } from '../../prisma/client.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Sought, soughtIn } from '../messages/canonical.js';
import type { Choice } from '../messages/message.js';
import type { Context, Role } from '../requests/context.js';
import { makeSearchForms } from './members.sql.js';
import { memberTexts } from './texts.js';

/** As many as a form shows at once. */
const MOST = 50;

export interface FindPeople {
  readonly typed: string;
  readonly companyId?: string | null;
  readonly roles?: readonly Role[];
  /** Only people for whom a session for this audience is meant. */
  readonly audience?: Audience;
  /** People whom it concerns although it is not meant for them. */
  readonly orWho?: Prisma.PersonWhereInput;
  /** People to leave out, e.g. the person who asks. */
  readonly except?: readonly string[];
  /** What else must be true of them, e.g. that they are registered. */
  readonly who?: Prisma.PersonWhereInput;
}

/**
 * Members of the programme at hand, sorted by their reading: first those whose texts hold what was typed, then those whose
 * reading may be written like it. The caller is responsible for naming the company where the person may see only that one.
 */
export async function findPeople(context: Context, sought: FindPeople): Promise<readonly Choice[]> {
  const { transaction, language, membership } = context;
  const { exact, loose } = soughtIn(sought.typed);
  if (exact.length > 0) await makeSearchForms(transaction, membership.programmeId);
  const seen = new Map<string, Choice>();
  for (const words of exact.length === 0 ? [exact] : [exact, loose]) {
    if (seen.size === MOST) break;
    const rows = await readMembers(context, { ...sought, except: [...(sought.except ?? []), ...seen.keys()] }, words);
    for (const { personId, role, person, company } of rows) {
      const name = pick(language, inBoth(person.nameJa, person.nameEn));
      const from = company ? pick(language, inBoth(company.nameJa, company.nameEn)) : memberTexts[language].roles[role];
      if (seen.has(personId) || seen.size === MOST) continue;
      seen.set(personId, { value: personId, label: memberTexts[language].nameOf(name, from) });
    }
  }
  return [...seen.values()];
}

async function readMembers({ transaction, membership }: Context, sought: FindPeople, words: Sought) {
  return await transaction.membership.findMany({
    where: {
      programmeId: membership.programmeId,
      endedAt: null,
      ...(sought.companyId != null && { companyId: sought.companyId }),
      ...(sought.roles && { role: { in: [...sought.roles] } }),
      ...(sought.audience &&
        sought.audience !== 'all' && {
          OR: [{ level: null }, { level: sought.audience }, ...(sought.orWho ? [{ person: sought.orWho }] : [])],
        }),
      ...(sought.who && { person: sought.who }),
      ...(sought.except && { personId: { notIn: [...sought.except] } }),
      AND: words.map((choices) => ({
        OR: choices.flatMap((word) => [
          { person: { searchForm: { contains: word } } },
          { company: { searchForm: { contains: word } } },
        ]),
      })),
    },
    orderBy: [{ person: { furigana: 'asc' } }, { personId: 'asc' }],
    take: MOST,
    select: {
      personId: true,
      role: true,
      person: { select: { nameJa: true, nameEn: true } },
      company: { select: { nameJa: true, nameEn: true } },
    },
  });
}
