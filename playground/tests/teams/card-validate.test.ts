/** The validator of Adaptive Cards: what Teams shows passes; at each limit it passes, one over it does not. */
import { describe, expect, test } from 'vitest';
import { cardProblems } from '../../teams/card-validate.js';
import { card, submitButton, textBlock } from './bot.js';

const problems = (content: unknown, place: 'message' | 'dialog' = 'message') =>
  cardProblems(content, place).map(({ at, problem }) => `${at}: ${problem}`);

const text = (id: string, more: object = {}) => ({ type: 'Input.Text', id, label: id, ...more });
const choiceSet = (more: object = {}) => ({
  type: 'Input.ChoiceSet',
  id: 'mode',
  label: 'Mode',
  choices: [
    { title: 'On site', value: 'on-site' },
    { title: 'Online', value: 'online' },
  ],
  ...more,
});
const form = (...inputs: object[]) => card(inputs, [submitButton('Send')]);
const people = (count: number) => Array.from({ length: count }, (_, index) => `29:${index}`);
const refresh = (count: number) => ({
  ...card([textBlock('x')]),
  refresh: { action: { type: 'Action.Execute', verb: 'refresh' }, userIds: people(count) },
});
const buttons = (count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ ...submitButton(`Button ${index}`), ...more }));

describe('what Teams shows', () => {
  test.each([
    ['text', card([textBlock('Hello', { size: 'Large', weight: 'Bolder', style: 'heading' })])],
    [
      'rich text',
      card([{ type: 'RichTextBlock', inlines: ['plain ', { type: 'TextRun', text: 'bold', weight: 'bolder' }] }]),
    ],
    ['facts', card([{ type: 'FactSet', facts: [{ title: 'Date', value: '2024-11-07' }] }])],
    [
      'columns',
      card([
        {
          type: 'ColumnSet',
          columns: [
            { type: 'Column', width: 'stretch', items: [textBlock('left')] },
            { type: 'Column', width: 'auto', items: [{ type: 'ActionSet', actions: [submitButton('Register')] }] },
          ],
        },
      ]),
    ],
    [
      'a table',
      card([
        {
          type: 'Table',
          columns: [{ width: 1 }, { width: 2 }],
          rows: [
            {
              type: 'TableRow',
              cells: [
                { type: 'TableCell', items: [textBlock('a')] },
                { type: 'TableCell', items: [] },
              ],
            },
          ],
        },
      ]),
    ],
    ['an image', card([{ type: 'Image', url: 'https://example.com/a.png', altText: 'A chart' }])],
    [
      'every kind of input',
      form(
        text('name', { isRequired: true, errorMessage: 'Write your name', maxLength: 40, regex: '^\\S.*$' }),
        text('note', { isMultiline: true }),
        choiceSet({ style: 'expanded', value: 'online' }),
        choiceSet({ id: 'several', isMultiSelect: true, value: 'online,on-site' }),
        choiceSet({
          id: 'found',
          choices: [],
          style: 'filtered',
          'choices.data': { type: 'Data.Query', dataset: 'people' },
        }),
        { type: 'Input.Date', id: 'date', label: 'Date', value: '2024-11-07', min: '2024-11-01', max: '2024-11-30' },
        { type: 'Input.Time', id: 'time', label: 'Time', value: '15:30' },
        { type: 'Input.Number', id: 'number', label: 'Number', min: 1, max: 3, value: 2 },
        { type: 'Input.Toggle', id: 'toggle', title: 'I agree', valueOn: 'yes', valueOff: 'no' },
      ),
    ],
    [
      'Action.Execute with a fallback',
      card(
        [textBlock('x')],
        [{ type: 'Action.Execute', title: 'Do', verb: 'do', data: { a: 1 }, fallback: submitButton('Do') }],
      ),
    ],
    [
      'cards and texts that a button shows',
      card(
        [textBlock('more', { id: 'more', isVisible: false })],
        [
          { type: 'Action.ToggleVisibility', title: 'More', targetElements: ['more'] },
          { type: 'Action.ShowCard', title: 'Reply', card: form(text('reply')) },
        ],
      ),
    ],
    ['width', { ...card([textBlock('x')]), msteams: { width: 'Full' } }],
    [
      'every submission that Teams knows',
      card(
        [textBlock('x')],
        [
          submitButton('a', { msteams: { type: 'task/fetch' }, form: 'x' }),
          submitButton('b', { msteams: { type: 'messageBack', text: 'b', displayText: 'B' } }),
          submitButton('c', { msteams: { type: 'imBack', value: 'c' } }),
        ],
      ),
    ],
  ])('passes: %s', (_name, content) => {
    expect(problems(content)).toEqual([]);
  });
});

describe('what Teams would refuse, drop or hide', () => {
  test.each([
    ['not a card', 'hello', /must be an AdaptiveCard/],
    ['nothing in it', { type: 'AdaptiveCard', version: '1.5' }, /blank card/],
    ['no version', { type: 'AdaptiveCard', body: [textBlock('x')] }, /version/],
    ['an unknown element', card([{ type: 'Carousel', pages: [] }]), /Carousel is not an element/],
    ["an element that is an object's own name", card([{ type: 'constructor' }]), /not an element/],
    ['an unknown property', card([textBlock('x', { colour: 'red' })]), /colour: is not a property/],
    ['an unknown value', card([textBlock('x', { color: 'red' })]), /must be one of/],
    ['a missing property', card([{ type: 'TextBlock' }]), /text is missing/],
    ['an empty text', card([textBlock('')]), /not empty/],
    [
      'an unknown action',
      card([textBlock('x')], [{ type: 'Action.Http', title: 'x' }]),
      /Action.Http is not an action/,
    ],
    ['a button without a title', card([textBlock('x')], [{ type: 'Action.Submit' }]), /needs a title/],
    [
      'Action.Execute without a verb',
      card([textBlock('x')], [{ type: 'Action.Execute', title: 'x' }]),
      /verb is missing/,
    ],
    [
      'data that is no object',
      card([textBlock('x')], [{ type: 'Action.Submit', title: 'x', data: 'x' }]),
      /must be an object/,
    ],
    [
      'an unknown submission',
      card([textBlock('x')], [submitButton('x', { msteams: { type: 'task/submit' } })]),
      /must be one of/,
    ],
    [
      'messageBack without a text',
      card([textBlock('x')], [submitButton('x', { msteams: { type: 'messageBack' } })]),
      /text is missing/,
    ],
    [
      'a link that is none',
      card([textBlock('x')], [{ type: 'Action.OpenUrl', title: 'x', url: '/local' }]),
      /absolute address/,
    ],
    [
      'a script link',
      card([textBlock('x')], [{ type: 'Action.OpenUrl', title: 'x', url: 'javascript:alert(1)' }]),
      /absolute address/,
    ],
    ['an input without an id', form({ type: 'Input.Text', label: 'x' }), /id is missing/],
    ['one id twice', form(text('a'), text('a')), /is also the id of/],
    [
      'one id twice, once in a shown card',
      card([text('a')], [{ type: 'Action.ShowCard', title: 'x', card: form(text('a')) }]),
      /is also the id of/,
    ],
    [
      'a required input without a label',
      form({ type: 'Input.Text', id: 'a', isRequired: true, errorMessage: 'x' }),
      /needs a label/,
    ],
    ['a required input without words for its error', form(text('a', { isRequired: true })), /errorMessage/],
    ['no choices', form(choiceSet({ choices: [] })), /has no choices/],
    [
      'two choices of one value',
      form(
        choiceSet({
          choices: [
            { title: 'a', value: 'a' },
            { title: 'b', value: 'a' },
          ],
        }),
      ),
      /share a value/,
    ],
    [
      'a comma in a multiple choice',
      form(choiceSet({ isMultiSelect: true, choices: [{ title: 'a', value: 'a,b' }] })),
      /comma/,
    ],
    ['a value that is no choice', form(choiceSet({ value: 'by-phone' })), /not one of the choices/],
    [
      'a date that does not exist',
      form({ type: 'Input.Date', id: 'd', label: 'd', value: '2025-02-29' }),
      /must be a date/,
    ],
    [
      'a date written otherwise',
      form({ type: 'Input.Date', id: 'd', label: 'd', value: '07/11/2024' }),
      /must be a date/,
    ],
    ['a time that does not exist', form({ type: 'Input.Time', id: 't', label: 't', value: '24:00' }), /must be a time/],
    [
      'a date outside its bounds',
      form({ type: 'Input.Date', id: 'd', label: 'd', value: '2024-01-01', min: '2024-02-01' }),
      /outside/,
    ],
    ['a regular expression that is none', form(text('a', { regex: '(' })), /regular expression/],
    ['a toggle without words', form({ type: 'Input.Toggle', id: 't' }), /title is missing/],
    ['inputs that nothing submits', card([text('a')]), /no button that submits/],
    ['inputs that only a refresh would send', { ...refresh(1), body: [text('a')] }, /no button that submits/],
    [
      'a target that is not there',
      card([textBlock('x')], [{ type: 'Action.ToggleVisibility', title: 'x', targetElements: ['y'] }]),
      /no element has the id/,
    ],
    [
      'more cells than columns',
      card([
        {
          type: 'Table',
          columns: [{ width: 1 }],
          rows: [
            {
              type: 'TableRow',
              cells: [
                { type: 'TableCell', items: [] },
                { type: 'TableCell', items: [] },
              ],
            },
          ],
        },
      ]),
      /2 cells for 1/,
    ],
    ['an image without an address', card([{ type: 'Image', url: 'chart.png' }]), /absolute/],
    [
      'a table in version 1.4',
      {
        ...card([
          {
            type: 'Table',
            columns: [{ width: 1 }],
            rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [] }] }],
          },
        ]),
        version: '1.4',
      },
      /needs version 1.5/,
    ],
    [
      'a refresh that submits',
      { ...card([textBlock('x')]), refresh: { action: submitButton('x') } },
      /must be an Action.Execute/,
    ],
  ])('refused: %s', (_name, content, why) => {
    expect(problems(content).join('\n')).toMatch(why);
  });
});

describe('limits', () => {
  test('version 1.5 passes, 1.6 does not', () => {
    expect(problems({ ...card([textBlock('x')]), version: '1.5' })).toEqual([]);
    expect(problems({ ...card([textBlock('x')]), version: '1.6' }).join()).toMatch(/up to 1.5/);
  });

  test('six buttons pass, seven do not, unless the rest is secondary', () => {
    expect(problems(card([textBlock('x')], buttons(6)))).toEqual([]);
    expect(problems(card([textBlock('x')], buttons(7))).join()).toMatch(/7 primary buttons/);
    expect(problems(card([textBlock('x')], [...buttons(6), ...buttons(4, { mode: 'secondary' })]))).toEqual([]);
    expect(problems(card([{ type: 'ActionSet', actions: buttons(7) }])).join()).toMatch(/7 primary buttons/);
    expect(problems(card([{ type: 'ActionSet', actions: [] }])).join()).toMatch(/no buttons/);
  });

  test('a card refreshes itself for 60 people, not for 61', () => {
    expect(problems(refresh(60))).toEqual([]);
    expect(problems(refresh(61)).join()).toMatch(/61 people/);
    expect(problems({ ...refresh(0), refresh: { ...refresh(0).refresh, userIds: ['haruka'] } }).join()).toMatch(/29:/);
  });

  test('a value as long as maxLength passes, one longer does not', () => {
    expect(problems(form(text('a', { maxLength: 3, value: 'abc' })))).toEqual([]);
    expect(problems(form(text('a', { maxLength: 3, value: 'abcd' }))).join()).toMatch(/longer than maxLength/);
  });
});

test('in a dialog a button can only submit it', () => {
  expect(problems(form(text('a')), 'dialog')).toEqual([]);
  const fetch = card([textBlock('x')], [submitButton('x', { msteams: { type: 'task/fetch' } })]);
  expect(problems(fetch, 'dialog').join()).toMatch(/always submits/);
  const execute = card([textBlock('x')], [{ type: 'Action.Execute', title: 'x', verb: 'x' }]);
  expect(problems(execute, 'dialog').join()).toMatch(/does not work inside a dialog/);
});
