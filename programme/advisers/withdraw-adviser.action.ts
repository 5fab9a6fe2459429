/** Asks the secretariat which adviser no longer looks after which company, and says before it is done what ends with it. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { canonicalText } from '../messages/canonical.js';
import { type Choice, type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { countAsked } from '../questions/queries.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { countHeldBookings, findAssignments, readAssignment } from './queries.js';
import { withdrawRecogniser } from './recognisers.js';
import { refuseAdviser } from './refuse-adviser.js';
import { adviserTexts } from './texts.js';
import { withdrawAdviser } from './withdraw-adviser.js';
import { concernedNotes, LONGEST_REASON, MOST_CHOICES, pairNames } from './words.js';

/** As many assignments as a search looks through; a programme has tens. */
const MOST_SEARCHED = 2_000;

export const withdrawAdviserAction = memberAction({
  name: 'adviser.withdraw',
  texts: adviserTexts,
  command: 'withdraw-adviser',
  recognise: withdrawRecogniser,
  who: secretariat,
  input: z.object({
    assignment: chosen,
    reason: z.string().trim().max(LONGEST_REASON, { error: 'too_long' }).default(''),
    /** The form has said what the adviser will no longer see, and who will be told. */
    agreed: z.literal(true),
  }),
  offered: 'help',
  complete: withSpoken,
  ask: withdrawForm,
  search: (context, _field, typed) => assignmentChoices(context, typed),
  confirm: 'always',
  run: async (context, { assignment: assignmentId, reason }) => {
    const { transaction, now, language } = context;
    const withdrawn = await withdrawAdviser(transaction, { assignmentId, reason, by: actingMember(context), now });
    if (isRefusal(withdrawn)) return withdrawn;
    const names = { adviser: withdrawn.adviser.name, company: withdrawn.company.name };
    return { message: plain(adviserTexts[language].withdrawn(pairNames(context, names))) };
  },
});

/** Who words say looks after which company, where they say it of one pair only. */
async function withSpoken({ transaction, membership }: Context, given: Values): Promise<Values> {
  const { assignment, spokenCompany, spokenAdviser } = given;
  if (assignment !== undefined || (!isId(spokenCompany) && !isId(spokenAdviser))) return given;
  const pair = {
    ...(isId(spokenCompany) && { companyId: spokenCompany }),
    ...(isId(spokenAdviser) && { adviserId: spokenAdviser }),
  };
  const [only, other] = await findAssignments(transaction, membership.programmeId, pair, 2);
  return only === undefined || other !== undefined ? given : { ...given, assignment: only.id };
}

async function withdrawForm(context: Context, { assignment, reason }: Values): Promise<Form | Refusal> {
  const { transaction, membership, language, now } = context;
  if (!isId(assignment)) return await chooseForm(context);
  const found = await readAssignment(transaction, assignment);
  if (found === null) return refuse('not_found', {});
  const names = { adviser: found.adviser.name, company: found.company.name };
  if (!found.isCurrent) return refuseAdviser('already_withdrawn', names);
  const texts = adviserTexts[language];
  const pair = { adviserId: found.adviser.id, companyId: found.company.id };
  const held = await countHeldBookings(transaction, { programmeId: membership.programmeId, ...pair }, now);
  const waiting = await countAsked(transaction, { programmeId: membership.programmeId, ...pair });
  return {
    action: 'adviser.withdraw',
    title: texts.actions['adviser.withdraw'].title,
    introduction: [
      { kind: 'text', text: texts.withdraws(pairNames(context, names)) },
      ...(held === 0 ? [] : [{ kind: 'note' as const, text: texts.holds(held) }]),
      ...(waiting === 0 ? [] : [{ kind: 'note' as const, text: texts.leaves(waiting) }]),
      ...(await concernedNotes(context, pair)),
    ],
    fields: [
      {
        ...{ kind: 'long text', name: 'reason', label: texts.reason, optional: true, maximum: LONGEST_REASON },
        ...(typeof reason === 'string' && { initial: reason.slice(0, LONGEST_REASON) }),
      },
    ],
    known: { assignment, agreed: true },
    submit: texts.withdraw,
    cancel: chatTexts[language].close,
  };
}

async function chooseForm(context: Context): Promise<Form | Refusal> {
  const texts = adviserTexts[context.language];
  const choices = await assignmentChoices(context, '');
  if (choices.length === 0) return refuseAdviser('no_assignments', {});
  return {
    action: 'adviser.withdraw',
    title: texts.actions['adviser.withdraw'].title,
    introduction: [],
    fields: [{ kind: 'choice', name: 'assignment', label: texts.assignment, search: true, choices }],
    known: {},
    submit: texts.next,
    cancel: chatTexts[context.language].close,
  };
}

/** By what is typed of either name, in either language. */
async function assignmentChoices(context: Context, typed: string): Promise<readonly Choice[]> {
  const { transaction, membership, language } = context;
  const found = await findAssignments(transaction, membership.programmeId, {}, MOST_SEARCHED);
  const sought = canonicalText(typed);
  const fitting = found.filter(({ adviser, company }) =>
    [adviser.name.ja, adviser.name.en, company.name.ja, company.name.en].some((name) =>
      canonicalText(name).includes(sought),
    ),
  );
  return fitting.slice(0, MOST_CHOICES).map(({ id, adviser, company }) => ({
    value: id,
    label: adviserTexts[language].pair(pairNames(context, { adviser: adviser.name, company: company.name })),
  }));
}
