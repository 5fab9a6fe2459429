/** Lets the secretariat tell people their groups, after saying how many are told. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import { elements } from '../messages/message.js';
import { memberAction, type Preview } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { agreeForm, groupedSessionsForm, shownVersion, stateOf } from './choose-session.js';
import { brokenLines } from './describe.js';
import { findPublishable, publishGroups } from './publish-groups.js';
import { publishRecogniser } from './recognisers.js';
import { groupTexts } from './texts.js';

export const publishGroupsAction = memberAction({
  name: 'groups.publish',
  texts: groupTexts,
  command: 'publish-groups',
  recognise: publishRecogniser,
  who: secretariat,
  input: z.object({ session: chosen, version: shownVersion, agreed: z.literal(true).optional() }),
  offered: 'help',
  ask: async (context, given) => {
    const session = await findSession(context, given.session);
    if (session === null) return await groupedSessionsForm(context, 'groups.publish');
    const about = { action: 'groups.publish', sessionId: session.id } as const;
    const { tell } = groupTexts[context.language];
    return await agreeForm(context, { ...about, shown: await preview(context, session.id), submit: tell });
  },
  confirm: {
    when: 'always',
    show: async (context, { session }) => await preview(context, session),
    state: async (context, { session }) => await stateOf(context, session),
  },
  run: async (context, { session: sessionId, version }) => {
    const { transaction, language, now } = context;
    const published = await publishGroups(transaction, { sessionId, version, by: actingMember(context), now });
    if (isRefusal(published)) return published;
    const texts = groupTexts[language];
    const summary = texts.published(published.people);
    const show = { label: texts.show, action: 'groups.show', input: { session: sessionId } };
    return {
      message: {
        summary,
        elements: elements({ kind: 'text', text: summary }, { kind: 'buttons', buttons: [show] }),
      },
    };
  },
});

async function preview(context: Context, id: string): Promise<Preview | Refusal> {
  const { transaction, language, now } = context;
  const session = await findSession(context, id);
  if (session === null) return refuse('not_found', {});
  const found = await findPublishable(transaction, session, now);
  if (isRefusal(found)) return found;
  const texts = groupTexts[language];
  const broken = brokenLines(context, found.plan);
  return {
    does: texts.publishDoes(sessionTitle(context, session), found.untold.length),
    elements: elements(broken.length > 0 && { kind: 'text', text: [texts.notKept, ...broken].join('\n') }),
  };
}
