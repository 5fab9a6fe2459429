/** The languages to choose from, each by its own name. */
import type { ActionButton, Field } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { memberTexts } from './texts.js';

export const languages = ['ja', 'en'] as const;

export function languageButtons(): readonly ActionButton[] {
  return languages.map((language) => ({
    label: memberTexts[language].thisLanguage,
    action: 'member.language',
    input: { language },
  }));
}

export function languageField(context: Context): Field {
  return {
    kind: 'choice',
    name: 'language',
    label: memberTexts[context.language].language,
    choices: languages.map((value) => ({ value, label: memberTexts[value].thisLanguage })),
    initial: context.person.language,
  };
}
