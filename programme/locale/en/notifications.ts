/** What kinds of notification there are, in English, for whoever looks through the ledger. */
import type { notifications as japanese } from '../ja/notifications.js';

export const notifications: typeof japanese = {
  kinds: {
    'member.welcome': 'welcome',
    'session.registered': 'registered or changed by someone else',
    'session.cancelled': 'cancelled by someone else',
    'session.promoted': 'moved up from the waitlist',
    'session.changed': 'session changed',
    'session.called-off': 'session called off',
    'request.answer': 'answer told later',
  },
};
