/** The step that asks for what is missing or wrong, in the action's form. */

import { pick } from '../messages/bilingual.js';
import { isDate } from '../messages/dates.js';
import { keepEntered } from '../messages/keep-entered.js';
import type { Field, Form, Reply, Value, Values } from '../messages/message.js';
import type { Issue } from './action.js';
import type { PermittedAction } from './authorise-request.js';
import type { Language } from './context.js';
import { fillFromDraft } from './fill-from-draft.js';
import { fingerprintOf } from './fingerprint.js';
import { isRefusal, type Refusal, refuse } from './refusal.js';
import type { Request } from './request.js';
import { readResult, refusedResult, type StepResult } from './step-result.js';
import { requestTexts } from './texts.js';
import type { CheckedInput, InvalidInput } from './validate-input.js';

type Submitted = Pick<Request, 'submitted'>;

/** The input in which a form that shows what will be done carries a fingerprint of that. */
const SHOWN = 'shown';

/** A form that asks for agreement only, or for a reason with it, is a preview: what it says is held against what is so once it is sent. */
function asPreview(form: Form): Form {
  if (form.known.agreed !== true) return form;
  return { ...form, known: { ...form.known, [SHOWN]: fingerprintOf(form.introduction) } };
}

/**
 * The form where what it says was not agreed to, as a form before it asks which one is meant, or anew where it would no longer say
 * what was; null where it would, or where the use case has its own refusal.
 */
export async function askAnewIfOutdated(
  { ask, fields, context }: PermittedAction,
  { submitted }: Submitted,
  { input }: Pick<CheckedInput, 'input'>,
): Promise<StepResult | null> {
  if (!submitted || ask === null) return null;
  // Where words are confirmed by a preview, the input's schema cannot demand the form's agreement.
  const lacks = fields.includes('agreed') && input.agreed !== true;
  if (!lacks && typeof input[SHOWN] !== 'string') return null;
  const form = await ask(input);
  if (isRefusal(form)) return null;
  const anew = asPreview(form);
  if (anew.known[SHOWN] === undefined) return null;
  if (lacks) return readResult({ kind: 'form', form: anew, errors: {}, problem: null });
  if (anew.known[SHOWN] === input[SHOWN]) return null;
  const problem = pick(context.language, refuse('preview_outdated', {}).words);
  return readResult({ kind: 'form', form: anew, errors: {}, problem });
}

/** What a form that was filled in has wrong stands at its fields; what it has not asked for yet is not wrong. */
export async function askForInput(
  { name, ask, wrong, context }: PermittedAction,
  { submitted }: Submitted,
  { input, issues }: InvalidInput,
): Promise<StepResult> {
  const asked = await (ask?.(input) ?? refuse('not_found', {}));
  if (isRefusal(asked)) return refusedResult(context, asked);
  const filled = submitted || ask === null ? asked : await fillFromDraft({ name, ask, context }, asked, input);
  const form = asPreview(submitted ? filled : withSaid(filled, input));
  const words = (issue: Issue) => requestTexts[context.language].problems[issue.problem];
  const fields = new Set(form.fields.map((field) => field.name));
  // What this form has not asked for yet is not an error: it may be the second of two forms.
  const wasFilledIn =
    submitted && form.fields.some(({ name, kind }) => input[name] !== undefined || isOnlyFile(form, kind));
  const shown = wasFilledIn ? issues : issues.filter((issue) => input[issue.field] !== undefined);
  const errors = Object.fromEntries(shown.filter((issue) => fields.has(issue.field)).map((i) => [i.field, words(i)]));
  const elsewhere = wasFilledIn ? shown.find((issue) => !fields.has(issue.field)) : undefined;
  // What was typed or said is held against the rules at once: a form that is sent is held against them by the use case.
  const refused = submitted ? null : ((await wrong?.(input)) ?? null);
  if (refused !== null) return readResult(withRefusal(form, refused, { errors, language: context.language }));
  return readResult({ kind: 'form', form, errors, problem: elsewhere ? words(elsewhere) : null });
}

/** Of files nothing stands in the input, so that a form of nothing else looks as if nothing had been asked. */
function isOnlyFile({ fields }: Form, kind: Form['fields'][number]['kind']): boolean {
  return kind === 'file' && fields.length === 1;
}

/** With what was said of its fields already, which stands in them. */
function withSaid(form: Form, input: Values): Form {
  const said = form.fields.flatMap(({ name }) => (input[name] === undefined ? [] : [[name, input[name]] as const]));
  if (said.length === 0) return form;
  const fitting = form.fields.flatMap((field) =>
    fits(field, input[field.name]) ? [[field.name, input[field.name]]] : [],
  );
  return { ...keepEntered(form, Object.fromEntries(fitting)), said: Object.fromEntries(said) };
}

/** Whether a field can begin with it: the platforms refuse a form with a date that there is not, or with more than a field holds. */
function fits(field: Field, value: Value): boolean {
  switch (field.kind) {
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
    case 'text':
    case 'long text':
      return typeof value === 'string' && value.length <= (field.maximum ?? value.length);
    case 'several choices':
      return Array.isArray(value) && value.every((one) => field.choices.some((choice) => choice.value === one));
    default:
      return value !== null;
  }
}

/** Whether the refusal belongs to a field of the form that was submitted, which then stays open. */
export function belongsToForm({ ask }: PermittedAction, { submitted }: Submitted, refusal: Refusal): boolean {
  return refusal.field !== null && submitted && ask !== null;
}

/** The form again, with the refusal at its field; nothing of the try is kept. */
export async function askAgain(
  { ask, context }: PermittedAction,
  { input }: Pick<CheckedInput, 'input'>,
  refusal: Refusal,
): Promise<StepResult> {
  const asked = await (ask?.(input) ?? refusal);
  if (isRefusal(asked)) return refusedResult(context, asked);
  const form = asPreview(asked);
  const reply = withRefusal(form, refusal, { errors: {}, language: context.language });
  return { reply, undo: !refusal.keep, wrote: refusal.keep };
}

/** At its field where the form has it, else above. */
function withRefusal(
  form: Form,
  refusal: Refusal,
  { errors, language }: { readonly errors: Readonly<Record<string, string>>; readonly language: Language },
): Reply {
  const words = pick(language, refusal.words);
  const field = form.fields.find((candidate) => candidate.name === refusal.field);
  return field
    ? { kind: 'form', form, errors: { ...errors, [field.name]: words }, problem: null }
    : { kind: 'form', form, errors, problem: words };
}
