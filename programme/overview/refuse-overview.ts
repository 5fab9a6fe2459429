/** Refuses for a reason that concerns the overview or a company's card; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { companyCardTexts } from './company/texts.js';

export const refuseOverview = refusalsOf(companyCardTexts);
