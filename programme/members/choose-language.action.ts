/** Asks a person for the language that the bot uses with them. */

import { z } from 'zod';
import { plain } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { changeSettings } from './change-settings.js';
import { languageField, languages } from './languages.js';
import { languageRecogniser } from './recognisers.js';
import { everyRole } from './roles.js';
import { memberTexts } from './texts.js';

export const chooseLanguageAction = memberAction({
  name: 'member.language',
  texts: memberTexts,
  recognise: languageRecogniser,
  command: 'language',
  who: everyRole,
  input: z.object({ language: z.enum(languages) }),
  offered: 'help',
  confirm: 'never',
  ask: async (context) => ({
    action: 'member.language',
    title: memberTexts[context.language].actions['member.language'].title,
    introduction: [],
    fields: [languageField(context)],
    known: {},
    submit: memberTexts[context.language].save,
    cancel: chatTexts[context.language].close,
  }),
  run: async ({ transaction, person }, { language }) => {
    await changeSettings(transaction, { personId: person.id, language });
    return { message: plain(memberTexts[language].languageChosen), language };
  },
});
