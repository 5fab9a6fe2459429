/** The values that inputs hold: as state.values reports them, and as an action reports them. */
import { initialState } from './element-kinds.js';
import { asJson, asList, isJson, type Json } from './json.js';

/** An element that can be acted on, with the block it stands in. */
export interface Placed {
  readonly block: Json;
  readonly element: Json;
  readonly blockId: string;
  readonly actionId: string;
}

/** All elements with an action_id, top to bottom. */
export function placedElements(blocks: readonly Json[]): readonly Placed[] {
  return blocks.flatMap((block) => {
    const elements = [
      ...(isJson(block.accessory) ? [block.accessory] : []),
      ...(isJson(block.element) ? [block.element] : []),
      ...(block.type === 'actions' ? asList(block.elements) : []),
    ];
    return elements
      .filter((element) => typeof element.action_id === 'string')
      .map((element) => ({ block, element, blockId: String(block.block_id), actionId: String(element.action_id) }));
  });
}

export function keyOf(placed: Placed): string {
  return `${placed.blockId}/${placed.actionId}`;
}

const withoutValue = new Set(['button', 'overflow', 'image']);

export function holdsValue(element: Json): boolean {
  return !withoutValue.has(String(element.type));
}

/** The state of every element that holds a value; what was entered before stays where the ids are the same. */
export function stateOf(blocks: readonly Json[], entered: ReadonlyMap<string, Json>): Map<string, Json> {
  const state = new Map<string, Json>();
  for (const placed of placedElements(blocks)) {
    if (!holdsValue(placed.element)) continue;
    const before = entered.get(keyOf(placed));
    state.set(
      keyOf(placed),
      before !== undefined && before.type === placed.element.type ? before : initialState(placed.element),
    );
  }
  return state;
}

/** `state.values` as payloads carry it: block_id → action_id → value. */
export function stateValues(
  blocks: readonly Json[],
  state: ReadonlyMap<string, Json>,
): Record<string, Record<string, Json>> {
  const values: Record<string, Record<string, Json>> = {};
  for (const placed of placedElements(blocks)) {
    if (!holdsValue(placed.element)) continue;
    values[placed.blockId] = {
      ...values[placed.blockId],
      [placed.actionId]: state.get(keyOf(placed)) ?? initialState(placed.element),
    };
  }
  return values;
}

/** One entry of `actions` in a block_actions payload (docs.slack.dev/reference/interaction-payloads/block_actions-payload). */
export function actionPayload(placed: Placed, chosen: Json, actionTs: string): Json {
  const { element } = placed;
  const kept = [
    'initial_option',
    'initial_options',
    'initial_date',
    'initial_time',
    'placeholder',
    'confirm',
    'min_query_length',
  ];
  const own = element.type === 'button' ? ['text', 'value', 'url', 'style', 'confirm'] : kept;
  return {
    ...Object.fromEntries(own.filter((key) => element[key] !== undefined).map((key) => [key, element[key]])),
    ...chosen,
    type: element.type,
    block_id: placed.blockId,
    action_id: placed.actionId,
    action_ts: actionTs,
  };
}

/** Whether nothing has been put in, so that a client would not let a required field pass. */
function isEmptyState(value: Json): boolean {
  const content = Object.entries(value).find(([key]) => key !== 'type' && key !== 'timezone')?.[1];
  if (content === undefined || content === null || content === '') return true;
  return Array.isArray(content) && content.length === 0;
}

/** What Slack's client says about a value before it sends anything; undefined when the value may be sent. */
export function clientComplaint(block: Json, value: Json): string | undefined {
  const element = asJson(block.element);
  if (isEmptyState(value)) return block.optional === true ? undefined : 'Please complete this required field.';
  const text = typeof value.value === 'string' ? value.value : undefined;
  switch (element.type) {
    case 'plain_text_input': {
      const { min_length: min, max_length: max } = element;
      const longest = typeof max === 'number' ? max : 3000;
      if (text !== undefined && typeof min === 'number' && text.length < min)
        return `Please enter at least ${min} characters.`;
      return text !== undefined && text.length > longest ? `Please enter at most ${longest} characters.` : undefined;
    }
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text ?? '') ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(text ?? '') ? undefined : 'Please enter a valid URL.';
    case 'number_input':
      return numberComplaint(element, text ?? '');
    default:
      return undefined;
  }
}

function numberComplaint(element: Json, text: string): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return 'Please enter a number.';
  if (element.is_decimal_allowed !== true && text.includes('.')) return 'Please enter a whole number.';
  if (typeof element.min_value === 'string' && Number(text) < Number(element.min_value))
    return `Please enter at least ${element.min_value}.`;
  if (typeof element.max_value === 'string' && Number(text) > Number(element.max_value))
    return `Please enter at most ${element.max_value}.`;
  return undefined;
}
