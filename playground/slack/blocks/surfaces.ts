/** What may be posted as a message's blocks, opened as a modal or published as a Home tab; an empty list of complaints is a pass. */
import { asList, isJson, type Json } from '../json.js';
import { blockList, hasInputs } from './blocks.js';
import { boolean, type Check, complain, list, newWalk, object, oneOf, string } from './check.js';
import { menuOption, menuOptionGroup, plainText } from './objects.js';

/** Checks the blocks of a message: 50 at most. */
export function checkMessageBlocks(blocks: unknown, at = '/blocks'): readonly string[] {
  const walk = newWalk('message');
  blockList(50)(blocks, at, walk);
  return walk.complaints;
}

const metadata = { private_metadata: string(3000), callback_id: string(255), external_id: string(255) };

const modal: Check = object({
  required: { type: oneOf('modal'), title: plainText(24), blocks: blockList(100) },
  optional: {
    ...metadata,
    submit: plainText(24),
    close: plainText(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
  },
  also: (view, at, walk) => {
    if (hasInputs(view.blocks) && view.submit === undefined)
      complain(walk, at, 'missing required field: submit (the view has input blocks)');
  },
});

const home: Check = object({ required: { type: oneOf('home'), blocks: blockList(100) }, optional: metadata });

/** Checks a view as views.open, views.push, views.update (modal) or views.publish (home) do. */
export function checkView(view: unknown, kind: 'modal' | 'home', at = '/view'): readonly string[] {
  const walk = newWalk(kind);
  (kind === 'modal' ? modal : home)(view, at, walk);
  return walk.complaints;
}

/** Checks what a bot answers to a block_suggestion: options or groups of options, 100 at most. */
export function checkSuggestions(answer: unknown): readonly string[] {
  const walk = newWalk('modal');
  object({
    optional: { options: list(menuOption, 0, 100), option_groups: list(menuOptionGroup, 0, 100) },
    also: (value, at) => {
      if ((value.options === undefined) === (value.option_groups === undefined))
        complain(walk, at, 'must provide either options or option_groups');
    },
  })(answer, '', walk);
  return walk.complaints;
}

/** Blocks with the ids that Slack makes up for those that have none; `salt` keeps them apart between messages. */
export function withIds(blocks: unknown, salt: string): readonly Json[] {
  return asList(blocks).map((block, index) => {
    const id = `${salt}${index}`;
    const named = (element: unknown, place: number): unknown =>
      isJson(element) && isInteractive(element) ? { action_id: `${id}_${place}`, ...element } : element;
    return {
      ...block,
      block_id: typeof block.block_id === 'string' ? block.block_id : id,
      ...(Array.isArray(block.elements) && block.type === 'actions' ? { elements: block.elements.map(named) } : {}),
      ...(block.accessory === undefined ? {} : { accessory: named(block.accessory, 0) }),
      ...(block.element === undefined ? {} : { element: named(block.element, 0) }),
    };
  });
}

function isInteractive(element: Json): boolean {
  return element.type !== 'image';
}
