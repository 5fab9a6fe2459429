/** What a programme's knowledge offers: answers with their sources, for everybody, who may rate them; the documents behind them, for the secretariat. */
import type { Room } from '../requests/registry.js';
import { addKnowledgeAction } from './add.action.js';
import { rateAnswerAction } from './ratings/rate.action.js';
import { settleRatingAction } from './ratings/settle.action.js';
import { retireKnowledgeAction } from './retire.action.js';
import { searchKnowledgeAction } from './search.action.js';
import { knowledgeSourcesAction } from './sources.action.js';

export const knowledgeRoom: Room = {
  name: 'knowledge',
  actions: [
    searchKnowledgeAction,
    rateAnswerAction,
    settleRatingAction,
    knowledgeSourcesAction,
    addKnowledgeAction,
    retireKnowledgeAction,
  ],
  notificationKinds: [],
};
