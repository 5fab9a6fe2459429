/** Refuses for a reason that concerns briefs; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { briefTexts } from './texts.js';

export const refuseBrief = refusalsOf(briefTexts);
