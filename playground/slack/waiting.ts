/** Waiting for a message to appear on a person's screen. */
import type { ChatClient, SeenMessage } from '../client.js';
import type { Person } from './entering.js';
import { placeOfLook, readShown, storedMessages } from './seen-messages.js';
import type { Slack } from './start-slack.js';

/** What is on the screen, for the Error that says what was looked for in vain. */
export function whatThereIs(client: Pick<ChatClient, 'dialog' | 'messages'>): string {
  const dialog = client.dialog;
  const open =
    dialog === undefined
      ? []
      : [
          `dialog "${dialog.title}" with buttons [${dialog.buttons.join(', ')}] and fields [${dialog.fields.map((field) => field.label).join(', ')}]`,
        ];
  const newest = client
    .messages()
    .slice(-5)
    .map((message) => `${message.from} "${message.text.slice(0, 120)}" [${message.buttons.join(', ')}]`);
  return `there is: ${[...open, ...newest].join('; ') || 'nothing'}`;
}

/** Resolves with the first message of the bot that matches and has come or changed since. */
export function waitFor(
  slack: Slack,
  person: Person,
  client: Pick<ChatClient, 'dialog' | 'messages'>,
  text: string | RegExp,
  after: SeenMessage | undefined,
  lastCommand: number,
  milliseconds: number,
): Promise<SeenMessage> {
  const matches = (read: string): boolean =>
    typeof text === 'string'
      ? read.includes(text)
      : new RegExp(text.source, text.flags.replace(/[gy]/g, '')).test(read);
  const since = after === undefined ? lastCommand : placeOfLook(after);
  const look = (): SeenMessage | undefined => {
    const fresh = storedMessages(person).filter(
      (one) => one.message.changed > since && one.message.user === person.workspace.botUser,
    );
    return fresh.map((one) => readShown(person, one)).find((one) => matches(one.text));
  };
  return new Promise((resolve, reject) => {
    const there = look();
    if (there !== undefined) return resolve(there);
    const stop = slack.onChange(() => {
      const seen = look();
      if (seen === undefined) return;
      clearTimeout(timer);
      stop();
      resolve(seen);
    });
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`No message ${String(text)} within ${milliseconds} ms; ${whatThereIs(client)}`));
    }, milliseconds);
  });
}
