/** What files offer. */
import type { Room } from '../requests/registry.js';
import { aboutFiles } from './about-files.action.js';
import { linkToFile } from './link-to-file.action.js';

export const filesRoom: Room = {
  name: 'files',
  actions: [aboutFiles, linkToFile],
  notificationKinds: [],
};
