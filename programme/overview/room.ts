/** What the secretariat's overview offers. It reads every room; only Home reads it. */
import type { Room } from '../requests/registry.js';
import { addCompanyNote } from './company/add-note.action.js';
import { listCompanyNotes } from './company/list-notes.action.js';
import { showCompany } from './company/show-company.action.js';
import { exportOverviewList } from './export-list.action.js';
import { showOverviewList } from './show-list.action.js';
import { showOverview } from './show-overview.action.js';

export const overviewRoom: Room = {
  name: 'overview',
  actions: [showOverview, showOverviewList, exportOverviewList, showCompany, addCompanyNote, listCompanyNotes],
  notificationKinds: [],
};
