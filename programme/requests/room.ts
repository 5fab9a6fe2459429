/** What requests offer: the reply that comes later, and what becomes of previews and of forms that were not sent. */
import { confirmPreviewAction } from './confirm-preview.action.js';
import { deferredReply } from './deferred-reply.js';
import { discardDraftAction } from './discard-draft.action.js';
import { dismissPreviewAction } from './dismiss-preview.action.js';
import type { Room } from './registry.js';

export const requestsRoom: Room = {
  name: 'requests',
  actions: [confirmPreviewAction, dismissPreviewAction, discardDraftAction],
  notificationKinds: [deferredReply],
};
