/** Asks the secretariat whom to move into which group, or with whom to swap. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { findPeople } from '../members/find-people.js';
import { secretariat } from '../members/roles.js';
import { pick } from '../messages/bilingual.js';
import { initialChoice } from '../messages/initial.js';
import type { Choice, Field, Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { refuseOver } from './build-groups.js';
import { groupedSessionsForm, shownVersion, stateOf } from './choose-session.js';
import { planMessage } from './describe.js';
import { findMove, movePerson, readPlanFor } from './move-person.js';
import { differenceOf, type ReadPlan, readPlan, readTakingPart } from './queries.js';
import { moveRecogniser } from './recognisers.js';
import { refuseGroups } from './refuse-groups.js';
import { groupTexts } from './texts.js';

/** As many as a list of choices holds. */
const MOST_CHOICES = 100;

const input = z.object({
  session: chosen,
  version: shownVersion,
  person: chosen,
  /** The group to move into; left empty where two swap. */
  number: z.coerce
    .number({ error: 'not_a_number' })
    .int({ error: 'not_a_number' })
    .min(1, { error: 'too_small' })
    .optional(),
  /** Whose place is taken in exchange. */
  other: perhapsChosen,
});

type Asked = z.infer<typeof input>;

export const movePersonAction = memberAction({
  name: 'groups.move',
  texts: groupTexts,
  command: 'move-in-groups',
  recognise: moveRecogniser,
  who: secretariat,
  input,
  offered: 'help',
  ask: askFor,
  search: async (context, _field, typed, given) =>
    await peopleIn(context, await findSession(context, given.session), typed),
  confirm: {
    when: 'words',
    show: async (context, asked) => {
      const session = await findSession(context, asked.session);
      const plan = await readPlanFor(context.transaction, session);
      if (isRefusal(plan)) return plan;
      const to = whereTo(asked);
      if (isRefusal(to)) return to;
      const move = findMove(plan, { personId: asked.person, to });
      if (isRefusal(move)) return move;
      const { language } = context;
      const name = pick(language, move.person.name);
      const other = move.other && pick(language, move.other.name);
      return { does: groupTexts[language].moveDoes(name, move.number, other), elements: [] };
    },
    state: async (context, { session }) => await stateOf(context, session),
  },
  run: async (context, asked) => {
    const { transaction, language, now } = context;
    const to = whereTo(asked);
    if (isRefusal(to)) return to;
    const about = { sessionId: asked.session, version: asked.version, personId: asked.person, to };
    const moved = await movePerson(transaction, { ...about, by: actingMember(context), now });
    if (isRefusal(moved)) return moved;
    const { session, name, number, other } = moved;
    const plan = await readPlan(transaction, session.id);
    if (plan === null) return refuseGroups('no_groups', {});
    const done = groupTexts[language].moved(pick(language, name), number, other && pick(language, other));
    const difference = differenceOf(plan, await readTakingPart(transaction, session));
    return { message: planMessage(context, { session, plan, difference, from: 0, done }) };
  },
});

function whereTo({ number, other }: Asked): { readonly number: number } | { readonly personId: string } | Refusal {
  if ((number === undefined) === (other === undefined)) return refuseGroups('one_or_other', {}, { field: 'number' });
  return number === undefined ? { personId: other ?? '' } : { number };
}

/** Those who are in the groups of a session, or of any where none is chosen yet. */
async function peopleIn(context: Context, session: Session | null, typed: string): Promise<readonly Choice[]> {
  const { programmeId } = context.membership;
  const plan = session === null ? { programmeId } : { sessionId: session.id };
  return await findPeople(context, { typed, roles: ['participant'], who: { groupPlaces: { some: { plan } } } });
}

async function askFor(context: Context, given: Values): Promise<Form | Refusal> {
  const session = await findSession(context, given.session);
  if (session === null) return await groupedSessionsForm(context, 'groups.move');
  const plan = await readPlanFor(context.transaction, session);
  if (isRefusal(plan)) return { ...plan, field: null };
  const refused = refuseOver(session, context.now);
  return refused ? { ...refused, field: null } : await moveForm(context, { session, plan, given });
}

interface Moving {
  readonly session: Session;
  readonly plan: ReadPlan;
  readonly given: Values;
}

async function moveForm(context: Context, { session, plan, given }: Moving): Promise<Form> {
  const { language } = context;
  const texts = groupTexts[language];
  const { labels, hints } = texts;
  const people = await peopleIn(context, session, '');
  const person = (name: 'person' | 'other', label: string): Field => ({
    ...{ kind: 'person', name, label, search: true, choices: people },
    ...initialChoice(given[name], people),
  });
  const groups = plan.groups.slice(0, MOST_CHOICES).map(({ number, mode }) => ({
    value: String(number),
    label: mode === null ? texts.groupNamed(number) : texts.groupAt(number, texts.modes[mode]),
  }));
  return {
    action: 'groups.move',
    title: texts.actions['groups.move'].title,
    introduction: [
      { kind: 'text', text: sessionTitle(context, session) },
      { kind: 'note', text: texts.moveIntro },
    ],
    fields: [
      person('person', labels.person),
      {
        ...{ kind: 'choice', name: 'number', label: labels.number, choices: groups, optional: true },
        ...initialChoice(given.number === undefined ? undefined : String(given.number), groups),
      },
      { ...person('other', labels.other), hint: hints.other, optional: true },
    ],
    known: { session: session.id, version: plan.version },
    submit: texts.move,
    cancel: chatTexts[language].close,
  };
}
