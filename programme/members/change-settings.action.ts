/** Asks a person for the language and the time zone that the bot uses with them. */
import { z } from 'zod';
import { plain } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { timeZoneInput, zoneChoices } from '../messages/time-zones.js';
import { memberAction } from '../requests/action.js';
import { changeSettings } from './change-settings.js';
import { languageField, languages } from './languages.js';
import { everyRole } from './roles.js';
import { memberTexts } from './texts.js';

export const changeSettingsAction = memberAction({
  name: 'member.settings',
  texts: memberTexts,
  command: 'settings',
  who: everyRole,
  input: z.object({ language: z.enum(languages), timeZone: timeZoneInput }),
  offered: 'menu',
  confirm: 'never',
  ask: async (context) => {
    const members = memberTexts[context.language];
    const { timeZone } = context.person;
    return {
      action: 'member.settings',
      title: memberTexts[context.language].actions['member.settings'].title,
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
      cancel: chatTexts[context.language].close,
    };
  },
  search: async (context, _field, typed) => zoneChoices([context.person.timeZone], typed),
  run: async ({ transaction, person }, { language, timeZone }) => {
    await changeSettings(transaction, { personId: person.id, language, timeZone });
    return { message: plain(memberTexts[language].settingsChanged(timeZone)), language };
  },
});
