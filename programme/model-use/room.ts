/** What is offered about the operator's language model. */
import type { Room } from '../requests/registry.js';
import { setModelUseAction } from './set-model-use.action.js';

export const modelUseRoom: Room = {
  name: 'model-use',
  actions: [setModelUseAction],
  notificationKinds: [],
};
