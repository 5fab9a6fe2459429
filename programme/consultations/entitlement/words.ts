/** What the forms about a company's hours share. */
import { findCompanies } from '../../members/queries.js';
import { pick } from '../../messages/bilingual.js';
import type { Choice } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';

/** As many as a form shows at once. */
const MOST_CHOICES = 50;

export const LONGEST_REASON = 500;

/** More at once is a slip of the finger. */
export const MOST_HOURS = 20;

export async function companyChoices(context: Context, typed: string): Promise<readonly Choice[]> {
  const { transaction, membership, language } = context;
  const companies = await findCompanies(transaction, membership.programmeId, { typed, most: MOST_CHOICES });
  return companies.map(({ id, name }) => ({ value: id, label: pick(language, name) }));
}
