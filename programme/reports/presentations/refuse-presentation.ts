/** Refuses for a reason that concerns the presentations of companies; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { presentationTexts } from './texts.js';

export const refusePresentation = refusalsOf(presentationTexts);
