/** Makes the refusals of imports in the chat of their words. */
import { refusalsOf } from '../requests/refusal.js';
import { importTexts } from './texts.js';

export const refuseImport = refusalsOf(importTexts);
