/** Signed links by which a person mutes one topic without the chat, as a mail offers them. They never end: a mail may be years old. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '../requests/is-id.js';
import { type Topic, topics } from './kind.js';

/** Who hears no more of what. */
export interface Muting {
  readonly personId: string;
  readonly topic: Topic;
}

export interface MuteLinks {
  /** Null where the app has no address of its own. */
  linkTo(muting: Muting): string | null;
  /** Null for what was not made here. */
  read(token: string): Muting | null;
}

/** Where the app takes them, under its own address. */
export const mutePath = '/mute';

/**
 * @param secret shared by all processes of the app
 * @param base the app's address without a slash at its end
 */
export function muteLinks(secret: string, base: () => string | null): MuteLinks {
  return {
    linkTo(muting) {
      const address = base();
      return address === null ? null : `${address}${mutePath}/${sign(secret, muting)}`;
    },
    read(token) {
      const [personId = '', word = ''] = token.split('.');
      const topic = topics.find((one) => one === word);
      if (topic === undefined || !isId(personId)) return null;
      return isSame(token, sign(secret, { personId, topic })) ? { personId, topic } : null;
    },
  };
}

function sign(secret: string, { personId, topic }: Muting): string {
  const content = `${personId}.${topic}`;
  // What else is ever signed with the same secret mutes nothing.
  return `${content}.${createHmac('sha256', secret).update(`mute:${content}`).digest('base64url')}`;
}

/** In a time that tells nothing of how much of a forged token is right. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
