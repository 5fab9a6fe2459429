/** Shows a view also where the app was installed before it asked for files. */
import { slackError } from './api-errors.js';
import type { Block, Modal } from './block-kit.js';

/**
 * Makes the call that shows the view. Slack refuses a field for files where the installation has no `files:read`: then the view is
 * shown with the field's words, which say how else to send them.
 */
export async function showView<Answer>(view: Modal, call: (view: Modal) => Promise<Answer>): Promise<Answer> {
  try {
    return await call(view);
  } catch (error) {
    const blocks = view.blocks.map(wordsForFiles);
    if (slackError(error) !== 'missing_scope' || blocks.every((block, at) => block === view.blocks[at])) throw error;
    return await call({ ...view, blocks });
  }
}

function wordsForFiles(block: Modal['blocks'][number]): Modal['blocks'][number] | Block {
  if (block.type !== 'input' || !('element' in block) || block.element.type !== 'file_input') return block;
  return { type: 'context', elements: [block.label, ...(block.hint === undefined ? [] : [block.hint])] };
}
