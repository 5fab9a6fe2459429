/** The step that decides whether the person may, before anything is asked, searched or done. */
import type { Form, Values } from '../messages/message.js';
import type { Action, ActionOf, Issue, MemberAction, ValidInput } from './action.js';
import { type Ambiguous, authorise } from './authorise.js';
import type { Context, Membership, OpenContext, PersonContext } from './context.js';
import { isLongForm, keepsDrafts } from './form-drafts.js';
import { findNamed, type Named } from './identifiers.js';
import { isId } from './is-id.js';
import type { Belonging } from './places.sql.js';
import { isRefusal, type Refusal, refuse } from './refusal.js';
import type { Request } from './request.js';

/** An action that the person may take, tied to the context of the request. */
export interface PermittedAction {
  readonly name: Action['name'];
  readonly confirm: Action['confirm'];
  /** What of an input the button holds that shows it anew. */
  readonly again: Action['again'];
  readonly confidential: boolean;
  readonly fields: Action['fields'];
  readonly context: OpenContext;
  /** As it came, with what it names identified. */
  readonly input: Values;
  readonly complete: (given: Values) => Promise<Values>;
  readonly ask: ((given: Values) => Promise<Form | Refusal>) | null;
  readonly wrong: ((given: Values) => Promise<Refusal | null>) | null;
  /** Whether its form may be long enough for what is put into it to be kept. */
  readonly keepsDrafts: boolean;
  readonly parse: (given: Values) => { readonly valid: ValidInput } | { readonly issues: readonly Issue[] };
}

/** `named` is what was looked up for the input of this request. */
export function authoriseRequest(
  action: Action | null,
  open: OpenContext,
  { input }: Pick<Request, 'input'>,
  named: readonly Named[],
): PermittedAction | Ambiguous | Refusal {
  if (action === null) return refuse('unknown_action', {});
  if (action.who === 'anyone') return permit(action, open, input);
  const { person } = open.actor;
  if (person === null) return refuse('not_linked', {});
  const allowed = allowMember(action, { ...open, person }, input, named);
  if (isRefusal(allowed) || 'ambiguous' in allowed) return allowed;
  const permitted = permit(action, allowed.context, allowed.input);
  return { ...permitted, complete: (input) => completeWithin(action, allowed.context, permitted, input) };
}

/** What words named is an identifier only now, and passes the same guard: an action that finds more than it may is a fault of ours. */
async function completeWithin(
  action: MemberAction,
  { transaction, person }: Context,
  { complete }: PermittedAction,
  given: Values,
): Promise<Values> {
  const input = await complete(given);
  const added = Object.fromEntries(
    action.identifies.flatMap((name) => (input[name] === given[name] ? [] : [[name, input[name]]])),
  );
  const named = Object.values(added).some(isId) ? await findNamed(transaction, added) : [];
  if (named.length > 0 && isRefusal(authorise(action, person, named))) {
    throw new Error(`${action.name} completed its input with what the person may not name`);
  }
  return input;
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
  named: readonly Named[],
): Allowed | Ambiguous | Refusal {
  const allowed = authorise(action, context.person, named);
  if (isRefusal(allowed) || 'ambiguous' in allowed) return allowed;
  const { membership, places } = allowed;
  const over = refuseAfterEnd(action, membership, context.now);
  if (over) return over;
  return { context: { ...context, membership }, input: { ...given, ...identified(named, places) } };
}

/** What is taken part in: who names it asks for something that the programme holds. */
const takenPartIn: ReadonlySet<string> = new Set(['session', 'person', 'slot', 'adviser']);

/**
 * What participants do in a programme ends with its last day; they can still read, change what is their own, and answer what came of a
 * consultation.
 */
function refuseAfterEnd(action: MemberAction, { role, programmeEndsAt }: Membership, now: Date): Refusal | null {
  const isReading = action.confirm === 'read';
  const isOwn = !action.identifies.some((name) => takenPartIn.has(name));
  if (role !== 'participant' || isReading || isOwn || programmeEndsAt === undefined || now < programmeEndsAt)
    return null;
  return refuse('programme_over', {});
}

/** The session's identifier in place of its code, so that nothing need be looked up twice. */
function identified(named: readonly Named[], places: readonly Belonging[]): Values {
  const session = places[named.findIndex(({ field }) => field === 'session')];
  return session === undefined ? {} : { session: session.id };
}

function permit<C extends OpenContext>(action: ActionOf<C>, context: C, input: Values): PermittedAction {
  const { name, confirm, again, confidential, fields, complete, ask, wrong, closed } = action;
  return {
    name,
    confirm,
    again,
    confidential,
    fields,
    context,
    input,
    keepsDrafts: keepsDrafts(action),
    complete: async (given) => (complete === null ? given : await complete(context, given)),
    wrong: wrong && (async (given) => await wrong(context, given)),
    ask:
      ask &&
      (async (given) => {
        const form = await ask(context, given);
        if (isRefusal(form)) return form;
        const keepsDraft = context.actor.person !== null && isLongForm(form);
        return { ...form, ...(closed && { tellsClosing: true }), ...(keepsDraft && { keepsDraft }) };
      }),
    parse: (given) => {
      const parsed = action.parse(given);
      return 'issues' in parsed ? parsed : { valid: parsed.validFor(context) };
    },
  };
}
