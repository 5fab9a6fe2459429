/** What a Teams client makes of the bot's answer to an invoke: a new card, a dialog, a message, choices, or "something went wrong". */
import { cardProblems } from './card-validate.js';
import { dialogProblems } from './message-validate.js';
import { adaptiveCardType, describeProblems, type Fields, fieldsOf, isFields, listOf, textOf } from './wire.js';

export interface Choice {
  readonly title: string;
  readonly value: string;
}

export type InvokeAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'card'; readonly card: Fields }
  | { readonly kind: 'dialog'; readonly value: Fields }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'invalid'; readonly why: string };

const invalid = (why: string): InvokeAnswer => ({ kind: 'invalid', why });

const messageType = 'application/vnd.microsoft.activity.message';
const errorType = 'application/vnd.microsoft.error';
const searchType = 'application/vnd.microsoft.search.searchResponse';

/** An Action.Execute's envelope: learn.microsoft.com, "Universal Action Model", response format. */
function readExecute(body: unknown): InvokeAnswer {
  if (!isFields(body)) {
    return invalid('the answer to adaptiveCard/action needs a body with statusCode, type and value');
  }
  const { statusCode, type, value } = body;
  if (typeof statusCode !== 'number') {
    return invalid('statusCode must be a number');
  }
  if (type === errorType || statusCode >= 400) {
    return invalid(`the bot answered ${statusCode}: ${textOf(fieldsOf(value).message) ?? JSON.stringify(value)}`);
  }
  if (type === messageType) {
    return textOf(value) ? { kind: 'message', text: String(value) } : invalid('a message answer needs a string');
  }
  if (type === adaptiveCardType) {
    const problems = cardProblems(value, 'message');
    return isFields(value) && problems.length === 0
      ? { kind: 'card', card: value }
      : invalid(describeProblems(problems));
  }
  return invalid(`type ${JSON.stringify(type)} is not one that Teams knows`);
}

/** A dialog's answer: learn.microsoft.com, "Invoke and dismiss dialogs". Nothing at all ends the dialog. */
function readTask(name: string, body: unknown): InvokeAnswer {
  if (body === undefined || body === null || body === '' || (isFields(body) && Object.keys(body).length === 0)) {
    return name === 'task/submit' ? { kind: 'done' } : invalid('task/fetch was answered with no dialog');
  }
  const { task, ...rest } = fieldsOf(body);
  if (Object.keys(rest).some((key) => key !== 'cacheInfo')) {
    return invalid(`unknown fields beside task: ${Object.keys(rest).join(', ')}`);
  }
  if (task === null) {
    return { kind: 'done' };
  }
  const { type, value } = fieldsOf(task);
  if (type === 'message') {
    return textOf(value) ? { kind: 'message', text: String(value) } : invalid('task.value must be a text');
  }
  if (type === 'continue') {
    const problems = dialogProblems(value);
    return isFields(value) && problems.length === 0 ? { kind: 'dialog', value } : invalid(describeProblems(problems));
  }
  return invalid(`task.type must be continue or message, not ${JSON.stringify(type)}`);
}

/** Choices for a typed text: learn.microsoft.com, "Typeahead search in Adaptive Cards"; at most 15 are shown. */
function readSearch(body: unknown): InvokeAnswer {
  const { type, value, statusCode } = fieldsOf(body);
  if (type !== searchType || (statusCode !== undefined && statusCode !== 200)) {
    return invalid(`type must be ${searchType}`);
  }
  const results = fieldsOf(value).results;
  if (!Array.isArray(results)) {
    return invalid('value.results must be a list');
  }
  const choices = listOf(results).flatMap((result) => {
    const title = textOf(fieldsOf(result).title);
    const chosen = textOf(fieldsOf(result).value);
    return title && chosen ? [{ title, value: chosen }] : [];
  });
  return choices.length === results.length
    ? { kind: 'choices', choices: choices.slice(0, 15) }
    : invalid('every result needs a title and a value');
}

/** Reads the bot's answer to the invoke of this name as a client would. `status` is HTTP's; anything but 200 is an error on the screen. */
export function readInvokeAnswer(name: string, status: number | undefined, body: unknown): InvokeAnswer {
  if (status === undefined) {
    return invalid('no answer in time');
  }
  if (status !== 200) {
    return invalid(`HTTP ${status}`);
  }
  switch (name) {
    case 'adaptiveCard/action':
      return readExecute(body);
    case 'task/fetch':
    case 'task/submit':
      return readTask(name, body);
    case 'application/search':
      return readSearch(body);
    case 'fileConsent/invoke':
      return { kind: 'done' };
    default:
      return invalid(`Teams sends no invoke named ${name}`);
  }
}
