/** Makes the keys by which a repeated delivery of an event is recognised: from its id, and under a new id from its content. */
import { createHash } from 'node:crypto';
import type { Request } from '../../programme/requests/request.js';
import type { IncomingActivity } from './activity.js';

type Keys = Pick<Request, 'key' | 'fingerprint' | 'resendFingerprint'>;

/**
 * For messages: words and pressed buttons. When no answer came in 15 s Teams sends them again, sometimes under a new id,
 * and then only the person's own time and words are the same.
 */
export function messageKeys(incoming: IncomingActivity): Keys {
  return {
    key: keyOf(incoming),
    // Without a time two messages of the same words would be one.
    fingerprint: incoming.at === null ? null : digest([...contentOf(incoming), incoming.at]),
    resendFingerprint: digest(contentOf(incoming)),
  };
}

/** For dialogs. A refused form may be sent again with other values, so these are part of the key; Teams never resends an invoke. */
export function invokeKeys(incoming: IncomingActivity): Keys {
  return {
    key: `${keyOf(incoming)}:${digest([incoming.value])}`,
    fingerprint: incoming.at === null ? null : digest([...contentOf(incoming), incoming.at]),
    resendFingerprint: null,
  };
}

/** For greetings: an installation is announced twice, as two kinds of event within a second. */
export function greetingKeys(incoming: IncomingActivity): Keys {
  const minute = incoming.at?.slice(0, 'YYYY-MM-DDTHH:MM'.length) ?? incoming.id;
  return {
    key: keyOf(incoming),
    fingerprint: digest(['greeting', incoming.conversation, incoming.teamsId, minute]),
    resendFingerprint: null,
  };
}

function keyOf({ conversation, id }: IncomingActivity): string {
  return `teams:${digest([conversation, id])}`;
}

function contentOf(incoming: IncomingActivity): readonly unknown[] {
  const { conversation, teamsId, type, name, words, forwarded, files, value, replyToId } = incoming;
  // Of an address only the file that it leads to: what admits to it is made anew each time.
  const sent = files.map((file) => ('content' in file ? [file.name, file.content.uniqueId] : [file.name]));
  const passedOn = forwarded === null ? [] : [forwarded];
  return [conversation, teamsId, type, name, words, value ?? null, replyToId, ...sent, ...passedOn];
}

function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
