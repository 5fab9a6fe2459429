/** Every limit of Block Kit that a renderer could hit: at the limit accepted, one over refused. */
import { describe, expect, it } from 'vitest';
import { checkMessageBlocks, checkView } from '../../slack/blocks/surfaces.js';

type Build = (length: number) => unknown[];
const text = (length: number, type = 'plain_text') => ({ type, text: 'x'.repeat(length) });
const option = (value: string, length = 5) => ({ text: text(length), value });
const options = (count: number) => Array.from({ length: count }, (_, index) => option(String(index)));
const input = (element: object, rest: object = {}) => ({ type: 'input', label: text(5), element, ...rest });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const button = (rest: object = {}) => ({ type: 'button', text: text(5), ...rest });
const times = (count: number, make: (index: number) => unknown): unknown[] =>
  Array.from({ length: count }, (_, index) => make(index));
const confirm = (rest: object) =>
  actions(button({ confirm: { title: text(5), text: text(5), confirm: text(5), deny: text(5), ...rest } }));

const limits: readonly (readonly [string, number, Build])[] = [
  ['blocks of a message', 50, (n) => times(n, () => ({ type: 'divider' }))],
  ['text of a section', 3000, (n) => [{ type: 'section', text: text(n, 'mrkdwn') }]],
  ['fields of a section', 10, (n) => [{ type: 'section', fields: times(n, () => text(5)) }]],
  ['text of a field', 2000, (n) => [{ type: 'section', fields: [text(n)] }]],
  ['header', 150, (n) => [{ type: 'header', text: text(n) }]],
  ['elements of actions', 25, (n) => [actions(...times(n, () => button()).map((one) => Object(one)))]],
  ['elements of a context', 10, (n) => [{ type: 'context', elements: times(n, () => text(5)) }]],
  ['label of a button', 75, (n) => [actions(button({ text: text(n) }))]],
  ['value of a button', 2000, (n) => [actions(button({ value: 'x'.repeat(n) }))]],
  ['link of a button', 3000, (n) => [actions(button({ url: `https://example.com/${'x'.repeat(n - 20)}` }))]],
  ['action_id', 255, (n) => [actions(button({ action_id: 'x'.repeat(n) }))]],
  ['block_id', 255, (n) => [{ type: 'divider', block_id: 'x'.repeat(n) }]],
  ['title of a confirmation', 100, (n) => [confirm({ title: text(n) })]],
  ['text of a confirmation', 300, (n) => [confirm({ text: text(n) })]],
  ['button of a confirmation', 30, (n) => [confirm({ confirm: text(n) })]],
  ['options of a menu', 100, (n) => [actions({ type: 'static_select', options: options(n) })]],
  ['text of an option', 75, (n) => [actions({ type: 'static_select', options: [option('a', n)] })]],
  ['value of an option', 150, (n) => [actions({ type: 'static_select', options: [option('x'.repeat(n))] })]],
  ['placeholder', 150, (n) => [actions({ type: 'static_select', options: options(1), placeholder: text(n) })]],
  ['radio buttons', 10, (n) => [actions({ type: 'radio_buttons', options: options(n) })]],
  ['overflow options', 5, (n) => [actions({ type: 'overflow', options: options(n) })]],
  ['label of an input', 2000, (n) => [input({ type: 'datepicker' }, { label: text(n) })]],
  ['hint of an input', 2000, (n) => [input({ type: 'datepicker' }, { hint: text(n) })]],
  ['initial text', 3000, (n) => [input({ type: 'plain_text_input', initial_value: 'x'.repeat(n) })]],
  [
    'alternative text',
    2000,
    (n) => [{ type: 'image', image_url: 'https://example.com/a.png', alt_text: 'x'.repeat(n) }],
  ],
  ['markdown', 12_000, (n) => [{ type: 'markdown', text: 'x'.repeat(n) }]],
  ['columns of a table', 20, (n) => [{ type: 'table', rows: [times(n, () => ({ type: 'raw_text', text: 'x' }))] }]],
];

describe('limits of messages', () => {
  it.each(limits)('%s: %i', (_name, limit, build) => {
    expect(checkMessageBlocks(build(limit))).toEqual([]);
    expect(checkMessageBlocks(build(limit + 1))).not.toEqual([]);
  });
});

const modal = (rest: object) => ({ type: 'modal', title: text(5), submit: text(4), blocks: [], ...rest });

describe('limits of modals', () => {
  it.each<readonly [string, number, (length: number) => object]>([
    ['blocks', 100, (n) => ({ blocks: times(n, () => ({ type: 'divider' })) })],
    ['title', 24, (n) => ({ title: text(n) })],
    ['submit', 24, (n) => ({ submit: text(n) })],
    ['close', 24, (n) => ({ close: text(n) })],
    ['private_metadata', 3000, (n) => ({ private_metadata: 'x'.repeat(n) })],
    ['callback_id', 255, (n) => ({ callback_id: 'x'.repeat(n) })],
  ])('%s: %i', (_name, limit, rest) => {
    expect(checkView(modal(rest(limit)), 'modal')).toEqual([]);
    expect(checkView(modal(rest(limit + 1)), 'modal')).not.toEqual([]);
  });
});

describe('what does not belong', () => {
  it.each<readonly [string, unknown[], RegExp]>([
    ['unknown block', [{ type: 'banner' }], /unsupported type: banner .*\/blocks\/0\/type/],
    ['unknown key', [{ type: 'divider', colour: 'red' }], /no more keys allowed: colour/],
    ['missing type', [{}], /unsupported type/],
    ['empty text', [{ type: 'section', text: text(0) }], /more than 0 characters/],
    ['section without text', [{ type: 'section' }], /text or fields/],
    ['mrkdwn where plain text belongs', [{ type: 'header', text: text(5, 'mrkdwn') }], /\/blocks\/0\/text\/type/],
    [
      'mrkdwn option in a menu',
      [actions({ type: 'static_select', options: [{ text: text(5, 'mrkdwn'), value: 'a' }] })],
      /valid enum/,
    ],
    [
      'link in a menu option',
      [actions({ type: 'static_select', options: [{ ...option('a'), url: 'https://example.com' }] })],
      /no more keys allowed: url/,
    ],
    [
      'two blocks with one id',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      /block_id already exists/,
    ],
    [
      'two actions with one id',
      [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
      /action_id already exists/,
    ],
    [
      'initial option not among them',
      [actions({ type: 'static_select', options: options(2), initial_option: option('7') })],
      /among the options/,
    ],
    [
      'options and groups',
      [
        actions({
          type: 'static_select',
          options: options(1),
          option_groups: [{ label: text(5), options: options(1) }],
        }),
      ],
      /either options or option_groups/,
    ],
    ['no options', [actions({ type: 'static_select', options: [] })], /no less than 1/],
    ['impossible date', [actions({ type: 'datepicker', initial_date: '2024-02-30' })], /date that exists/],
    ['malformed time', [actions({ type: 'timepicker', initial_time: '9:00' })], /valid time/],
    ['unknown zone', [actions({ type: 'timepicker', timezone: 'Mars/Base' })], /IANA/],
    ['half a confirmation', [actions(button({ confirm: { text: text(5) } }))], /missing required field: title/],
    ['text input in actions', [actions({ type: 'plain_text_input' })], /unsupported type/],
    ['button in an input', [input(button())], /unsupported type/],
    ['file input in a message', [input({ type: 'file_input' })], /only allowed in modals/],
    [
      'image without text for those who cannot see it',
      [{ type: 'image', image_url: 'https://example.com/a.png' }],
      /alt_text/,
    ],
    ['link without a scheme', [actions(button({ url: 'example.com' }))], /invalid url/],
    [
      'numbers the wrong way round',
      [input({ type: 'number_input', is_decimal_allowed: false, min_value: '5', max_value: '1' })],
      /must not exceed/,
    ],
    [
      'two tables',
      times(2, () => ({ type: 'table', rows: [[{ type: 'raw_text', text: 'x' }]] })),
      /only_one_table_allowed/,
    ],
    [
      'broken rich text',
      [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'blink' }] }] }],
      /unsupported type: blink/,
    ],
    ['empty value', [actions(button({ value: '' }))], /more than 0 characters/],
  ])('%s', (_name, blocks, complaint) => {
    expect(checkMessageBlocks(blocks).join('; ')).toMatch(complaint);
  });

  it('wants a submit button where there are inputs, and refuses messages-only blocks in views', () => {
    const { submit: _submit, ...bare } = modal({ blocks: [input({ type: 'datepicker' })] });
    expect(checkView(bare, 'modal').join()).toMatch(/submit/);
    expect(checkView(modal({ blocks: [{ type: 'markdown', text: 'x' }] }), 'modal').join()).toMatch(
      /not allowed on this surface/,
    );
    expect(checkView({ type: 'home', blocks: [], title: text(3) }, 'home').join()).toMatch(
      /no more keys allowed: title/,
    );
    expect(
      checkView(
        modal({
          blocks: times(2, (index) => input({ type: 'datepicker', focus_on_load: true, action_id: `${index}` })),
        }),
        'modal',
      ).join(),
    ).toMatch(/focus_on_load/);
    expect(
      checkView(modal({ blocks: [input({ type: 'file_input', filetypes: ['pdf'], max_files: 10 })] }), 'modal'),
    ).toEqual([]);
  });
});
