/** The languages to choose from, each by its own name. */
import { textsFor } from '../locale/texts.js';
import type { ActionButton, Field } from '../messages/message.js';
import type { Context } from '../requests/context.js';

export const languages = ['ja', 'en'] as const;

export function languageButtons(): readonly ActionButton[] {
  return languages.map((language) => ({
    label: textsFor(language).members.thisLanguage,
    action: 'member.language',
    input: { language },
  }));
}

export function languageField(context: Context): Field {
  return {
    kind: 'choice',
    name: 'language',
    label: context.texts.members.language,
    choices: languages.map((value) => ({ value, label: textsFor(value).members.thisLanguage })),
    initial: context.person.language,
  };
}
