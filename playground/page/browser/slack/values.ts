/** What an input holds: as the bot's side knows it, and as the person has it before that side is told. */
import type { SlackValue } from '../../command.js';
import type { Json } from '../../protocol.js';
import { asJson, asList, asNumber, asText, plainWords } from './json.js';

/** The value of an element in the words of a command; `state` is undefined for one that nobody has touched. */
export function heldValue(element: Json, state: Json | undefined): SlackValue {
  const has = (name: string, initial: string): unknown => (state === undefined ? element[initial] : state[name]);
  const one = (value: unknown): SlackValue => asText(value) ?? null;
  const option = (value: unknown): SlackValue => asText(asJson(value).value) ?? null;
  switch (element.type) {
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return option(has('selected_option', 'initial_option'));
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return asList(has('selected_options', 'initial_options')).map(({ value }) => String(value));
    case 'datepicker':
      return one(has('selected_date', 'initial_date'));
    case 'timepicker':
      return one(has('selected_time', 'initial_time'));
    case 'datetimepicker':
      return asNumber(has('selected_date_time', 'initial_date_time')) ?? null;
    case 'file_input':
      return asList(state?.files).map(({ id }) => String(id));
    case 'rich_text_input': {
      const written = richWords(has('rich_text_value', 'initial_value'));
      return written === '' ? null : written;
    }
    default:
      return one(has('value', 'initial_value'));
  }
}

/** Names for the values that an element holds, as far as its state tells them: an external menu has no options of its own. */
export function labelsIn(element: Json, state: Json | undefined): Readonly<Record<string, string>> {
  const from = state ?? element;
  const options = [
    ...asList(from.selected_options ?? from.initial_options),
    asJson(from.selected_option ?? from.initial_option),
  ];
  return Object.fromEntries([
    ...options.map((option) => [String(option.value), plainWords(option.text)]),
    ...asList(state?.files).map((file) => [String(file.id), asText(file.name) ?? String(file.id)]),
  ]);
}

function richWords(value: unknown): string {
  const node = asJson(value);
  const own = asText(node.text) ?? '';
  const separator = node.type === 'rich_text' ? '\n' : '';
  return own + asList(node.elements).map(richWords).join(separator);
}

export function sameValue(one: SlackValue, other: SlackValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What the person has put in and the bot's side may not know yet. */
export interface Draft {
  readonly value: SlackValue;
  /** Names of what was chosen. */
  readonly labels: Readonly<Record<string, string>>;
  /** The bot's side has been told of it. */
  readonly told: boolean;
}

const withoutValue = new Set(['button', 'overflow', 'image']);

/** An element with what it stands in; `required` says that its block will not do without a value. */
export interface Placed {
  readonly block: Json;
  readonly blockId: string;
  readonly element: Json;
  readonly actionId: string;
}

/** Everything on a surface that can be filled in, top to bottom. */
export function inputsOf(blocks: readonly Json[]): readonly Placed[] {
  return blocks.flatMap((block) =>
    [block.accessory, block.element, ...asList(block.elements)].flatMap((candidate) => {
      const element = asJson(candidate);
      const isInput = typeof element.action_id === 'string' && !withoutValue.has(String(element.type));
      return isInput ? [place(block, element)] : [];
    }),
  );
}

export function place(block: Json, element: Json): Placed {
  return { block, blockId: String(block.block_id), element, actionId: String(element.action_id) };
}

/** Whether the bot is told at once; an input of a form is otherwise told of when the form is submitted. */
export function dispatches({ block }: Placed): boolean {
  return block.type !== 'input' || block.dispatch_action === true;
}
