/** The message for a person who is in no programme: how to get in, and nothing about a programme or its members. */
import type { Texts } from '../locale/texts.js';
import type { Message } from '../messages/message.js';

export function howToGetIn(texts: Texts): Message {
  const { members } = texts;
  return {
    summary: members.unknownSummary,
    elements: [
      { kind: 'text', text: members.unknown },
      {
        kind: 'buttons',
        buttons: [
          {
            label: texts.actions['member.link'].title,
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
