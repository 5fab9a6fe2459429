/** The buttons that lead everywhere a person may go. */
import type { OpenContext } from '../context.js';
import type { ActionButton } from '../message.js';

/** One button for each action that the menu offers this person. */
export function menuButtons(context: OpenContext): readonly ActionButton[] {
  return context.offers('menu').map(({ name, opensForm }) => ({
    label: context.texts.actions[name].title,
    action: name,
    input: {},
    ...(opensForm && { form: true }),
  }));
}
