/** What reports offer the secretariat: the implementation report, its figures, text, corrections and its freeze. */
import type { Room } from '../requests/registry.js';
import { correctAction } from './correct.action.js';
import { freezeAction } from './freeze.action.js';
import { historyAction } from './history.action.js';
import { makeReport } from './make-report.action.js';
import { narrativeAction } from './narrative.action.js';
import { programmeTextAction } from './programme-text.action.js';
import { sessionTextAction } from './session-text.action.js';
import { showFigures } from './show-figures.action.js';

export const reportsRoom: Room = {
  name: 'reports',
  actions: [
    makeReport,
    showFigures,
    programmeTextAction,
    sessionTextAction,
    narrativeAction,
    historyAction,
    correctAction,
    freezeAction,
  ],
  notificationKinds: [],
};
