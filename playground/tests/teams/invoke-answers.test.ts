/** What a client makes of each answer that a bot may give to an invoke, good and bad. */
import { expect, test } from 'vitest';
import { readInvokeAnswer } from '../../teams/invoke-answers.js';
import { dialogProblems } from '../../teams/message-validate.js';
import { adaptiveCardType } from '../../teams/wire.js';
import { card, submitButton, textBlock } from './bot.js';

const form = card([{ type: 'Input.Text', id: 'a', label: 'A' }], [submitButton('Send')]);
const attachment = (content: unknown) => ({ contentType: adaptiveCardType, content });
const next = (value: object) => ({ task: { type: 'continue', value } });

test.each([
  ['a dialog', 'task/fetch', next({ title: 'T', card: attachment(form) }), 'dialog'],
  ['a web page', 'task/fetch', next({ url: 'https://example.com', height: 300, width: 'large' }), 'dialog'],
  ['the next dialog', 'task/submit', next({ card: attachment(form) }), 'dialog'],
  ['a text', 'task/submit', { task: { type: 'message', value: 'Done' } }, 'message'],
  ['nothing', 'task/submit', undefined, 'done'],
  ['an empty object', 'task/submit', {}, 'done'],
  ['no task', 'task/submit', { task: null }, 'done'],
  ['a card', 'adaptiveCard/action', { statusCode: 200, type: adaptiveCardType, value: card([textBlock('x')]) }, 'card'],
  [
    'a message',
    'adaptiveCard/action',
    { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'x' },
    'message',
  ],
  [
    'choices',
    'application/search',
    { type: 'application/vnd.microsoft.search.searchResponse', value: { results: [{ title: 'A', value: 'a' }] } },
    'choices',
  ],
  ['a consent', 'fileConsent/invoke', undefined, 'done'],
])('good: %s', (_name, invoke, body, kind) => {
  expect(readInvokeAnswer(invoke, 200, body)).toMatchObject({ kind });
});

test.each([
  ['no dialog', 'task/fetch', undefined, /no dialog/],
  ['an unknown type', 'task/fetch', { task: { type: 'close' } }, /continue or message/],
  ['fields beside the task', 'task/fetch', { ...next({ card: attachment(form) }), status: 200 }, /unknown fields/],
  ['neither card nor page', 'task/fetch', next({ title: 'T' }), /either a card or a url/],
  ['both', 'task/fetch', next({ url: 'https://example.com', card: attachment(form) }), /either a card or a url/],
  ['a card without its envelope', 'task/fetch', next({ card: form }), /contentType/],
  ['a size that is none', 'task/fetch', next({ card: attachment(form), width: 'huge' }), /small, medium, large/],
  ['a message that is no text', 'task/submit', { task: { type: 'message', value: { text: 'x' } } }, /must be a text/],
  ['no envelope', 'adaptiveCard/action', undefined, /needs a body/],
  ['no statusCode', 'adaptiveCard/action', { type: adaptiveCardType, value: card([textBlock('x')]) }, /statusCode/],
  [
    'an error',
    'adaptiveCard/action',
    { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'no' } },
    /400: no/,
  ],
  [
    'an unknown type of answer',
    'adaptiveCard/action',
    { statusCode: 200, type: 'text/plain', value: 'x' },
    /not one that Teams knows/,
  ],
  [
    'choices without titles',
    'application/search',
    { type: 'application/vnd.microsoft.search.searchResponse', value: { results: [{ value: 'a' }] } },
    /title and a value/,
  ],
  ['choices of another type', 'application/search', [], /searchResponse/],
  ['an unknown invoke', 'composeExtension/query', {}, /no invoke named/],
])('bad: %s', (_name, invoke, body, why) => {
  const answer = readInvokeAnswer(invoke, 200, body);
  expect(answer.kind === 'invalid' && answer.why).toMatch(why);
});

test('any status but 200, and none at all, are errors', () => {
  expect(readInvokeAnswer('task/submit', 202, undefined).kind).toBe('invalid');
  expect(readInvokeAnswer('task/submit', 501, undefined).kind).toBe('invalid');
  expect(readInvokeAnswer('task/submit', undefined, undefined).kind).toBe('invalid');
});

test('no more than fifteen choices are shown', () => {
  const results = Array.from({ length: 16 }, (_, index) => ({ title: `${index}`, value: `${index}` }));
  const body = { type: 'application/vnd.microsoft.search.searchResponse', value: { results } };
  const answer = readInvokeAnswer('application/search', 200, body);
  expect(answer.kind === 'choices' && answer.choices).toHaveLength(15);
});

test('a dialog at the size limit passes, one byte over does not', () => {
  const of = (length: number) => ({ card: attachment(card([textBlock('x'.repeat(length))])) });
  const frame = Buffer.byteLength(JSON.stringify(of(0)));
  expect(dialogProblems(of(40_000 - frame))).toEqual([]);
  expect(dialogProblems(of(40_001 - frame)).map(({ problem }) => problem)).toEqual(['is larger than 40000 bytes']);
});
