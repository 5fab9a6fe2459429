/** The message for a person who is in no programme: how to get in, and nothing about a programme or its members. */
import type { Message } from '../messages/message.js';
import type { Language } from '../requests/context.js';
import { memberTexts } from './texts.js';

export function howToGetIn(language: Language): Message {
  const members = memberTexts[language];
  return {
    summary: members.unknownSummary,
    elements: [
      { kind: 'text', text: members.unknown },
      {
        kind: 'buttons',
        buttons: [
          {
            label: memberTexts[language].actions['member.link'].title,
            action: 'member.link',
            input: {},
            form: true,
            emphasis: 'primary',
          },
        ],
      },
      { kind: 'note', text: members.unknownNote },
    ],
  };
}
