/** Asks a person for the language that the bot uses with them. */
import { z } from 'zod';
import { textsFor } from '../locale/texts.js';
import { plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { changeSettings } from './change-settings.js';
import { languageField, languages } from './languages.js';
import { everyRole } from './roles.js';

export const chooseLanguageAction = memberAction({
  name: 'member.language',
  command: 'language',
  who: everyRole,
  subject: 'own',
  input: z.object({ language: z.enum(languages) }),
  offered: 'help',
  confirm: 'never',
  ask: async (context) => ({
    action: 'member.language',
    title: context.texts.actions['member.language'].title,
    introduction: [],
    fields: [languageField(context)],
    known: {},
    submit: context.texts.members.save,
    cancel: context.texts.chat.close,
  }),
  run: async ({ transaction, person }, { language }) => {
    await changeSettings(transaction, { personId: person.id, language });
    return { message: plain(textsFor(language).members.languageChosen), language };
  },
});
