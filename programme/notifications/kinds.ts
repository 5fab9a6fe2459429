/** Every kind of notification there is. */

export const notificationKinds = [
  'member.welcome',
  'session.registered',
  'session.cancelled',
  'session.promoted',
  'session.changed',
  'session.called-off',
  'request.answer',
] as const;

export type NotificationKind = (typeof notificationKinds)[number];

const known: ReadonlySet<string> = new Set(notificationKinds);

export function isNotificationKind(word: string): word is NotificationKind {
  return known.has(word);
}
