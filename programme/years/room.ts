/** What a further year of a programme offers the secretariat: made from this one, and announced. */
import type { Room } from '../requests/registry.js';
import { copyProgrammeAction } from './copy-programme.action.js';
import { programmeOpened } from './notifications.js';
import { openProgrammeAction } from './open-programme.action.js';

export const yearsRoom: Room = {
  name: 'years',
  actions: [copyProgrammeAction, openProgrammeAction],
  notificationKinds: [programmeOpened],
};
