/** Tells which files a person can send: by itself, and where something was sent that nothing takes. */
import { z } from 'zod';
import { howToGetIn } from '../members/get-in.js';
import { menuButtons } from '../members/menu.js';
import { elements } from '../messages/message.js';
import { openAction } from '../requests/action.js';
import { aboutFilesName } from './about-files-name.js';
import { fileTexts } from './texts.js';
import { whereToSend } from './where-to-send.js';

export const aboutFiles = openAction({
  name: aboutFilesName,
  texts: fileTexts,
  command: 'files',
  input: z.object({}),
  offered: 'help',
  confirm: 'read',
  run: async (context) => {
    const { language, actor } = context;
    if (actor.person === null) return { message: howToGetIn(language) };
    const texts = fileTexts[language];
    const taking = context.offers('help').filter(({ receives }) => receives.length > 0);
    const summary = taking.length > 0 ? texts.takes : texts.takesNone;
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          {
            kind: 'facts',
            facts: taking.map(({ texts: { title }, receives }) => ({
              label: title,
              value: receives.map((type) => texts.types[type]).join(language === 'ja' ? '、' : ', '),
            })),
          },
          { kind: 'note', text: await whereToSend(context, actor.person) },
          { kind: 'buttons', buttons: menuButtons(context) },
        ),
      },
    };
  },
});
