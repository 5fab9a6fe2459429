/** What a programme's knowledge offers: answers with their sources, for everybody; the documents behind them, for the secretariat. */
import type { Room } from '../requests/registry.js';
import { addKnowledgeAction } from './add.action.js';
import { retireKnowledgeAction } from './retire.action.js';
import { searchKnowledgeAction } from './search.action.js';
import { knowledgeSourcesAction } from './sources.action.js';

export const knowledgeRoom: Room = {
  name: 'knowledge',
  actions: [searchKnowledgeAction, knowledgeSourcesAction, addKnowledgeAction, retireKnowledgeAction],
  notificationKinds: [],
};
