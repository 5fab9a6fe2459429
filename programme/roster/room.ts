/** What the roster offers: changes to who belongs to a programme, and whom messages do not reach. */
import type { Room } from '../requests/registry.js';
import { addPersonAction } from './add-person.action.js';
import { endMembershipAction } from './end-membership.action.js';
import { markCalledAction } from './mark-called.action.js';
import { mergePeopleAction } from './merge-people.action.js';
import { moveAccountAction } from './move-account.action.js';
import { memberHandedOn, memberReplaced, memberTookOver } from './notifications.js';
import { showCallListAction } from './show-call-list.action.js';
import { showChangesAction } from './show-changes.action.js';

export const rosterRoom: Room = {
  name: 'roster',
  actions: [
    addPersonAction,
    moveAccountAction,
    mergePeopleAction,
    endMembershipAction,
    showChangesAction,
    showCallListAction,
    markCalledAction,
  ],
  notificationKinds: [memberHandedOn, memberTookOver, memberReplaced],
};
