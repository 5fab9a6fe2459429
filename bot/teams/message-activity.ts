/** Renders replies and messages as activities for the chat. */
import { keepEntered } from '../../programme/messages/keep-entered.js';
import { type Message, plain, type Reply, type Values } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import type { CardAttachment } from './card.js';
import { formToCard } from './form.js';
import { messageToCard } from './render.js';
import { clean } from './text.js';
import type { MessageActivity, MessageEntity } from './types.js';

const aiLabel: MessageEntity = {
  ...{ type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org' },
  additionalType: ['AIGeneratedContent'],
};

/** The reply in the chat. `entered`: the values that the form before it was sent with. */
export function replyActivity(reply: Reply, language: Language, entered: Values = {}): MessageActivity {
  if (reply.kind === 'message') return messageActivity(reply.message, language);
  const { errors, problem } = reply;
  const form = keepEntered(reply.form, entered);
  const card = formToCard(form, errors, problem, language, 'chat');
  return cardActivity(card, chatTexts[language].fillInAbove(form.title));
}

export function messageActivity(message: Message, language: Language): MessageActivity {
  const activity = cardActivity(messageToCard(message, language), message.summary);
  return message.madeByAi ? { ...activity, entities: [aiLabel] } : activity;
}

export function plainActivity(words: string, language: Language): MessageActivity {
  return messageActivity(plain(words), language);
}

function cardActivity(card: CardAttachment, summary: string): MessageActivity {
  return { type: 'message', summary: clean(summary), attachments: [card] };
}
