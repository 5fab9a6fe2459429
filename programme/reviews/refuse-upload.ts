/** Refuses for a reason that concerns an uploaded document; its words stand in their texts. */
import { refusalsOf } from '../requests/refusal.js';
import { uploadTexts } from './upload-texts.js';

export const refuseUpload = refusalsOf(uploadTexts);
