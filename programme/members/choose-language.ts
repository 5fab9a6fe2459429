/** A person chooses the language and the time zone that the bot uses with them. */

import { z } from 'zod';
import { textsFor } from '../locale/texts.js';
import { type ActionButton, type Form, plain } from '../messages/message.js';
import { timeZoneInput, zoneChoices } from '../messages/time-zones.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { languageRecogniser } from './recognisers.js';
import { everyRole } from './roles.js';

const languages = ['ja', 'en'] as const;

/** One button per language, each in its own language. */
export function languageButtons(): readonly ActionButton[] {
  return languages.map((language) => ({
    label: textsFor(language).members.thisLanguage,
    action: 'member.language',
    input: { language },
  }));
}

export const chooseLanguage = memberAction({
  name: 'member.language',
  recognise: languageRecogniser,
  command: 'language',
  who: everyRole,
  subject: 'own',
  input: z.object({ language: z.enum(languages) }),
  offered: 'help',
  confirm: 'never',
  ask: async (context) => form(context, 'member.language', context.texts.actions['member.language'].title),
  run: async (context, { language }) => {
    await context.transaction.person.update({ where: { id: context.person.id }, data: { language } });
    return { message: plain(textsFor(language).members.languageChosen), language };
  },
});

export const changeSettings = memberAction({
  name: 'member.settings',
  command: 'settings',
  who: everyRole,
  subject: 'own',
  input: z.object({
    language: z.enum(languages),
    timeZone: timeZoneInput,
  }),
  offered: 'menu',
  confirm: 'never',
  ask: async (context) => {
    const asked = form(context, 'member.settings', context.texts.actions['member.settings'].title);
    const { members } = context.texts;
    return {
      ...asked,
      fields: [
        ...asked.fields,
        {
          kind: 'choice',
          name: 'timeZone',
          label: members.timeZone,
          hint: members.timeZoneHint,
          search: true,
          choices: zoneChoices([context.person.timeZone], ''),
          initial: context.person.timeZone,
        },
      ],
    };
  },
  search: async (context, _field, typed) => zoneChoices([context.person.timeZone], typed),
  run: async (context, { language, timeZone }) => {
    await context.transaction.person.update({ where: { id: context.person.id }, data: { language, timeZone } });
    return { message: plain(textsFor(language).members.settingsChanged(timeZone)), language };
  },
});

function form(context: Context, action: string, title: string): Form {
  const { members, chat } = context.texts;
  return {
    action,
    title,
    introduction: [],
    fields: [
      {
        kind: 'choice',
        name: 'language',
        label: members.language,
        choices: languages.map((value) => ({ value, label: textsFor(value).members.thisLanguage })),
        initial: context.person.language,
      },
    ],
    known: {},
    submit: members.save,
    cancel: chat.close,
  };
}
