/** Offers those of a programme who are of no company, with what they do in it, for choosing who continues. */
import { nameIn } from '../members/queries.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import type { Choice } from '../messages/message.js';
import type { Context } from '../requests/context.js';

/** As many as a form takes. */
const MOST = 100;

/** Advisers first, then the secretariat and speakers; without the person who asks. Each once, with all that they are. */
export async function staffChoices({ transaction, membership, person, language }: Context): Promise<readonly Choice[]> {
  const { programmeId } = membership;
  const members = await transaction.membership.findMany({
    where: { programmeId, endedAt: null, role: { not: 'participant' }, personId: { not: person.id } },
    include: { person: true },
    orderBy: [{ role: 'asc' }, { person: { furigana: 'asc' } }, { personId: 'asc' }],
  });
  const { roles, nameOf } = memberTexts[language];
  const byPerson = new Map<string, (typeof members)[number][]>();
  for (const member of members) byPerson.set(member.personId, [...(byPerson.get(member.personId) ?? []), member]);
  return [...byPerson.entries()].slice(0, MOST).flatMap(([value, [first, ...others]]) => {
    if (first === undefined) return [];
    const all = [first, ...others].map(({ role }) => roles[role]).join('・');
    return { value, label: nameOf(pick(language, nameIn(first.person)), all) };
  });
}
