/** Which client sessions have got messages since they were last looked at. */
import type { ClientSessionId, MailEvent } from '../../protocol.js';

type Counts = MailEvent['counts'];

export interface Looked {
  /** What is counted here is void in any other run. */
  readonly run: number;
  /** How many messages each client session had when it was last looked at. */
  readonly counts: Counts;
}

/**
 * @param before null, or of another run, when the mail is seen for the first time: what lies there then counts as known, since
 *   a newcomer has not missed it
 */
export function lookAt(before: Looked | null, run: number, mail: Counts, shown: readonly ClientSessionId[]): Looked {
  if (before === null || before.run !== run) return { run, counts: mail };
  const counts: Record<ClientSessionId, number> = { ...before.counts };
  // Deleted messages, or a stand-in started anew: the next one must count as new again.
  for (const [clientSession, count] of entries(before.counts))
    counts[clientSession] = Math.min(count, mail[clientSession] ?? 0);
  for (const clientSession of shown) counts[clientSession] = mail[clientSession] ?? 0;
  const same = entries(counts).every(([clientSession, count]) => before.counts[clientSession] === count);
  return same ? before : { run, counts };
}

/** How many new ones each client session has; those without any are left out. */
export function unread(looked: Looked | null, mail: Counts): Counts {
  if (looked === null) return {};
  const counts: Record<ClientSessionId, number> = {};
  for (const [clientSession, count] of entries(mail)) {
    const more = count - (looked.counts[clientSession] ?? 0);
    if (more > 0) counts[clientSession] = more;
  }
  return counts;
}

/** Null where it is not what `JSON.stringify` made of one. */
export function readLooked(text: string | null): Looked | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || !('run' in read) || !('counts' in read)) return null;
    const { run, counts } = read;
    if (typeof run !== 'number' || typeof counts !== 'object' || counts === null) return null;
    const known: Record<ClientSessionId, number> = {};
    for (const [clientSession, count] of Object.entries(counts)) {
      if (isClientSession(clientSession) && typeof count === 'number') known[clientSession] = count;
    }
    return { run, counts: known };
  } catch {
    return null;
  }
}

function entries(counts: Counts): readonly (readonly [ClientSessionId, number])[] {
  return Object.entries(counts).flatMap(([clientSession, count]) =>
    isClientSession(clientSession) ? [[clientSession, count] as const] : [],
  );
}

function isClientSession(name: string): name is ClientSessionId {
  return name.startsWith('slack:') || name.startsWith('teams:');
}
