/** Asks the secretariat who facilitates which group, and says whom that is told before it is. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { initialChoice, initialText } from '../messages/initial.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction, type Preview } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { refuseOver } from './build-groups.js';
import { agreeForm, groupedSessionsForm, shownVersion } from './choose-session.js';
import { planMessage } from './describe.js';
import { facilitateGroup, findFacilitating } from './facilitate-group.js';
import { readPlanFor } from './move-person.js';
import { differenceOf, type ReadPlan, readPlan, readTakingPart } from './queries.js';
import { facilitateRecogniser } from './recognisers.js';
import { groupTexts } from './texts.js';

/** As many as a list of choices holds. */
const MOST_CHOICES = 100;
const LONGEST_NAME = 200;

const input = z.object({
  session: chosen,
  number: z.coerce.number({ error: 'not_a_number' }).int({ error: 'not_a_number' }).min(1, { error: 'too_small' }),
  /** Empty: nobody yet. */
  facilitator: z.string().trim().max(LONGEST_NAME, { error: 'too_long' }).default(''),
  version: shownVersion,
  /** Known to the form that asks who: an empty name is an answer then, and not left out. */
  step: z.literal('who').optional(),
  agreed: z.literal(true),
});

/** What of it was said so far. */
const saidSoFar = input.pick({ number: true, facilitator: true });

export const facilitateAction = memberAction({
  name: 'groups.facilitate',
  texts: groupTexts,
  command: 'facilitate-group',
  recognise: facilitateRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  ask: askFor,
  confirm: 'always',
  run: async (context, { session: sessionId, number, facilitator, version }) => {
    const { transaction, language, now } = context;
    const about = { sessionId, number, facilitator, version, by: actingMember(context), now };
    const facilitated = await facilitateGroup(transaction, about);
    if (isRefusal(facilitated)) return facilitated;
    const { session, people } = facilitated;
    const done = groupTexts[language].facilitated(number, facilitator, people);
    const plan = await readPlan(transaction, session.id);
    if (plan === null) return { message: plain(done) };
    const difference = differenceOf(plan, await readTakingPart(transaction, session));
    return { message: planMessage(context, { session, plan, difference, from: 0, done }) };
  },
});

/** Of which session, then which group and who, then whether to do it. */
async function askFor(context: Context, given: Values): Promise<Form | Refusal> {
  const session = await findSession(context, given.session);
  if (session === null) return await groupedSessionsForm(context, 'groups.facilitate');
  const plan = await readPlanFor(context.transaction, session);
  if (isRefusal(plan)) return { ...plan, field: null };
  const refused = refuseOver(session, context.now);
  if (refused) return { ...refused, field: null };
  const said = saidSoFar.safeParse(given);
  const isSaid = given.facilitator !== undefined || given.step === 'who';
  if (!said.success || !isSaid) return facilitatorForm(context, { session, plan, given });
  const found = await findFacilitating(context.transaction, session, { ...said.data, now: context.now });
  if (isRefusal(found)) return facilitatorForm(context, { session, plan, given, refused: found });
  const texts = groupTexts[context.language];
  const { number, facilitator } = said.data;
  const does = texts.facilitateDoes({ number, before: found.before, facilitator, people: found.tellings.length });
  const shown: Preview = { does, elements: [{ kind: 'text', text: sessionTitle(context, session) }] };
  const known = { number: String(number), facilitator };
  const about = { action: 'groups.facilitate', sessionId: session.id, known } as const;
  return await agreeForm(context, { ...about, shown, submit: texts.facilitate });
}

interface Choosing {
  readonly session: Session;
  readonly plan: ReadPlan;
  readonly given: Values;
  /** Why what was said cannot be. */
  readonly refused?: Refusal;
}

function facilitatorForm(context: Context, { session, plan, given, refused }: Choosing): Form {
  const { language } = context;
  const texts = groupTexts[language];
  const { labels, hints } = texts;
  const groups = plan.groups.slice(0, MOST_CHOICES).map(({ number, facilitator }) => ({
    value: String(number),
    label: texts.groupWith(number, facilitator === '' ? texts.noFacilitator : facilitator),
  }));
  return {
    action: 'groups.facilitate',
    title: texts.actions['groups.facilitate'].title,
    introduction: [
      { kind: 'text', text: sessionTitle(context, session) },
      ...(refused === undefined ? [] : [{ kind: 'note' as const, text: pick(language, refused.words) }]),
    ],
    fields: [
      {
        ...{ kind: 'choice', name: 'number', label: labels.group, choices: groups },
        ...initialChoice(given.number === undefined ? undefined : String(given.number), groups),
      },
      {
        ...{ kind: 'text', name: 'facilitator', label: labels.facilitator, hint: hints.facilitator, optional: true },
        ...{ maximum: LONGEST_NAME, ...initialText(given.facilitator, LONGEST_NAME) },
      },
    ],
    known: { session: session.id, step: 'who' },
    submit: texts.next,
    cancel: chatTexts[language].close,
  };
}
