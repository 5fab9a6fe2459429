/** Asks the secretariat which adviser looks after which company, and says before it is done what the adviser will see. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { findPeople } from '../members/find-people.js';
import { secretariat } from '../members/roles.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { assignAdviser, findAssignable } from './assign-adviser.js';
import { readAdvisersOf } from './queries.js';
import { assignRecogniser } from './recognisers.js';
import { refuseAdviser } from './refuse-adviser.js';
import { adviserTexts } from './texts.js';
import { companyChoices, concernedNotes, LONGEST_REASON, pairNames } from './words.js';

export const assignAdviserAction = memberAction({
  name: 'adviser.assign',
  texts: adviserTexts,
  command: 'assign-adviser',
  recognise: assignRecogniser,
  who: secretariat,
  input: z.object({
    adviser: chosen,
    company: chosen,
    reason: z.string().trim().max(LONGEST_REASON, { error: 'too_long' }).default(''),
    /** The form has said what the adviser will see, and who will be told. */
    agreed: z.literal(true),
  }),
  offered: 'help',
  ask: assignForm,
  search: (context, field, typed) =>
    field === 'company' ? companyChoices(context, typed) : findPeople(context, { typed, roles: ['adviser'] }),
  confirm: 'always',
  conflicts: {
    assignment_current: async (context, { adviser, company }) =>
      await alreadyAssigned(context, { adviserId: adviser, companyId: company }),
  },
  run: async (context, { adviser: adviserId, company: companyId, reason }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const assigned = await assignAdviser(transaction, { adviserId, companyId, reason, by, now });
    if (isRefusal(assigned)) return assigned;
    return { message: plain(adviserTexts[language].assigned(pairNames(context, assigned))) };
  },
});

interface PairIds {
  readonly adviserId: string;
  readonly companyId: string;
}

async function alreadyAssigned({ transaction, membership }: Context, pair: PairIds): Promise<Refusal> {
  const found = await findAssignable(transaction, membership.programmeId, pair);
  return isRefusal(found) ? found : refuseAdviser('already_assigned', found, { field: 'adviser' });
}

async function assignForm(context: Context, { adviser, company, reason }: Values): Promise<Form | Refusal> {
  if (!isId(adviser) || !isId(company)) return await chooseForm(context, { adviser, company });
  const { transaction, membership, language } = context;
  const pair = { adviserId: adviser, companyId: company };
  const found = await findAssignable(transaction, membership.programmeId, pair);
  if (isRefusal(found)) return found;
  const advisers = await readAdvisersOf(transaction, { programmeId: membership.programmeId, companyId: company });
  if (advisers.some((one) => one.adviser.id === adviser)) return await alreadyAssigned(context, pair);
  const texts = adviserTexts[language];
  return {
    action: 'adviser.assign',
    title: texts.actions['adviser.assign'].title,
    introduction: [
      { kind: 'text', text: texts.assigns(pairNames(context, found)) },
      ...(await concernedNotes(context, pair)),
    ],
    fields: [
      {
        ...{ kind: 'long text', name: 'reason', label: texts.reason, optional: true, maximum: LONGEST_REASON },
        ...(typeof reason === 'string' && { initial: reason.slice(0, LONGEST_REASON) }),
      },
    ],
    known: { adviser, company, agreed: true },
    submit: texts.assign,
    cancel: chatTexts[language].close,
  };
}

/** What is known already is not asked. */
async function chooseForm(context: Context, { adviser, company }: Values): Promise<Form | Refusal> {
  const texts = adviserTexts[context.language];
  const advisers = await findPeople(context, { typed: '', roles: ['adviser'] });
  if (advisers.length === 0) return refuseAdviser('no_advisers', {});
  const [knowsAdviser, knowsCompany] = [isId(adviser), isId(company)];
  return {
    action: 'adviser.assign',
    title: texts.actions['adviser.assign'].title,
    introduction: [],
    fields: [
      ...(knowsCompany
        ? []
        : [
            {
              ...{ kind: 'choice' as const, name: 'company', label: texts.company, search: true },
              choices: await companyChoices(context, ''),
            },
          ]),
      ...(knowsAdviser
        ? []
        : [{ kind: 'person' as const, name: 'adviser', label: texts.adviser, search: true, choices: advisers }]),
    ],
    known: { ...(knowsAdviser && { adviser }), ...(knowsCompany && { company }) },
    submit: texts.next,
    cancel: chatTexts[context.language].close,
  };
}
