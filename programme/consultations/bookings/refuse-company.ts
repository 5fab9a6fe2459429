/** Refuses what a company asks of its consultations; the words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { companyTexts } from './company-texts.js';

export const refuseCompany = refusalsOf(companyTexts);
