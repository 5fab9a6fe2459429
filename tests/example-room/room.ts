/** What the example room offers. */
import type { Room } from '../../programme/requests/registry.js';
import { parkingReleased, parkingReserved } from './notifications.js';
import { releaseSpaceAction } from './release-space.action.js';
import { reserveSpaceAction } from './reserve-space.action.js';

export const parkingRoom: Room = {
  name: 'parking',
  actions: [reserveSpaceAction, releaseSpaceAction],
  notificationKinds: [parkingReserved, parkingReleased],
};
