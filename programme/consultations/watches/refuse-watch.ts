/** Refuses for a reason that concerns notices of free hours; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { watchTexts } from './texts.js';

export const refuseWatch = refusalsOf(watchTexts);
