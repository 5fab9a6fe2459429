/** Refuses for a reason that concerns a person or an account; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { memberTexts } from './texts.js';

export const refuseMember = refusalsOf(memberTexts);
