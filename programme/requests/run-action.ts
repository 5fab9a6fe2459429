/** Answers one identified request: authorise → validate → ask or confirm → run. */
import type { Transaction } from '../../prisma/client.js';
import { howToGetIn } from '../members/get-in.js';
import { elements, type Form, type Message, plain, type Reply, type Values } from '../messages/message.js';
import type { Action, Bound, Issue, MemberAction, SubjectFor } from './action.js';
import { authorise } from './authorise.js';
import {
  type Context,
  isRefusal,
  type Language,
  type OpenContext,
  type PersonContext,
  type Refusal,
  refuse,
} from './context.js';
import { wordRefusal } from './refusal-words.js';
import type { Request } from './request.js';

/** What to reply, and whether the transaction must be undone because the request was refused. */
export interface Answer {
  readonly reply: Reply;
  readonly undo: boolean;
  /** Something was written that a repeated delivery must not write again. */
  readonly wrote: boolean;
  /** What is stored for a repeated delivery, where the reply itself must not be. */
  readonly remembered?: Reply;
  /** Where it is no longer the language that the request began in. */
  readonly language?: Language;
}

/** Authorise → validate → ask or confirm → run. `subjectFor` is what `findSubject` found for this request. */
export async function answer(
  action: Action | null,
  open: OpenContext,
  request: Request,
  subjectFor: SubjectFor,
): Promise<Answer> {
  if (action === null) return refused(open, refuse('unknown_action', {}));
  if (action.who === 'anyone') return await proceed(action, open, request);
  const { person } = open.actor;
  if (person === null) return refused(open, refuse('not_linked', {}));
  const permitted = allowed(action, { ...open, person }, request.input, subjectFor);
  if (isRefusal(permitted)) return refused(open, permitted);
  return await proceed(action, permitted.context, { ...request, input: permitted.input });
}

/** Looks up what the input of an action touches, for `allowed` to judge. */
export async function findSubject(action: Action | null, transaction: Transaction, given: Values): Promise<SubjectFor> {
  if (action === null || action.who === 'anyone' || action.subject === 'own') return () => 'own';
  return await action.subject(transaction, given);
}

/** The one guard of everything that members do, before anything is asked, searched or done. */
export function allowed(
  action: MemberAction,
  context: PersonContext,
  given: Values,
  subjectFor: SubjectFor,
): Permitted | Refusal {
  const subject = subjectFor(context.person);
  const membership = authorise(action, context.person, subject);
  if (isRefusal(membership)) return membership;
  const input = { ...given, ...(typeof subject === 'object' && subject?.identified) };
  return { context: { ...context, membership }, input };
}

/** The context with the membership that lets the person do this, and the input with what it names identified. */
interface Permitted {
  readonly context: Context;
  readonly input: Values;
}

/** The part of an action that is the same whether its context is open or a member's. */
interface Runnable<C> {
  readonly name: string;
  readonly confirm: Action['confirm'];
  readonly complete: ((context: C, given: Values) => Promise<Values>) | null;
  readonly ask: ((context: C, given: Values) => Promise<Form | Refusal>) | null;
  readonly parse: (given: Values) => { readonly bound: Bound<C> } | { readonly issues: readonly Issue[] };
}

async function proceed<C extends OpenContext>(action: Runnable<C>, context: C, asked: Request): Promise<Answer> {
  const request = action.complete === null ? asked : { ...asked, input: await action.complete(context, asked.input) };
  const parsed = action.parse(request.input);
  if ('issues' in parsed) return await askFor(action, context, request, parsed.issues);
  const { bound } = parsed;
  if (mustAsk(action.confirm, request)) {
    // What should be agreed to is asked in the action's own form where it has one, which can hold more than a preview.
    if (action.confirm === 'always' && action.ask !== null) return await askFor(action, context, request, []);
    return await preview(action, context, request, bound);
  }
  const done = await bound.run(context);
  if (isRefusal(done)) {
    const atField = done.field !== null && request.submitted && action.ask !== null;
    return atField ? await formWithRefusal(action, context, request, done) : refused(context, done);
  }
  const reply = (message: Message): Reply => ({
    kind: 'message',
    outcome: 'done',
    message,
    refreshes: action.confirm !== 'read',
    // A preview has had its day once it is confirmed; a list or a menu is still of use.
    replaces: request.confirmed,
  });
  return {
    reply: reply(done.message),
    undo: false,
    wrote: action.confirm !== 'read',
    ...(done.remembered && { remembered: reply(done.remembered) }),
    ...(done.language && { language: done.language }),
  };
}

function mustAsk(confirm: Action['confirm'], request: Request): boolean {
  if (request.confirmed || request.submitted) return false;
  return confirm === 'always' || (confirm === 'words' && request.origin === 'words');
}

async function askFor<C extends OpenContext>(
  action: Runnable<C>,
  context: C,
  request: Request,
  issues: readonly Issue[],
): Promise<Answer> {
  const form = await (action.ask?.(context, request.input) ?? refuse('not_found', {}));
  if (isRefusal(form)) return refused(context, form);
  const words = (issue: Issue) => context.texts.problems[issue.problem];
  const fields = new Set(form.fields.map((field) => field.name));
  // What this form has not asked for yet is not an error: it may be the second of two forms.
  const wasFilledIn = request.submitted && form.fields.some(({ name }) => request.input[name] !== undefined);
  const shown = wasFilledIn ? issues : issues.filter((issue) => request.input[issue.field] !== undefined);
  const errors = Object.fromEntries(shown.filter((issue) => fields.has(issue.field)).map((i) => [i.field, words(i)]));
  const elsewhere = wasFilledIn ? shown.find((issue) => !fields.has(issue.field)) : undefined;
  return said({ kind: 'form', form, errors, problem: elsewhere ? words(elsewhere) : null });
}

/** A refusal that belongs to a field of the submitted form: the form stays open, and nothing of the try is kept. */
async function formWithRefusal<C extends OpenContext>(
  action: Runnable<C>,
  context: C,
  request: Request,
  refusal: Refusal,
): Promise<Answer> {
  const form = await (action.ask?.(context, request.input) ?? refusal);
  if (isRefusal(form)) return refused(context, form);
  const words = wordRefusal(context, refusal);
  const field = form.fields.find((candidate) => candidate.name === refusal.field);
  const reply: Reply = field
    ? { kind: 'form', form, errors: { [field.name]: words }, problem: null }
    : { kind: 'form', form, errors: {}, problem: words };
  return { reply, undo: !refusal.keep, wrote: refusal.keep };
}

async function preview<C extends OpenContext>(
  action: Runnable<C>,
  context: C,
  request: Request,
  bound: Bound<C>,
): Promise<Answer> {
  const shown = await bound.show(context);
  if (isRefusal(shown)) return refused(context, shown);
  const { chat } = context.texts;
  const confirm = {
    label: chat.confirm,
    action: action.name,
    input: request.input,
    confirmed: true,
    emphasis: 'primary',
  } as const;
  const message: Message = {
    summary: chat.confirmFirst,
    elements: elements({ kind: 'text', text: chat.confirmFirst }, ...shown, { kind: 'buttons', buttons: [confirm] }),
  };
  return said({ kind: 'message', outcome: 'preview', message, refreshes: false, replaces: false });
}

/** The refusal in words; what led to it is undone unless the refusal keeps it. */
function refused(context: OpenContext, refusal: Refusal): Answer {
  const message =
    refusal.refused === 'not_linked' ? howToGetIn(context.language) : plain(wordRefusal(context, refusal));
  return {
    reply: { kind: 'message', outcome: 'refused', message, refreshes: false, replaces: false },
    undo: !refusal.keep,
    wrote: refusal.keep,
  };
}

function said(reply: Reply): Answer {
  return { reply, undo: false, wrote: false };
}
