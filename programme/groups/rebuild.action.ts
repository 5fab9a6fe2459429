/** Lets the secretariat fit the groups to who takes part now, after saying how many move. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { elements } from '../messages/message.js';
import { memberAction, type Preview } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { rebuildGroups, rebuildingOf, refuseOver } from './build-groups.js';
import { agreeForm, groupedSessionsForm, shownVersion, stateOf } from './choose-session.js';
import { planMessage, whoIs } from './describe.js';
import { readPlanFor } from './move-person.js';
import { differenceOf, isOutdated, readPlan, readTakingPart } from './queries.js';
import { rebuildRecogniser } from './recognisers.js';
import { refuseGroups } from './refuse-groups.js';
import { groupTexts } from './texts.js';

/** As many names as are read at a glance. */
const MOST_NAMES = 20;

export const rebuildGroupsAction = memberAction({
  name: 'groups.rebuild',
  texts: groupTexts,
  command: 'rebuild-groups',
  recognise: rebuildRecogniser,
  who: secretariat,
  input: z.object({ session: chosen, version: shownVersion, agreed: z.literal(true).optional() }),
  offered: 'help',
  ask: async (context, given) => {
    const session = await findSession(context, given.session);
    if (session === null) return await groupedSessionsForm(context, 'groups.rebuild');
    const about = { action: 'groups.rebuild', sessionId: session.id } as const;
    const { buttons } = groupTexts[context.language];
    return await agreeForm(context, { ...about, shown: await preview(context, session.id), submit: buttons.rebuild });
  },
  confirm: {
    when: 'always',
    show: async (context, { session }) => await preview(context, session),
    state: async (context, { session }) => await stateOf(context, session),
  },
  run: async (context, { session: sessionId, version }) => {
    const { transaction, language, now } = context;
    const rebuilt = await rebuildGroups(transaction, { sessionId, version, by: actingMember(context), now });
    if (isRefusal(rebuilt)) return rebuilt;
    const plan = await readPlan(transaction, sessionId);
    if (plan === null) return refuseGroups('no_groups', {});
    const { session, rebuilding } = rebuilt;
    const done = groupTexts[language].rebuilt(rebuilding.moved.length);
    const difference = differenceOf(plan, plan.placed);
    return { message: planMessage(context, { session, plan, difference, from: 0, done }) };
  },
});

async function preview(context: Context, id: string): Promise<Preview | Refusal> {
  const { transaction, language, now } = context;
  const session = await findSession(context, id);
  const plan = await readPlanFor(transaction, session);
  if (session === null || isRefusal(plan)) return isRefusal(plan) ? plan : refuseGroups('no_groups', {});
  const refused = refuseOver(session, now);
  if (refused) return refused;
  const people = await readTakingPart(transaction, session);
  const { difference, moved } = rebuildingOf(plan, people);
  if (!isOutdated(difference)) return refuseGroups('nothing_to_rebuild', {});
  const texts = groupTexts[language];
  const named = moved.slice(0, MOST_NAMES).map((one) => whoIs(context, one));
  const { joined, left, changed } = difference;
  return {
    does: texts.rebuildDoes(sessionTitle(context, session), moved.length),
    elements: elements(
      { kind: 'text', text: texts.outdated(joined.length, left.length, changed.length) },
      named.length > 0 && { kind: 'text', text: texts.moving(named, moved.length - named.length) },
    ),
  };
}
