/** Refuses for a reason that concerns a company's hours; the words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { entitlementTexts } from './texts.js';

export const refuseEntitlement = refusalsOf(entitlementTexts);
