/** The secretariat's two buttons on a notification that was left to people. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { plain } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { noteArrived, sendAgain } from './settle-delivery.js';
import { deliveryTexts } from './texts.js';

const shared = {
  texts: deliveryTexts,
  who: secretariat,
  input: z.object({ notification: chosen }),
  offered: 'contextual',
} as const;

export const noteArrivedAction = memberAction({
  ...shared,
  name: 'delivery.arrived',
  command: 'delivery-arrived',
  confirm: 'never',
  run: async ({ transaction, now, language }, { notification: id }) =>
    (await noteArrived(transaction, { id, now })) ?? { message: plain(deliveryTexts[language].notedArrived) },
});

export const sendAgainAction = memberAction({
  ...shared,
  name: 'delivery.again',
  command: 'delivery-again',
  confirm: { when: 'words', show: async ({ language }) => ({ does: deliveryTexts[language].sends, elements: [] }) },
  run: async ({ transaction, now, language }, { notification: id }) =>
    (await sendAgain(transaction, { id, now })) ?? { message: plain(deliveryTexts[language].sentAgain) },
});
