/** Refuses for a reason that concerns the FAQ; its words stand in its texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { faqTexts } from './texts.js';

export const refuseFaq = refusalsOf(faqTexts);
