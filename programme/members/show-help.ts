/** Lists what this person can do; to someone unknown, how to get in. */
import { z } from 'zod';
import { openAction } from '../action.js';
import { elements } from '../message.js';
import { howToGetIn } from './get-in.js';
import { menuButtons } from './menu.js';

export const showHelp = openAction({
  name: 'help.show',
  command: 'help',
  /** `unclear`: the bot did not understand what was said. */
  input: z.object({ unclear: z.boolean().default(false) }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { unclear }) => {
    const { texts, actor } = context;
    if (actor.person === null) return { message: howToGetIn(texts) };
    const introduction = unclear ? texts.members.notUnderstood : texts.members.helpIntroduction;
    return {
      message: {
        summary: introduction,
        elements: elements(
          { kind: 'text', text: introduction },
          {
            kind: 'facts',
            facts: context.offers('help').map(({ name, command }) => ({
              label: texts.members.helpEntry(texts.actions[name].title, command),
              value: texts.actions[name].help,
            })),
          },
          { kind: 'note', text: texts.members.helpNote },
          { kind: 'buttons', buttons: menuButtons(context) },
        ),
      },
    };
  },
});
