/** Makes the refusals of files of their words. */
import { refusalsOf } from '../requests/refusal.js';
import { fileTexts } from './texts.js';

export const refuseFile = refusalsOf(fileTexts);
