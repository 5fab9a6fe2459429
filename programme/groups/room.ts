/** What group work offers: groups by rule to the secretariat, and to each participant their own. */
import type { Room } from '../requests/registry.js';
import { facilitateAction } from './facilitate.action.js';
import { makeGroupsAction } from './make.action.js';
import { movePersonAction } from './move.action.js';
import { groupsTold } from './notifications.js';
import { publishGroupsAction } from './publish.action.js';
import { rebuildGroupsAction } from './rebuild.action.js';
import { showGroups } from './show.action.js';

export const groupsRoom: Room = {
  name: 'groups',
  actions: [showGroups, makeGroupsAction, rebuildGroupsAction, movePersonAction, facilitateAction, publishGroupsAction],
  notificationKinds: [groupsTold],
};
