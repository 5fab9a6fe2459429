/** Orders messages as the client lays them out: a chat in groups by writer and day, a channel in threads. */
import type { TeamsMessage } from '../../protocol.js';
import { dayKeyOf } from './times.js';

/** Messages of one writer within a few minutes, under one heading. */
export interface Group {
  readonly key: string;
  /** Whether the group is the first of its day among those shown. */
  readonly opensDay: boolean;
  readonly messages: readonly [TeamsMessage, ...TeamsMessage[]];
}

const togetherMilliseconds = 5 * 60_000;

export function groupsOf(messages: readonly TeamsMessage[]): readonly Group[] {
  const groups: { key: string; opensDay: boolean; messages: [TeamsMessage, ...TeamsMessage[]] }[] = [];
  for (const message of messages) {
    const open = groups.at(-1);
    const before = open?.messages.at(-1);
    if (open && before && belongTogether(before, message)) open.messages.push(message);
    else {
      const opensDay = before === undefined || dayKeyOf(before.at) !== dayKeyOf(message.at);
      groups.push({ key: message.key, opensDay, messages: [message] });
    }
  }
  return groups;
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
