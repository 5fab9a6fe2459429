/** What the import offers in the chat. */
import type { Room } from '../requests/registry.js';
import { importProgrammeAction } from './import-programme.action.js';

export const importRoom: Room = {
  name: 'import',
  actions: [importProgrammeAction],
  notificationKinds: [],
};
