/** Refuses for a reason that concerns due dates; its words stand in their texts. */
import { refusalsOf } from '../../requests/refusal.js';
import { extensionTexts } from './texts.js';

export const refuseExtension = refusalsOf(extensionTexts);
