/** Shows the groups of a session: all to the secretariat, and to a participant their own as they were told of it. */
import { z } from 'zod';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { perhapsChosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { pageStart } from '../requests/page.js';
import { isRefusal } from '../requests/refusal.js';
import { sessionButton, sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { groupedSessionsForm } from './choose-session.js';
import { ownFacts, planMessage } from './describe.js';
import { readPlanFor } from './move-person.js';
import { differenceOf, readOwnGroups, readTakingPart } from './queries.js';
import { showRecogniser } from './recognisers.js';
import { refuseGroups } from './refuse-groups.js';
import { groupTexts } from './texts.js';

export const showGroups = memberAction({
  name: 'groups.show',
  texts: groupTexts,
  command: 'groups',
  recognise: showRecogniser,
  who: ['participant', 'secretariat'],
  input: z.object({
    session: perhapsChosen,
    from: pageStart,
  }),
  offered: 'help',
  confirm: 'read',
  run: async (context, { session: id, from }) => {
    if (context.membership.role === 'participant') return await ownGroups(context, id ?? null);
    const session = await findSession(context, id);
    if (session === null) return await sessionList(context);
    const plan = await readPlanFor(context.transaction, session);
    if (isRefusal(plan)) return plan;
    const difference = differenceOf(plan, await readTakingPart(context.transaction, session));
    return { message: planMessage(context, { session, plan, difference, from }) };
  },
});

async function ownGroups(context: Context, sessionId: string | null) {
  const { transaction, membership, person, language, now } = context;
  const about = { programmeId: membership.programmeId, personId: person.id, sessionId, now };
  const own = await readOwnGroups(transaction, about);
  if (own.length === 0) return refuseGroups('no_own_group', {});
  const { ownGroup } = groupTexts[language];
  const items = own.map((one) => ({
    title: sessionTitle(context, one.session),
    lines: ownFacts(context, one).map(({ label, value }) => groupTexts[language].line(label, value)),
    buttons: [sessionButton(context, 'session.show', one.session)],
  }));
  return {
    message: { summary: ownGroup, elements: elements({ kind: 'heading', text: ownGroup }, { kind: 'list', items }) },
  };
}

/** The sessions that have groups, to choose from. */
async function sessionList(context: Context) {
  const { language } = context;
  const form = await groupedSessionsForm(context, 'groups.show');
  if (isRefusal(form)) return form;
  const { actions, show } = groupTexts[language];
  const { title } = actions['groups.show'];
  const [field] = form.fields;
  const choices = field !== undefined && 'choices' in field ? field.choices : [];
  const items = choices.slice(0, 10).map(({ value, label }) => ({
    title: label,
    lines: [],
    buttons: [{ label: show, action: 'groups.show', input: { session: value } }],
  }));
  return { message: { summary: title, elements: elements({ kind: 'heading', text: title }, { kind: 'list', items }) } };
}
