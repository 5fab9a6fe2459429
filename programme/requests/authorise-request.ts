/** The step that decides whether the person may, before anything is asked, searched or done. */
import type { Form, Values } from '../messages/message.js';
import type { Action, ActionOf, Issue, MemberAction, SubjectFor, ValidInput } from './action.js';
import { authorise } from './authorise.js';
import type { Context, OpenContext, PersonContext } from './context.js';
import { isRefusal, type Refusal, refuse } from './refusal.js';
import type { Request } from './request.js';

/** An action that the person may take, tied to the context of the request. */
export interface PermittedAction {
  readonly name: Action['name'];
  readonly confirm: Action['confirm'];
  readonly context: OpenContext;
  /** As it came, with what it names identified. */
  readonly input: Values;
  readonly complete: (given: Values) => Promise<Values>;
  readonly ask: ((given: Values) => Promise<Form | Refusal>) | null;
  readonly parse: (given: Values) => { readonly valid: ValidInput } | { readonly issues: readonly Issue[] };
}

/** `subjectFor` is what was looked up for the input of this request. */
export function authoriseRequest(
  action: Action | null,
  open: OpenContext,
  { input }: Pick<Request, 'input'>,
  subjectFor: SubjectFor,
): PermittedAction | Refusal {
  if (action === null) return refuse('unknown_action', {});
  if (action.who === 'anyone') return permit(action, open, input);
  const { person } = open.actor;
  if (person === null) return refuse('not_linked', {});
  const allowed = allowMember(action, { ...open, person }, input, subjectFor);
  return isRefusal(allowed) ? allowed : permit(action, allowed.context, allowed.input);
}

/** The context with the membership that lets the person do this, and the input with what it names identified. */
interface Allowed {
  readonly context: Context;
  readonly input: Values;
}

/** The one guard of everything that members do. */
export function allowMember(
  action: MemberAction,
  context: PersonContext,
  given: Values,
  subjectFor: SubjectFor,
): Allowed | Refusal {
  const subject = subjectFor(context.person);
  const membership = authorise(action, context.person, subject);
  if (isRefusal(membership)) return membership;
  const input = { ...given, ...(typeof subject === 'object' && subject?.identified) };
  return { context: { ...context, membership }, input };
}

function permit<C extends OpenContext>(action: ActionOf<C>, context: C, input: Values): PermittedAction {
  const { name, confirm, complete, ask } = action;
  return {
    name,
    confirm,
    context,
    input,
    complete: async (given) => (complete === null ? given : await complete(context, given)),
    ask: ask && ((given) => ask(context, given)),
    parse: (given) => {
      const parsed = action.parse(given);
      return 'issues' in parsed ? parsed : { valid: parsed.validFor(context) };
    },
  };
}
