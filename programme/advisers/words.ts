/** The people and companies of an assignment in words, and the choices of a form. */
import { findCompanies, isAnnounced } from '../members/queries.js';
import { readReach, unreachedWords } from '../members/reach.js';
import { memberTexts } from '../members/texts.js';
import { type Bilingual, pick } from '../messages/bilingual.js';
import type { Choice, Introduction } from '../messages/message.js';
import type { BaseContext, Context } from '../requests/context.js';
import { readAdvisersOf, readPeopleOf } from './queries.js';
import { adviserTexts } from './texts.js';

/** As many as a form shows at once. */
export const MOST_CHOICES = 50;

/** As long as a reason may be. */
export const LONGEST_REASON = 500;

interface Names {
  readonly adviser: Bilingual;
  readonly company: Bilingual;
}

export function personName({ language }: Pick<BaseContext, 'language'>, name: Bilingual): string {
  return memberTexts[language].personName(pick(language, name));
}

export function adviserName({ language }: Pick<BaseContext, 'language'>, name: Bilingual): string {
  return memberTexts[language].adviserName(pick(language, name));
}

export function pairNames(context: Pick<BaseContext, 'language'>, { adviser, company }: Names) {
  return { adviser: adviserName(context, adviser), company: pick(context.language, company) };
}

export async function companyChoices(context: Context, typed: string): Promise<readonly Choice[]> {
  const { transaction, membership, language } = context;
  const companies = await findCompanies(transaction, membership.programmeId, { typed, most: MOST_CHOICES });
  return companies.map(({ id, name }) => ({ value: id, label: pick(language, name) }));
}

/** Who looks after the company already, and how many would be told, if anybody: below what would be done. */
export async function concernedNotes(
  context: Context,
  { adviserId, companyId }: { readonly adviserId: string; readonly companyId: string },
): Promise<readonly Introduction[]> {
  const { transaction, membership, person, language } = context;
  const about = { programmeId: membership.programmeId, companyId };
  const advisers = await readAdvisersOf(transaction, about);
  const names = advisers.map(({ adviser }) => adviserName(context, adviser.name));
  const texts = adviserTexts[language];
  const others = names.length === 0 ? [] : [{ kind: 'note' as const, text: texts.otherAdvisers(names) }];
  if (!(await isAnnounced(transaction, about.programmeId))) {
    return [...others, { kind: 'note', text: memberTexts[language].tellsNobody }];
  }
  const people = [adviserId, ...(await readPeopleOf(transaction, about))].filter((id) => id !== person.id);
  const { reached, unreached } = await readReach(transaction, about.programmeId, people);
  const notReached = unreachedWords(language, unreached);
  return [
    ...others,
    { kind: 'note', text: texts.willBeTold(reached) },
    ...(notReached === null ? [] : [{ kind: 'note' as const, text: notReached }]),
  ];
}
