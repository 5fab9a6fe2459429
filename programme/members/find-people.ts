/** Finds members by what is typed of a name, a reading, an e-mail or a company, for choosing someone in a form. */
import type { Audience, Prisma } from '../../prisma/client.js';
import { inBoth, pick } from '../messages/bilingual.js';
import type { Choice } from '../messages/message.js';
import type { Context, Role } from '../requests/context.js';
import { memberTexts } from './texts.js';

/** As many as a form shows at once. */
const MOST = 50;

export interface FindPeople {
  readonly typed: string;
  readonly companyId?: string | null;
  readonly roles?: readonly Role[];
  /** Only people for whom a session for this audience is meant. */
  readonly audience?: Audience;
  /** People to leave out, e.g. the person who asks. */
  readonly except?: readonly string[];
  /** What else must be true of them, e.g. that they are registered. */
  readonly who?: Prisma.PersonWhereInput;
}

/** Members of the programme at hand, sorted by their reading. The caller is responsible for naming the company where the person may see only that one. */
export async function findPeople(context: Context, sought: FindPeople): Promise<readonly Choice[]> {
  const contains = { contains: sought.typed.normalize('NFKC').trim(), mode: 'insensitive' as const };
  const rows = await context.transaction.membership.findMany({
    where: {
      programmeId: context.membership.programmeId,
      endedAt: null,
      ...(sought.companyId != null && { companyId: sought.companyId }),
      ...(sought.roles && { role: { in: [...sought.roles] } }),
      ...(sought.audience &&
        sought.audience !== 'all' && { AND: { OR: [{ level: null }, { level: sought.audience }] } }),
      ...(sought.who && { person: sought.who }),
      ...(sought.except && { personId: { notIn: [...sought.except] } }),
      OR: [
        { person: { nameJa: contains } },
        { person: { nameEn: contains } },
        { person: { furigana: contains } },
        { person: { email: contains } },
        { company: { nameJa: contains } },
        { company: { nameEn: contains } },
      ],
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
  const { language } = context;
  const seen = new Map<string, Choice>();
  for (const { personId, role, person, company } of rows) {
    const name = pick(language, inBoth(person.nameJa, person.nameEn));
    const from = company ? pick(language, inBoth(company.nameJa, company.nameEn)) : memberTexts[language].roles[role];
    if (!seen.has(personId)) seen.set(personId, { value: personId, label: memberTexts[language].nameOf(name, from) });
  }
  return [...seen.values()];
}
