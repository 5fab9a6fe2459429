/** Lists what the rooms offer to parts that know no room. */
import { memberWelcome } from './members/welcome.js';
import { collectKinds, type NotificationKinds } from './notifications/kind.js';
import { requestAnswer } from './requests/deferred-reply.js';
import { sessionNotificationKinds } from './sessions/notices.js';

/** To be called once at start-up, when everything is loaded. @throws where a kind is missing or listed twice */
export function collectNotificationKinds(): NotificationKinds {
  return collectKinds([memberWelcome, requestAnswer, ...sessionNotificationKinds]);
}
