/** Refuses for a reason that concerns a notification's delivery; its words stand in the room's texts. */
import { refusalsOf } from '../requests/refusal.js';
import { deliveryTexts } from './texts.js';

export const refuseDelivery = refusalsOf(deliveryTexts);
