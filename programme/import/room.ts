/** What the import and its counterpart, the export, offer in the chat. */
import type { Room } from '../requests/registry.js';
import { exportProgrammeAction } from './export-programme.action.js';
import { importProgrammeAction } from './import-programme.action.js';

export const importRoom: Room = {
  name: 'import',
  actions: [importProgrammeAction, exportProgrammeAction],
  notificationKinds: [],
};
