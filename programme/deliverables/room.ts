/** What deliverables offer: to companies reports and more time, to the secretariat its overview, decisions and file. */
import type { Room } from '../requests/registry.js';
import { approveAction } from './completion/approve.action.js';
import { deliverableReported } from './completion/notifications.js';
import { publishAction } from './completion/publish.action.js';
import { takeBackAction } from './completion/take-back.action.js';
import { decideExtensionAction } from './extensions/decide.action.js';
import { extendAction } from './extensions/extend.action.js';
import { dueDateMoved, extensionAsked, extensionRefused } from './extensions/notifications.js';
import { exportDeliverablesAction } from './oversight/export-deliverables.action.js';
import { deliverableOverview } from './oversight/overview.action.js';
import { pageNotOpened } from './publication/notifications.js';

export const deliverablesRoom: Room = {
  name: 'deliverables',
  actions: [
    approveAction,
    publishAction,
    takeBackAction,
    extendAction,
    deliverableOverview,
    decideExtensionAction,
    exportDeliverablesAction,
  ],
  notificationKinds: [deliverableReported, pageNotOpened, extensionAsked, extensionRefused, dueDateMoved],
};
