/** The secretariat's two buttons on a notification that was left to people. */
import { z } from 'zod';
import { secretariat } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { pick } from '../messages/bilingual.js';
import { formatInstant } from '../messages/dates.js';
import { type Form, plain } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { type ProblemState, readProblems, type UnsettledNotification } from './queries.js';
import { refuseDelivery } from './refuse-delivery.js';
import { noteArrived, sendAgain } from './settle-delivery.js';
import { deliveryTexts } from './texts.js';

const shared = {
  texts: deliveryTexts,
  who: secretariat,
  input: z.object({ notification: chosen }),
  offered: 'contextual',
} as const;

/** As many as a list of choices shows. */
const MOST_CHOICES = 25;

/** Which one is meant; they are known by what they told whom, and when. */
async function choose(
  context: Context,
  action: 'delivery.arrived' | 'delivery.again',
  states: readonly ProblemState[],
): Promise<Form | Refusal> {
  const { transaction, membership, language } = context;
  const texts = deliveryTexts[language];
  const window = { from: 0, size: MOST_CHOICES };
  const { items } = await readProblems(transaction, membership.programmeId, window, states);
  if (items.length === 0) return refuseDelivery('nothing_left', {});
  const { title } = texts.actions[action];
  const choices = items.map((problem) => ({ value: problem.id, label: choiceLabel(context, problem) }));
  return {
    ...{ action, title, introduction: [], known: {}, submit: title, cancel: chatTexts[language].close },
    fields: [{ kind: 'choice', name: 'notification', label: texts.notification, choices }],
  };
}

function choiceLabel(context: Context, { kind, person, dueAt }: UnsettledNotification): string {
  const { language } = context;
  const name = memberTexts[language].personName(pick(language, person));
  return deliveryTexts[language].choice({
    ...{ kind: pick(language, context.nameOfKind(kind)), name, due: formatInstant(context, dueAt) },
  });
}

export const noteArrivedAction = memberAction({
  ...shared,
  name: 'delivery.arrived',
  command: 'delivery-arrived',
  ask: async (context) => await choose(context, 'delivery.arrived', ['unknown']),
  confirm: 'never',
  run: async ({ transaction, language }, { notification: id }) =>
    (await noteArrived(transaction, id)) ?? { message: plain(deliveryTexts[language].notedArrived) },
});

export const sendAgainAction = memberAction({
  ...shared,
  name: 'delivery.again',
  command: 'delivery-again',
  ask: async (context) => await choose(context, 'delivery.again', ['unknown', 'failed']),
  confirm: { when: 'words', show: async ({ language }) => ({ does: deliveryTexts[language].sends, elements: [] }) },
  run: async ({ transaction, now, language }, { notification: id }) => {
    const again = await sendAgain(transaction, { id, now });
    if (isRefusal(again)) return again;
    const { sentAgain, sentOnceResumed } = deliveryTexts[language];
    return { message: plain(again.isStopped ? sentOnceResumed : sentAgain) };
  },
});
