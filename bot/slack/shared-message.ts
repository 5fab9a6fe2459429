/** Reads a message that somebody shared with the bot. Source: docs.slack.dev/messaging/message-link-unfurls, attachments with is_share */
import { z } from 'zod';
import { typedWords } from './words.js';

const shared = z.object({
  is_share: z.literal(true),
  text: z.string().optional(),
  files: z.array(z.unknown()).optional(),
});

export interface SharedMessage {
  readonly text: string;
  /** As a message has them. */
  readonly files: readonly unknown[];
}

/** Null where the message shares none. A link to a message, which Slack unfurls, is no share of it. */
export function sharedMessage(message: object): SharedMessage | null {
  const attachments: unknown = 'attachments' in message ? message.attachments : undefined;
  const found = z
    .array(shared.nullable().catch(null))
    .catch([])
    .parse(attachments)
    .flatMap((one) => one ?? []);
  if (found.length === 0) return null;
  return {
    text: found.map(({ text = '' }) => typedWords(text)).join('\n\n'),
    files: found.flatMap(({ files = [] }) => files),
  };
}
