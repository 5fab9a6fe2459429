/** Refuses for a reason that concerns a parking space; its words stand in the room's texts. */
import { refusalsOf } from '../../programme/requests/refusal.js';
import { parkingTexts } from './texts.js';

export const refuseParking = refusalsOf(parkingTexts);
