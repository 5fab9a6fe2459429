/** Which company is meant: a participant's own, or for the secretariat the one that is named or chosen. */
import { z } from 'zod';
import { companyChoices } from '../../consultations/entitlement/words.js';
import { findCompanies, findCompany } from '../../members/queries.js';
import { pick } from '../../messages/bilingual.js';
import type { Choice, Field, Form, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import type { Refusal } from '../../requests/refusal.js';
import { refuseOverview } from '../refuse-overview.js';
import { companyCardTexts } from './texts.js';

/** `sought`: what was typed of a name. */
export const companyInput = {
  company: chosen,
  sought: z.string().trim().max(200, { error: 'too_long' }).default(''),
};

/** What a name leads to where it can mean one company only. Participants mean their own, whatever was typed. */
export async function completeCompany(
  { transaction, membership }: Context,
  { sought, ...given }: Values,
): Promise<Values> {
  if (membership.role === 'participant') return { ...given, company: membership.companyId };
  if (isId(given.company) || typeof sought !== 'string' || sought.trim() === '') return { ...given, sought };
  const found = await findCompanies(transaction, membership.programmeId, { typed: sought, most: 2 });
  const [only, other] = found;
  return only !== undefined && other === undefined ? { ...given, company: only.id } : { ...given, sought };
}

/** Nobody is called so. */
export async function wrongCompany(
  { transaction, membership }: Context,
  { company, sought }: Values,
): Promise<Refusal | null> {
  if (isId(company) || typeof sought !== 'string' || sought.trim() === '') return null;
  const found = await findCompanies(transaction, membership.programmeId, { typed: sought, most: 1 });
  return found.length > 0 ? null : refuseOverview('no_such_company', { sought: sought.trim() }, { field: 'company' });
}

type AboutCompany = 'company.show' | 'company.note' | 'company.notes';

/** Asks which company, as far as that is open, and for what the action needs besides. */
export async function companyForm(
  context: Context,
  action: AboutCompany,
  { company, sought }: Values,
  more: readonly Field[] = [],
): Promise<Form> {
  const { transaction, membership, language } = context;
  const texts = companyCardTexts[language];
  const known = isId(company) ? await findCompany(transaction, membership.programmeId, company) : null;
  const which: Field = {
    ...{ kind: 'choice', name: 'company', label: texts.company, search: true },
    choices: known === null ? await choicesFor(context, typeof sought === 'string' ? sought : '') : [],
  };
  return {
    ...{ action, title: texts.actions[action].title, cancel: chatTexts[language].close },
    introduction: known === null ? [] : [{ kind: 'text', text: texts.about(pick(language, known.name)) }],
    fields: [...(known === null ? [which] : []), ...more],
    known: known === null ? {} : { company: known.id },
    submit: texts.submits[action],
  };
}

/** Where nobody is called so, the form offers all of them. */
async function choicesFor(context: Context, sought: string): Promise<readonly Choice[]> {
  const found = await companyChoices(context, sought);
  return found.length > 0 ? found : await companyChoices(context, '');
}
