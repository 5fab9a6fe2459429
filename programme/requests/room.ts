/** What requests offer: the reply that comes later. */
import { deferredReply } from './deferred-reply.js';
import type { Room } from './registry.js';

export const requestsRoom: Room = { name: 'requests', actions: [], notificationKinds: [deferredReply] };
