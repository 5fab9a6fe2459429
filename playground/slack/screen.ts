/** What can be pressed and filled in on a piece of Block Kit, found by the words that a person sees. */
import type { SeenDialog, SeenField, SeenFieldKind } from '../client.js';
import { initialState } from './element-kinds.js';
import { holdsValue, keyOf, type Placed, placedElements } from './element-state.js';
import { asJson, asList, asText, type Json } from './json.js';
import { readBlock, readBlocks, readText } from './reading.js';
import type { View, Workspace } from './store.js';

/** Something to press: a button, or one entry of an overflow menu with what it reports. */
export interface Pressable {
  readonly label: string;
  readonly placed: Placed;
  readonly chosen: Json;
}

/** What can be pressed of an element, in order, with what each reports; nothing where the element is no button or menu. */
export function pressesOf(element: Json): readonly { readonly text: unknown; readonly chosen: Json }[] {
  const { text } = element;
  switch (element.type) {
    case 'button':
      return [{ text, chosen: {} }];
    case 'overflow':
      return asList(element.options).map((option) => ({ text: option.text, chosen: { selected_option: option } }));
    default:
      return [];
  }
}

/** Everything that can be pressed, top to bottom. */
export function pressables(workspace: Workspace, blocks: readonly Json[]): readonly Pressable[] {
  return placedElements(blocks).flatMap((placed) =>
    pressesOf(placed.element).map(({ text, chosen }) => ({ label: readText(workspace, text), placed, chosen })),
  );
}

/** The pressable with this label; with `near`, the one in the nearest block at or below the last text that contains it. */
export function findPressable(
  workspace: Workspace,
  blocks: readonly Json[],
  label: string,
  near?: string,
): Pressable | undefined {
  const found = pressables(workspace, blocks).filter((one) => one.label === label);
  if (near === undefined) return found[0];
  const order = new Map(blocks.map((block, index) => [String(block.block_id), index]));
  const places = blocks.flatMap((block, index) => (readBlock(workspace, block).includes(near) ? [index] : []));
  const distance = (one: Pressable): number => {
    const at = order.get(one.placed.blockId) ?? -1;
    return Math.min(...places.map((place) => (at >= place ? at - place : Number.POSITIVE_INFINITY)));
  };
  const [nearest] = found
    .filter((one) => distance(one) < Number.POSITIVE_INFINITY)
    .sort((a, b) => distance(a) - distance(b));
  return nearest;
}

export interface Fillable {
  readonly label: string;
  readonly placed: Placed;
  /** Other words by which a person might call it. */
  readonly also: readonly string[];
}

/** Everything that holds a value, top to bottom. Outside an input block the words beside it are its label. */
export function fillables(workspace: Workspace, blocks: readonly Json[]): readonly Fillable[] {
  return placedElements(blocks)
    .filter((placed) => holdsValue(placed.element))
    .map((placed) => {
      const hint = readText(workspace, placed.element.placeholder);
      if (placed.block.type === 'input')
        return { label: readText(workspace, placed.block.label), placed, also: [hint] };
      const beside = placed.block.type === 'section' ? readText(workspace, placed.block.text) : '';
      return { label: beside || hint || placed.actionId, placed, also: [hint, placed.actionId] };
    });
}

export function findFillable(workspace: Workspace, blocks: readonly Json[], label: string): Fillable | undefined {
  const all = fillables(workspace, blocks);
  return all.find((one) => one.label === label) ?? all.find((one) => one.also.includes(label));
}

const kinds: Readonly<Record<string, SeenFieldKind>> = {
  static_select: 'choice',
  external_select: 'choice',
  radio_buttons: 'choice',
  multi_static_select: 'several choices',
  multi_external_select: 'several choices',
  datepicker: 'date',
  datetimepicker: 'date',
  timepicker: 'time',
  file_input: 'file',
  rich_text_input: 'long text',
};

/** One box to tick is a question of yes or no. */
function fieldKind(element: Json): SeenFieldKind {
  if (element.type === 'checkboxes') return asList(element.options).length === 1 ? 'yes/no' : 'several choices';
  if (element.type === 'plain_text_input') return element.multiline === true ? 'long text' : 'text';
  return kinds[String(element.type)] ?? 'text';
}

export function optionsOf(element: Json): readonly Json[] {
  return [...asList(element.options), ...asList(element.option_groups).flatMap((group) => asList(group.options))];
}

export function seenFields(
  workspace: Workspace,
  blocks: readonly Json[],
  state: ReadonlyMap<string, Json>,
  errors: Readonly<Record<string, string>>,
): readonly SeenField[] {
  return fillables(workspace, blocks).map(({ label, placed }) => ({
    name: keyOf(placed),
    label,
    kind: fieldKind(placed.element),
    value: seenValue(workspace, placed.element, state.get(keyOf(placed)) ?? initialState(placed.element)),
    options: optionsOf(placed.element).map((option) => readText(workspace, option.text)),
    required: placed.block.type === 'input' && placed.block.optional !== true,
    error: errors[placed.blockId],
  }));
}

/** The state value in the words on the screen. */
function seenValue(workspace: Workspace, element: Json, state: Json): SeenField['value'] {
  if (state.selected_options !== undefined) {
    const labels = asList(state.selected_options).map((option) => readText(workspace, option.text));
    return fieldKind(element) === 'yes/no' ? labels.length > 0 : labels;
  }
  if (state.files !== undefined) return asList(state.files).map((file) => asText(file.name) ?? '');
  if (state.selected_option !== undefined && state.selected_option !== null)
    return readText(workspace, asJson(state.selected_option).text);
  if (typeof state.selected_date_time === 'number') return new Date(state.selected_date_time * 1000).toISOString();
  if (state.rich_text_value !== undefined) return readBlock(workspace, asJson(state.rich_text_value));
  return asText(state.value ?? state.selected_date ?? state.selected_time);
}

/** A modal or Home tab as the person sees it. */
export function seenView(workspace: Workspace, view: View): SeenDialog {
  const { definition } = view;
  return {
    title: view.type === 'home' ? 'Home' : readText(workspace, definition.title),
    text: readBlocks(workspace, view.blocks),
    fields: seenFields(workspace, view.blocks, view.state, view.errors),
    buttons: pressables(workspace, view.blocks).map((one) => one.label),
    submitLabel:
      definition.submit === undefined || definition.submit === null
        ? undefined
        : readText(workspace, definition.submit),
    payload: { ...definition, blocks: view.blocks },
  };
}
