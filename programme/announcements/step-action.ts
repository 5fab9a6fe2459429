/** What the actions on one announcement share that need nothing but the announcement: their form, and the buttons of their reply. */
import { z } from 'zod';
import type { AnnouncementState } from '../../prisma/client.js';
import { type Button, elements, type Form, type Message, type Values } from '../messages/message.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import type { Refusal } from '../requests/refusal.js';
import { chooseAnnouncement } from './choose-announcement.js';
import { announcementTexts } from './texts.js';

export const stepInput = z.object({ announcement: chosen });

type StepName = keyof (typeof announcementTexts)['ja']['actions'];

/** The form that asks which announcement. */
export function askWhich(action: StepName, states: readonly AnnouncementState[]) {
  return async (context: Context, _given: Values): Promise<Form | Refusal> =>
    await chooseAnnouncement(context, { action, states });
}

/** The buttons of one that waits for approval, as it is in this version. */
export function approvalButtons({ language }: Pick<Context, 'language'>, announcement: string, seen: number) {
  const texts = announcementTexts[language];
  const input = { announcement, seen };
  const action = 'announcement.approve';
  return [
    { label: texts.approveYes, action, input: { ...input, approve: true }, emphasis: 'primary' },
    { label: texts.approveNo, action, input: { ...input, approve: false } },
  ] as const;
}

/** What was done, with the way to the status and what else can be done now. */
export function stepDone(
  { language }: Context,
  announcement: string,
  text: string,
  next: readonly Button[] = [],
): Message {
  const status: Button = {
    ...{ label: announcementTexts[language].status, action: 'announcement.status', input: { announcement } },
  };
  return { summary: text, elements: elements({ kind: 'text', text }, { kind: 'buttons', buttons: [...next, status] }) };
}
