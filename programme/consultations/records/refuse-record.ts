/** Refuses for a reason that concerns records; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { recordTexts } from './texts.js';

export const refuseRecord = refusalsOf(recordTexts);
