/** What a kind of notification is. Each is declared once, in its room; `programme/rooms.ts` lists them all. */
import type { Bilingual } from '../messages/bilingual.js';
import type { Message } from '../messages/message.js';
import type { BaseContext, OpenContext } from '../requests/context.js';

/** A notification about to be sent, with the person it is for. */
export interface Composing {
  readonly id: string;
  readonly personId: string;
  readonly subjectId: string | null;
  readonly data: unknown;
}

/** What a composer works with; a message may bring a file, which is made with it. */
export interface ComposingContext extends BaseContext, Pick<OpenContext, 'files' | 'fileLinks'> {}

/** What people may choose not to be told about. A kind without a topic is essential: it cannot be muted. */
export const topics = ['announcements', 'reminders'] as const;
export type Topic = (typeof topics)[number];

export interface NotificationKind {
  /** As the rows name it, e.g. `session.promoted`: never changed, as rows outlive a release. */
  readonly key: string;
  /** What the secretariat and the playground call it. */
  readonly name: Bilingual;
  /** Makes the message from the truth at the time of sending. Null: it is no longer true, so it is suppressed. */
  readonly compose: (context: ComposingContext, notification: Composing) => Promise<Message | null>;
  /** Asked where there is nothing to say: whether that is since it came too late, where its row does not know that. It is missed then. */
  readonly isLate?: (context: ComposingContext, notification: Composing) => Promise<boolean>;
  /** False: it belongs to the chat in which it was asked for, and never goes by e-mail. */
  readonly byMail?: false;
  /** What a person mutes to hear no more of it; it is suppressed then. */
  readonly topic?: Topic;
  /**
   * The key of an earlier notification to the same person whose message this one takes the place of: it is edited where it was sent,
   * and answered by a mail in the same thread. Where that one never arrived there is nothing to correct, so this one is suppressed.
   */
  readonly replaces?: (notification: Composing) => string;
}

/** Every kind that this version of the app knows, by its key. */
export type NotificationKinds = ReadonlyMap<string, NotificationKind>;

/** Every kind that a loaded file declares, so that start-up notices one that no list has. */
const declared = new Set<NotificationKind>();

/** Declares a kind. What is planned under a kind that `programme/rooms.ts` does not list ends the next start of the app. */
export function notificationKind(key: string, rest: Omit<NotificationKind, 'key'>): NotificationKind {
  const kind = { key, ...rest };
  declared.add(kind);
  return kind;
}

/** @throws where two kinds have one key, or where a kind is declared and not listed: nothing of it would ever be sent */
export function collectKinds(listed: readonly NotificationKind[]): NotificationKinds {
  const kinds = new Map(listed.map((kind) => [kind.key, kind]));
  const twice = listed.find((kind) => kinds.get(kind.key) !== kind);
  if (twice !== undefined) throw new Error(`Two kinds of notification are called ${twice.key}.`);
  const missing = [...declared].find((kind) => kinds.get(kind.key) !== kind);
  if (missing !== undefined) {
    throw new Error(`The kind of notification ${missing.key} is declared and listed by no room.`);
  }
  return kinds;
}
