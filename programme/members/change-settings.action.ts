/** Asks a person for the language and the time zone that the bot uses with them. */
import { z } from 'zod';
import { textsFor } from '../locale/texts.js';
import { plain } from '../messages/message.js';
import { timeZoneInput, zoneChoices } from '../messages/time-zones.js';
import { memberAction } from '../requests/action.js';
import { changeSettings } from './change-settings.js';
import { languageField, languages } from './languages.js';
import { everyRole } from './roles.js';

export const changeSettingsAction = memberAction({
  name: 'member.settings',
  command: 'settings',
  who: everyRole,
  subject: 'own',
  input: z.object({ language: z.enum(languages), timeZone: timeZoneInput }),
  offered: 'menu',
  confirm: 'never',
  ask: async (context) => {
    const { members, actions, chat } = context.texts;
    const { timeZone } = context.person;
    return {
      action: 'member.settings',
      title: actions['member.settings'].title,
      introduction: [],
      fields: [
        languageField(context),
        {
          kind: 'choice',
          name: 'timeZone',
          label: members.timeZone,
          hint: members.timeZoneHint,
          search: true,
          choices: zoneChoices([timeZone], ''),
          initial: timeZone,
        },
      ],
      known: {},
      submit: members.save,
      cancel: chat.close,
    };
  },
  search: async (context, _field, typed) => zoneChoices([context.person.timeZone], typed),
  run: async ({ transaction, person }, { language, timeZone }) => {
    await changeSettings(transaction, { personId: person.id, language, timeZone });
    return { message: plain(textsFor(language).members.settingsChanged(timeZone)), language };
  },
});
