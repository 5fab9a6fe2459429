/** The first step of a form about groups: of which session. */
import type { Prisma } from '../../prisma/client.js';
import { pick } from '../messages/bilingual.js';
import type { Form, Introduction } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Preview } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionChoices, sessionField } from '../sessions/session-choices.js';
import { refuseGroups } from './refuse-groups.js';
import { groupTexts } from './texts.js';

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
}

/** Asks for agreement to what is shown; where that cannot be, for another session, and says why. */
export async function agreeForm(
  context: Context,
  { action, sessionId, shown, submit }: Agreeing,
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
    known: { session: sessionId, agreed: true },
    submit,
    cancel: chatTexts[context.language].close,
  };
}
