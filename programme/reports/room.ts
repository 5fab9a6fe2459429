/** What reports offer the secretariat: the implementation report, its figures, text, corrections and its freeze. */
import type { Room } from '../requests/registry.js';
import { correctAction } from './correct.action.js';
import { freezeAction } from './freeze.action.js';
import { historyAction } from './history.action.js';
import { makeReport } from './make-report.action.js';
import { narrativeAction } from './narrative.action.js';
import { addPhotographsAction } from './photographs/add-photographs.action.js';
import { changePhotographAction } from './photographs/change-photograph.action.js';
import { listPhotographs } from './photographs/list-photographs.action.js';
import { removePhotographAction } from './photographs/remove-photograph.action.js';
import { keepPresentationAction } from './presentations/keep-presentation.action.js';
import { listPresentations } from './presentations/list-presentations.action.js';
import { removePresentationAction } from './presentations/remove-presentation.action.js';
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
    addPhotographsAction,
    listPhotographs,
    changePhotographAction,
    removePhotographAction,
    keepPresentationAction,
    listPresentations,
    removePresentationAction,
    correctAction,
    freezeAction,
  ],
  notificationKinds: [],
};
