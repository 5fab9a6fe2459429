/** Asks the secretariat how many hours a company is to have more or fewer, and why, and says what that changes. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { isAnnounced } from '../../members/queries.js';
import { readReach } from '../../members/reach.js';
import { secretariat } from '../../members/roles.js';
import { memberTexts } from '../../members/texts.js';
import { pick } from '../../messages/bilingual.js';
import { elements, type Field, type Form, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { grantHours, type HoursOfCompany, readHours, refuseHours } from './grant-hours.js';
import { grantRecogniser } from './recognisers.js';
import { refuseEntitlement } from './refuse-entitlement.js';
import { entitlementTexts } from './texts.js';
import { companyChoices, LONGEST_REASON, MOST_HOURS } from './words.js';

export const grantHoursAction = memberAction({
  name: 'consultation.grant',
  texts: entitlementTexts,
  command: 'grant-hours',
  recognise: grantRecogniser,
  who: secretariat,
  input: z.object({
    company: chosen,
    /** As it was typed; below zero takes back. */
    hours: z.coerce.string().trim().min(1, { error: 'required' }).max(10, { error: 'too_long' }),
    reason: z.string().trim().min(1, { error: 'required' }).max(LONGEST_REASON, { error: 'too_long' }),
    /** The form has said what it changes. */
    agreed: z.literal(true),
  }),
  offered: 'help',
  ask: grantForm,
  search: (context, _field, typed) => companyChoices(context, typed),
  confirm: 'always',
  conflicts: {
    entitlement_not_negative: async ({ transaction, membership }, { company }) => {
      const had = await readHours(transaction, membership.programmeId, company);
      if (isRefusal(had)) return had;
      return refuseEntitlement('hours_in_use', { company: had.company.name, left: had.left }, { field: 'hours' });
    },
  },
  run: async (context, { company: companyId, hours: typed, reason }) => {
    const { transaction, now, language } = context;
    const hours = readTyped(typed);
    if (hours === null) return refuseEntitlement('hours_wrong', {}, { field: 'hours' });
    const had = await grantHours(transaction, { companyId, hours, reason, by: actingMember(context), now });
    if (isRefusal(had)) return had;
    const texts = entitlementTexts[language];
    const text = texts.done(change(context, had, hours));
    const ledger = { label: texts.ledger, action: 'consultation.ledger', input: { company: companyId } };
    return {
      message: { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [ledger] }) },
    };
  },
});

/** A whole number other than zero, in whatever width and with whatever sign it was typed; null where it is none. */
function readTyped(typed: string): number | null {
  const read = typed
    .normalize('NFKC')
    .replaceAll(/[−–‐ー]/gu, '-')
    .trim();
  if (!/^[+-]?\d{1,3}$/.test(read)) return null;
  const hours = Number(read);
  return hours === 0 || Math.abs(hours) > MOST_HOURS ? null : hours;
}

function change({ language }: Context, { company, granted, left }: HoursOfCompany, hours: number) {
  return { company: pick(language, company.name), was: granted, becomes: granted + hours, left: left + hours };
}

async function grantForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const { company, hours: typed, reason } = given;
  const texts = entitlementTexts[language];
  if (!isId(company)) return await askForm(context, given);
  const had = await readHours(transaction, membership.programmeId, company);
  if (isRefusal(had)) return had;
  const because = typeof reason === 'string' ? reason.trim() : '';
  // A reason that is longer than the form takes would not fit the form that shows it.
  const toAsk = because === '' || because.length > LONGEST_REASON;
  if (toAsk || (typeof typed !== 'string' && typeof typed !== 'number')) return await askForm(context, given);
  const hours = readTyped(String(typed));
  if (hours === null) return refuseEntitlement('hours_wrong', {}, { field: 'hours' });
  const refused = refuseHours(had, hours);
  if (refused !== null) return refused;
  const people = await transaction.membership.findMany({
    where: { programmeId: membership.programmeId, companyId: company, role: 'participant', endedAt: null },
    select: { personId: true },
  });
  const { reached } = await readReach(
    transaction,
    membership.programmeId,
    people.map(({ personId }) => personId),
  );
  const isTold = await isAnnounced(transaction, membership.programmeId);
  return {
    ...around(context),
    introduction: [
      { kind: 'text', text: texts.does(change(context, had, hours)) },
      { kind: 'note', text: texts.because(because) },
      { kind: 'note', text: isTold ? texts.willBeTold(reached) : memberTexts[language].tellsNobody },
    ],
    fields: [],
    known: { company, hours: String(hours), reason: because, agreed: true },
    submit: hours > 0 ? texts.grant : texts.revoke,
  };
}

function around({ language }: Context) {
  const { title } = entitlementTexts[language].actions['consultation.grant'];
  return { action: 'consultation.grant', title, cancel: chatTexts[language].close };
}

async function askForm(context: Context, { company, hours, reason }: Values): Promise<Form> {
  const texts = entitlementTexts[context.language];
  const isKnown = isId(company);
  const which: readonly Field[] = isKnown
    ? []
    : [
        {
          ...{ kind: 'choice', name: 'company', label: texts.company, search: true },
          choices: await companyChoices(context, ''),
        },
      ];
  return {
    ...around(context),
    introduction: [{ kind: 'note', text: texts.hoursHint }],
    fields: [
      ...which,
      {
        ...{ kind: 'text', name: 'hours', label: texts.hours, maximum: 10 },
        ...(typeof hours === 'string' && { initial: hours.slice(0, 10) }),
      },
      {
        ...{ kind: 'long text', name: 'reason', label: texts.reason, maximum: LONGEST_REASON },
        ...(typeof reason === 'string' && { initial: reason.slice(0, LONGEST_REASON) }),
      },
    ],
    known: isKnown ? { company } : {},
    submit: texts.next,
  };
}
