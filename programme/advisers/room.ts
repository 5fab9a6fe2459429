/** What advisers, and those whom they look after, are offered. */
import type { Room } from '../requests/registry.js';
import { assignAdviserAction } from './assign-adviser.action.js';
import { listAdvisers } from './list-advisers.action.js';
import { adviserAssigned, adviserLeft, adviserPresented, adviserWithdrawn } from './notifications.js';
import { showAnswers } from './show-answers.action.js';
import { showCompanies } from './show-companies.action.js';
import { withdrawAdviserAction } from './withdraw-adviser.action.js';

export const advisersRoom: Room = {
  name: 'advisers',
  actions: [listAdvisers, showCompanies, showAnswers, assignAdviserAction, withdrawAdviserAction],
  notificationKinds: [adviserAssigned, adviserWithdrawn, adviserPresented, adviserLeft],
};
