/** The first step of a form about groups, of which session, and the last one, whether what is shown is to be done. */
import { z } from 'zod';
import type { Prisma } from '../../prisma/client.js';
import { pick } from '../messages/bilingual.js';
import type { Form, Introduction, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Preview, PreviewState } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { findSession } from '../sessions/find-session.js';
import { sessionChoices, sessionField } from '../sessions/session-choices.js';
import { readTakingPart } from './queries.js';
import { refuseGroups } from './refuse-groups.js';
import { groupTexts } from './texts.js';

/** Of the groups that a form showed, 0 where there were none; without it nothing was shown that could be out of date. */
export const shownVersion = z
  .int()
  .optional()
  .transform((version) => version ?? null);

type GroupAction = keyof (typeof groupTexts)['ja']['actions'];

/** One of those that have groups and are not over. */
export async function groupedSessionsForm(context: Context, action: GroupAction): Promise<Form | Refusal> {
  return await form(context, action, { groupPlan: { isNot: null } });
}

/** One of those that are not over. */
export async function comingSessionsForm(context: Context, action: GroupAction): Promise<Form | Refusal> {
  return await form(context, action, {});
}

async function form(context: Context, action: GroupAction, where: Prisma.SessionWhereInput): Promise<Form | Refusal> {
  const choices = await sessionChoices(context, { ...where, endsAt: { gt: context.now } });
  if (choices.length === 0) return refuseGroups(action === 'groups.make' ? 'no_sessions' : 'no_groups', {});
  const texts = groupTexts[context.language];
  return {
    action,
    title: texts.actions[action].title,
    introduction: [],
    fields: [sessionField(context, choices)],
    known: {},
    submit: texts.next,
    cancel: chatTexts[context.language].close,
  };
}

interface Agreeing {
  readonly action: GroupAction;
  readonly sessionId: string;
  /** What will be done, or why it cannot be. */
  readonly shown: Preview | Refusal;
  readonly submit: string;
  /** What else was chosen. */
  readonly known?: Values;
}

/** Asks for agreement to what is shown; where that cannot be, for another session, and says why. */
export async function agreeForm(
  context: Context,
  { action, sessionId, shown, submit, known = {} }: Agreeing,
): Promise<Form | Refusal> {
  if (isRefusal(shown)) {
    const other = await groupedSessionsForm(context, action);
    const note = { kind: 'note' as const, text: pick(context.language, shown.words) };
    return isRefusal(other) ? { ...shown, field: null } : { ...other, introduction: [note] };
  }
  const said = shown.elements.filter((element): element is Introduction => element.kind === 'text');
  return {
    action,
    title: groupTexts[context.language].actions[action].title,
    introduction: [{ kind: 'text', text: shown.does }, ...said],
    fields: [],
    known: { ...known, session: sessionId, version: await versionOf(context, sessionId), agreed: true },
    submit,
    cancel: chatTexts[context.language].close,
  };
}

async function versionOf(context: Context, sessionId: string): Promise<number> {
  const session = await findSession(context, sessionId);
  if (session === null) return 0;
  const plan = await context.transaction.groupPlan.findUnique({ where: { sessionId: session.id } });
  return plan?.version ?? 0;
}

/** What a preview of a change of groups rests on: the groups, who takes part, and how. */
export async function stateOf(context: Context, sessionId: string): Promise<PreviewState> {
  const people = await readTakingPart(context.transaction, { id: sessionId });
  const each = people.flatMap(({ id, company, mode }) => [id, company, mode]);
  return [await versionOf(context, sessionId), ...each];
}
