/** Renders replies, messages and the wait for them as modals. */

import { type Message, plain } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import type { RequestResult } from '../../programme/requests/request.js';
import { actionTitle } from '../../programme/rooms.js';
import type { Modal } from './block-kit.js';
import { formToModal } from './form.js';
import { messageToModal } from './render.js';

/** The reply as a view; `action` names the modal where the reply itself has no title. */
export function replyToView({ reply, language }: RequestResult, action: string): Modal {
  return reply.kind === 'form'
    ? formToModal(reply.form, reply.errors, reply.problem, language)
    : messageToView(reply.message, action, language);
}

/** A message as a view under the action's title. */
export function messageToView(message: Message, action: string, language: Language): Modal {
  return messageToModal(message, actionTitle(action, language), language);
}

/** The view to show while the reply takes longer than Slack waits. */
export function workingView(action: string, language: Language): Modal {
  return messageToView(plain(chatTexts[language].working), action, language);
}
