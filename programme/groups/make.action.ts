/** Asks the secretariat how the groups of a session are to be, and shows what comes of it before anybody is told. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { initialChoice, initialText } from '../messages/initial.js';
import type { Field, Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { buildGroups, refuseOver, refuseWish } from './build-groups.js';
import { comingSessionsForm, shownVersion, stateOf } from './choose-session.js';
import { planMessage } from './describe.js';
import type { GroupWish } from './make-groups.js';
import { differenceOf, readPlan, readTakingPart } from './queries.js';
import { makeRecogniser } from './recognisers.js';
import { refuseGroups } from './refuse-groups.js';
import { groupTexts } from './texts.js';

/** More than any session has groups, or a group people. */
const MOST = 200;
const LONGEST_NAMES = 2_000;

const byChoices = ['size', 'number'] as const;
const arrangements = ['mixed', 'apart'] as const;
const choiceError = (issue: { readonly input?: unknown }) => (issue.input === undefined ? 'required' : 'not_a_choice');

const input = z.object({
  session: chosen,
  version: shownVersion,
  by: z.enum(byChoices, { error: choiceError }),
  value: z.coerce
    .number({ error: 'not_a_number' })
    .int({ error: 'not_a_number' })
    .min(1, { error: 'too_small' })
    .max(MOST, { error: 'invalid' }),
  arrangement: z.enum(arrangements, { error: 'not_a_choice' }).default('mixed'),
  /** One a line. */
  facilitators: z.string().max(LONGEST_NAMES, { error: 'too_long' }).default(''),
});

type Asked = z.infer<typeof input>;

function wishOf({ by, value, arrangement, facilitators }: Asked): GroupWish {
  const names = facilitators
    .split(/\r?\n/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return { by, value, apart: arrangement === 'apart', facilitators: names };
}

export const makeGroupsAction = memberAction({
  name: 'groups.make',
  texts: groupTexts,
  command: 'make-groups',
  recognise: makeRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  ask: askFor,
  confirm: {
    when: 'words',
    show: async (context, asked) => {
      const session = await findSession(context, asked.session);
      if (session === null) return refuse('not_found', {});
      const people = await readTakingPart(context.transaction, session);
      const refused = refuseOver(session, context.now) ?? refuseWish(people, wishOf(asked));
      if (refused) return refused;
      const { makeDoes } = groupTexts[context.language];
      return { does: makeDoes(sessionTitle(context, session), people.length), elements: [] };
    },
    state: async (context, { session }) => await stateOf(context, session),
  },
  run: async (context, asked) => {
    const { transaction, language, now } = context;
    const about = { sessionId: asked.session, version: asked.version, by: actingMember(context), now };
    const session = await buildGroups(transaction, { ...about, wish: wishOf(asked) });
    if (isRefusal(session)) return session;
    const plan = await readPlan(transaction, session.id);
    if (plan === null) return refuseGroups('no_groups', {});
    const difference = differenceOf(plan, plan.placed);
    return { message: planMessage(context, { session, plan, difference, from: 0, done: groupTexts[language].made }) };
  },
});

async function askFor(context: Context, given: Values): Promise<Form | Refusal> {
  const session = await findSession(context, given.session);
  if (session === null) return await comingSessionsForm(context, 'groups.make');
  const people = await readTakingPart(context.transaction, session);
  const refused = refuseOver(session, context.now) ?? (people.length === 0 ? refuseGroups('nobody', {}) : null);
  return refused ? { ...refused, field: null } : await wishForm(context, { session, given, people });
}

interface Asking {
  readonly session: Session;
  readonly given: Values;
  readonly people: readonly { readonly mode: 'onsite' | 'online' }[];
}

async function wishForm(context: Context, { session, given, people }: Asking): Promise<Form> {
  const { transaction, language } = context;
  const texts = groupTexts[language];
  const { labels, hints } = texts;
  const known = await readPlan(transaction, session.id);
  const by = byChoices.map((value) => ({ value, label: texts.by[value] }));
  const arrangement = arrangements.map((value) => ({ value, label: texts.arrangements[value] }));
  const facilitators = known?.groups.map((group) => group.facilitator).filter((name) => name !== '') ?? [];
  const onsite = people.filter(({ mode }) => mode === 'onsite').length;
  const isMixed = session.method === 'mixed';
  const arranged: Field = {
    ...{ kind: 'choice', name: 'arrangement', label: labels.arrangement, choices: arrangement },
    ...initialChoice(given.arrangement ?? (known?.apart === true ? 'apart' : 'mixed'), arrangement),
  };
  return {
    action: 'groups.make',
    title: texts.actions['groups.make'].title,
    introduction: [
      { kind: 'text', text: sessionTitle(context, session) },
      { kind: 'text', text: texts.takingPart(people.length, onsite, people.length - onsite) },
      { kind: 'note', text: known === null ? texts.makeIntro : texts.makeAgainIntro },
    ],
    fields: [
      { kind: 'choice', name: 'by', label: labels.by, choices: by, ...initialChoice(given.by ?? 'size', by) },
      {
        ...{ kind: 'text', name: 'value', label: labels.value, hint: hints.value, maximum: 3 },
        ...initialText(typeof given.value === 'number' ? String(given.value) : given.value, 3),
      },
      ...(isMixed ? [arranged] : []),
      {
        ...{ kind: 'long text', name: 'facilitators', label: labels.facilitators, hint: hints.facilitators },
        ...{ optional: true, maximum: LONGEST_NAMES },
        ...initialText(given.facilitators ?? facilitators.join('\n'), LONGEST_NAMES),
      },
    ],
    known: { session: session.id, version: known?.version ?? 0 },
    submit: texts.make,
    cancel: chatTexts[language].close,
  };
}
