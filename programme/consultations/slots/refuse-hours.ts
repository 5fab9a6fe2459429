/** Refuses for a reason that concerns hours that are offered; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { hourTexts } from './texts.js';

export const refuseHours = refusalsOf(hourTexts);
