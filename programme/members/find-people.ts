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
  const seen = new Map<string, Named>();
  for (const words of exact.length === 0 ? [exact] : [exact, loose]) {
    if (seen.size === MOST) break;
    const rows = await readMembers(context, { ...sought, except: [...(sought.except ?? []), ...seen.keys()] }, words);
    for (const { personId, role, person, company, titleJa, titleEn } of rows) {
      const name = pick(language, inBoth(person.nameJa, person.nameEn));
      const from = company ? pick(language, inBoth(company.nameJa, company.nameEn)) : memberTexts[language].roles[role];
      if (seen.has(personId) || seen.size === MOST) continue;
      seen.set(personId, { name, from, title: pick(language, inBoth(titleJa, titleEn)), furigana: person.furigana });
    }
  }
  return [...seen].map(([value, one]) => ({ value, label: labelOf(one, [...seen.values()], language) }));
}

interface Named {
  readonly name: string;
  /** The company, or what the person is in the programme. */
  readonly from: string;
  /** In the company; empty where it is not known. */
  readonly title: string;
  readonly furigana: string;
}

/** Of two of one name in one company the title is shown, and without one the reading; of nobody else. */
function labelOf(one: Named, all: readonly Named[], language: Context['language']): string {
  const { nameOf } = memberTexts[language];
  const { name, from, title, furigana } = one;
  const isAmbiguous = all.some((other) => other !== one && other.name === name && other.from === from);
  const apart = isAmbiguous ? [title === '' ? furigana : title].filter((text) => text !== '') : [];
  return nameOf(name, [from, ...apart].join(language === 'ja' ? '・' : ', '));
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
      titleJa: true,
      titleEn: true,
      person: { select: { nameJa: true, nameEn: true, furigana: true } },
      company: { select: { nameJa: true, nameEn: true } },
    },
  });
}
