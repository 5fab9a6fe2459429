/** Orders messages as the client lays them out: a chat with headings by writer and day, a channel in threads. */
import type { TeamsMessage } from '../../protocol.js';
import { dayKeyOf } from './times.js';

export interface Row {
  readonly message: TeamsMessage;
  /** Whether it stands under a heading of its own, and not under that of the message before. */
  readonly opensGroup: boolean;
  /** Whether it is the first of its day among those shown. */
  readonly opensDay: boolean;
}

const togetherMilliseconds = 5 * 60_000;

/** What one writer writes within a few minutes stands under one heading. */
export function rowsOf(messages: readonly TeamsMessage[]): readonly Row[] {
  return messages.map((message, index) => {
    const before = messages[index - 1];
    return {
      message,
      opensGroup: before === undefined || !belongTogether(before, message),
      opensDay: before === undefined || dayKeyOf(before.at) !== dayKeyOf(message.at),
    };
  });
}

function belongTogether(one: TeamsMessage, next: TeamsMessage): boolean {
  return (
    one.from.kind === next.from.kind &&
    one.from.name === next.from.name &&
    dayKeyOf(one.at) === dayKeyOf(next.at) &&
    Date.parse(next.at) - Date.parse(one.at) < togetherMilliseconds
  );
}

export interface Thread {
  /** Id of the message that opened it, also where that has been deleted. */
  readonly id: string;
  readonly messages: readonly [TeamsMessage, ...TeamsMessage[]];
}

/** The threads of a channel by when they were opened, as Teams orders posts; each with its messages oldest first. */
export function threadsOf(messages: readonly TeamsMessage[]): readonly Thread[] {
  const threads = new Map<string, [TeamsMessage, ...TeamsMessage[]]>();
  for (const message of messages) {
    const id = message.thread ?? message.id;
    const known = threads.get(id);
    if (known) known.push(message);
    else threads.set(id, [message]);
  }
  return [...threads].map(([id, ofThread]) => ({ id, messages: ofThread }));
}
