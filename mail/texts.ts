/** The words of a mail around its message, in Japanese and English. */

import type { Topic } from '../programme/notifications/kind.js';
import { topicNames } from '../programme/notifications/topic-names.js';
import type { Language, Platform } from '../programme/requests/context.js';

const platforms: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Microsoft Teams' };

const ja = {
  correction: (subject: string) => `訂正: ${subject}`,
  corrected: '先にお送りしたメールの内容に訂正があります。こちらをご覧ください。',
  inChat: (labels: readonly string[], chats: readonly Platform[]) =>
    `${labels.map((label) => `「${label}」`).join('')}は、${(chats.length > 0 ? chats : (['slack', 'teams'] as const)).map((chat) => platforms[chat]).join('または')}のSPPアシスタントとのチャットで行えます。`,
  askForAccess: 'チャットをまだご利用でない方は、事務局にお問い合わせください。',
  attached: (name: string) => `${name}をこのメールに添付しています。`,
  notAttached: (name: string) => `${name}は、このメールではお渡しできません。チャットでお受け取りください。`,
  automatic: 'このメールは、SPPアシスタントが自動でお送りしています。',
  stop: (topic: Topic) => `${topicNames[topic].ja}を受け取らない`,
  noSubject: 'SPPアシスタントからのお知らせ',
};

const en: typeof ja = {
  correction: (subject) => `Correction: ${subject}`,
  corrected: 'Something in an earlier mail was not right. Please go by this one.',
  inChat: (labels, chats) =>
    `${labels.map((label) => `“${label}”`).join(', ')}: please do this in the chat with the SPP assistant in ${(chats.length > 0 ? chats : (['slack', 'teams'] as const)).map((chat) => platforms[chat]).join(' or ')}.`,
  askForAccess: 'If you do not use the chat yet, please ask the secretariat.',
  attached: (name) => `${name} is attached to this mail.`,
  notAttached: (name) => `${name} cannot be sent by mail. Please get it in the chat.`,
  automatic: 'The SPP assistant sent this mail automatically.',
  stop: (topic) => `Get no more ${topicNames[topic].en}`,
  noSubject: 'A notice of the SPP assistant',
};

export const mailTexts: Readonly<Record<Language, typeof ja>> = { ja, en };
