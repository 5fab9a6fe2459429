/** Makes a notification's message from the truth at the time of sending, or finds that it is no longer true. */

import { composeWelcome } from '../members/welcome.js';
import type { Message } from '../messages/message.js';
import type { BaseContext } from '../requests/context.js';
import { composeAnswer } from '../requests/deferred-reply.js';
import {
  composeCalledOff,
  composeCancelled,
  composeChanged,
  composePromoted,
  composeRegistered,
} from '../sessions/notices.js';
import type { NotificationKind } from './kinds.js';

/** A notification about to be sent, with the person it is for. */
export interface Composing {
  readonly id: string;
  readonly personId: string;
  readonly subjectId: string | null;
  readonly data: unknown;
}

/** Null: it is no longer true, so it is suppressed. */
type Compose = (context: BaseContext, notification: Composing) => Promise<Message | null>;

const composers: Record<NotificationKind, Compose> = {
  'member.welcome': composeWelcome,
  'session.registered': composeRegistered,
  'session.cancelled': composeCancelled,
  'session.promoted': composePromoted,
  'session.changed': composeChanged,
  'session.called-off': composeCalledOff,
  'request.answer': composeAnswer,
};

export async function compose(
  kind: NotificationKind,
  context: BaseContext,
  notification: Composing,
): Promise<Message | null> {
  return await composers[kind](context, notification);
}
