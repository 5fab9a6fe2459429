/** The menu: the buttons for everything that a person may do. */
import type { ActionButton } from '../messages/message.js';
import type { OpenContext } from '../requests/context.js';

/** One button for each action that the menu offers this person. */
export function menuButtons(context: OpenContext): readonly ActionButton[] {
  return context.offers('menu').map(({ name, texts, opensForm }) => ({
    label: texts.title,
    action: name,
    input: {},
    ...(opensForm && { form: true }),
  }));
}
