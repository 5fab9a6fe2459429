/** What an input holds, told in the words of a command, whether the bot's side has a state for it or only the element itself. */
import { describe, expect, it } from 'vitest';
import { dispatches, heldValue, inputsOf, labelsIn } from '../../../../page/browser/slack/values.js';
import { stateOf } from '../../../../slack/element-state.js';

const option = (value: string) => ({ text: { type: 'plain_text', text: `label ${value}` }, value });

const elements = [
  [{ type: 'plain_text_input', initial_value: 'typed' }, 'typed'],
  [{ type: 'plain_text_input' }, null],
  [{ type: 'static_select', initial_option: option('a') }, 'a'],
  [{ type: 'external_select' }, null],
  [{ type: 'radio_buttons', initial_option: option('b') }, 'b'],
  [{ type: 'checkboxes', initial_options: [option('a'), option('b')] }, ['a', 'b']],
  [{ type: 'multi_static_select' }, []],
  [{ type: 'datepicker', initial_date: '2024-11-07' }, '2024-11-07'],
  [{ type: 'timepicker', initial_time: '15:30', timezone: 'Asia/Tokyo' }, '15:30'],
  [{ type: 'datetimepicker', initial_date_time: 1_730_077_200 }, 1_730_077_200],
  [{ type: 'file_input' }, []],
] as const;

describe('the value held', () => {
  it.each(elements)('%j', (element, value) => {
    expect(heldValue(element, undefined)).toEqual(value);
    // The stand-in's own idea of the same element's state means the same.
    const block = { type: 'input', block_id: 'b', element: { ...element, action_id: 'a' } };
    expect(heldValue(element, stateOf([block], new Map()).get('b/a'))).toEqual(value);
  });

  it('is the state, not what the element began with, once there is one', () => {
    const element = { type: 'static_select', initial_option: option('a') };
    expect(heldValue(element, { type: 'static_select', selected_option: null })).toBeNull();
  });

  it('of rich text is its words', () => {
    const words = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
    const state = {
      type: 'rich_text_input',
      rich_text_value: { type: 'rich_text', elements: [words('a'), words('b')] },
    };
    expect(heldValue({ type: 'rich_text_input' }, state)).toBe('a\nb');
  });
});

it('names what an external menu holds, and files', () => {
  expect(labelsIn({ type: 'external_select' }, { selected_option: option('a') })).toMatchObject({ a: 'label a' });
  expect(labelsIn({ type: 'multi_external_select', initial_options: [option('b')] }, undefined)).toMatchObject({
    b: 'label b',
  });
  expect(labelsIn({ type: 'file_input' }, { files: [{ id: 'F1', name: 'draft.docx' }] })).toMatchObject({
    F1: 'draft.docx',
  });
});

it('finds inputs wherever they stand, and who is told of them at once', () => {
  const blocks = [
    { type: 'section', block_id: 's', accessory: { type: 'static_select', action_id: '1' } },
    {
      type: 'actions',
      block_id: 'a',
      elements: [
        { type: 'button', action_id: '2' },
        { type: 'datepicker', action_id: '3' },
      ],
    },
    { type: 'input', block_id: 'i', element: { type: 'plain_text_input', action_id: '4' } },
    { type: 'input', block_id: 'd', dispatch_action: true, element: { type: 'plain_text_input', action_id: '5' } },
    { type: 'divider', block_id: 'x' },
  ];
  const found = inputsOf(blocks);
  expect(found.map(({ blockId, actionId }) => `${blockId}/${actionId}`)).toEqual(['s/1', 'a/3', 'i/4', 'd/5']);
  expect(found.map(dispatches)).toEqual([true, true, false, true]);
});
