/** Refuses for a reason that concerns the report's photographs; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { photographTexts } from './texts.js';

export const refusePhotograph = refusalsOf(photographTexts);
