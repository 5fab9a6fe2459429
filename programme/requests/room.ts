/** What requests offer: the reply that comes later. */
import { confirmPreviewAction } from './confirm-preview.action.js';
import { deferredReply } from './deferred-reply.js';
import { dismissPreviewAction } from './dismiss-preview.action.js';
import type { Room } from './registry.js';

export const requestsRoom: Room = {
  name: 'requests',
  actions: [confirmPreviewAction, dismissPreviewAction],
  notificationKinds: [deferredReply],
};
