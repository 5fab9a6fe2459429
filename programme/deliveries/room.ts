/** What is offered about notifications that did not simply arrive. */
import type { Room } from '../requests/registry.js';
import { noteArrivedAction, sendAgainAction } from './settle-delivery.action.js';
import { showProblems } from './show-problems.action.js';

export const deliveriesRoom: Room = {
  name: 'deliveries',
  actions: [showProblems, noteArrivedAction, sendAgainAction],
  notificationKinds: [],
};
