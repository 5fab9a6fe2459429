/** Counts the bot's messages in each person's direct conversation, looking only at what has changed since it last counted. */
import { counterpart } from '../slack/people.js';
import type { Slack } from '../slack/start-slack.js';
import type { StoredMessage } from '../slack/store.js';
import type { Teams } from '../teams/server.js';
import type { ClientSessionId, MailEvent } from './protocol.js';

type Counts = MailEvent['counts'];

/** The function that is returned takes no longer than there has been change since it was called last. */
export function openMail({ slack, teams }: { readonly slack: Slack; readonly teams: Teams }): () => Counts {
  const [inSlack, inTeams] = [countInSlack(slack), countInTeams(teams)];
  return () => ({ ...inSlack(), ...inTeams() });
}

/** Each message is counted once, for as long as it stands. */
interface Tally<Key> {
  readonly counts: Record<ClientSessionId, number>;
  set(key: Key, clientSession: ClientSessionId, stands: boolean): void;
}

function openTally<Key>(): Tally<Key> {
  const counts: Record<ClientSessionId, number> = {};
  const counted = new Set<Key>();
  return {
    counts,
    set(key, clientSession, stands) {
      if (stands === counted.has(key)) return;
      if (stands) counted.add(key);
      else counted.delete(key);
      counts[clientSession] = (counts[clientSession] ?? 0) + (stands ? 1 : -1);
    },
  };
}

function countInSlack({ store, workspace }: Slack): () => Counts {
  let tally = openTally<StoredMessage>();
  let until = 0;
  const look = (message: StoredMessage) => {
    const conversation = message.user === workspace.botUser ? workspace.conversations.get(message.channel) : undefined;
    if (conversation?.kind !== 'im') return;
    tally.set(message, `slack:${counterpart(workspace, conversation)}`, !message.deleted);
  };
  return () => {
    const changed = store.journal.since(until);
    until = store.journal.newest();
    if (changed !== undefined) {
      for (const change of changed) if ('message' in change) look(change.message);
      return tally.counts;
    }
    // More has changed than is remembered.
    tally = openTally();
    for (const { messages } of workspace.directs.values()) messages.forEach(look);
    return tally.counts;
  };
}

function countInTeams({ store }: Teams): () => Counts {
  const tally = openTally<string>();
  let until = 0;
  return () => {
    for (const { conversation, id, from, deleted } of store.changedSince(until)) {
      if (conversation.type !== 'personal' || from !== 'bot') continue;
      tally.set(`${conversation.id} ${id}`, `teams:${conversation.user.aadObjectId}`, !deleted);
    }
    until = store.revision();
    return tally.counts;
  };
}
