/** Refuses for a reason that concerns a programme's knowledge; its words stand in its texts. */
import { refusalsOf } from '../requests/refusal.js';
import { knowledgeTexts } from './texts.js';

export const refuseKnowledge = refusalsOf(knowledgeTexts);
