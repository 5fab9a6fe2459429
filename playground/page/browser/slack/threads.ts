/** Puts the messages of a conversation in the order in which they are drawn: days, threads, and who wrote on. */
import type { SlackMessage } from '../../protocol.js';

export interface Thread {
  readonly key: string;
  /** Null where it was deleted. */
  readonly parent: SlackMessage | null;
  readonly at: string;
  readonly ts: string;
  readonly replies: readonly SlackMessage[];
}

/** Threads of one conversation, oldest first; most have no replies. */
export function threadsOf(messages: readonly SlackMessage[], conversation: string): readonly Thread[] {
  const replies = new Map<string, SlackMessage[]>();
  const parents = new Map<string, SlackMessage>();
  const order: string[] = [];
  for (const message of messages) {
    if (message.conversation !== conversation) continue;
    const ts = message.thread ?? message.ts;
    if (message.thread === null) {
      parents.set(ts, message);
      order.push(ts);
      continue;
    }
    const known = replies.get(ts);
    if (known !== undefined) known.push(message);
    else {
      replies.set(ts, [message]);
      if (!parents.has(ts)) order.push(ts);
    }
  }
  return [...new Set(order)].map((ts) => {
    const parent = parents.get(ts) ?? null;
    const answers = replies.get(ts) ?? noReplies;
    const key = parent?.key ?? `thread ${ts}`;
    return { key, parent, at: parent?.at ?? answers[0]?.at ?? '', ts, replies: answers };
  });
}

const noReplies: readonly SlackMessage[] = [];

/** Minutes within which the same author's next message stands under the last without their name again. */
const together = 5;

export function follows(before: SlackMessage | null | undefined, message: SlackMessage): boolean {
  return (
    before !== null &&
    before !== undefined &&
    before.from.kind === message.from.kind &&
    before.from.name === message.from.name &&
    !before.ephemeral &&
    !message.ephemeral &&
    Date.parse(message.at) - Date.parse(before.at) < together * 60_000
  );
}
