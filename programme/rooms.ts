/** Lists what the rooms offer to parts that know no room. */
import { memberWelcome } from './members/welcome.js';
import { collectKinds, type NotificationKinds } from './notifications/kind.js';
import { sessionCancelled, sessionPromoted, sessionRegistered } from './registrations/notifications.js';
import { requestAnswer } from './requests/deferred-reply.js';
import { sessionCalledOff, sessionChanged } from './sessions/notifications.js';

/** To be called once at start-up, when everything is loaded. @throws where a kind is missing or listed twice */
export function collectNotificationKinds(): NotificationKinds {
  return collectKinds([
    memberWelcome,
    requestAnswer,
    sessionRegistered,
    sessionCancelled,
    sessionPromoted,
    sessionChanged,
    sessionCalledOff,
  ]);
}
