/** Refuses for a reason that concerns reports of completion; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { completionTexts } from './texts.js';

export const refuseCompletion = refusalsOf(completionTexts);
