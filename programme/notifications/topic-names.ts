/** What the topics that people can mute are called: in the form, in a mail, and on the page to which a mail leads. */
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import type { Topic } from './kind.js';

/** In English as in the middle of a sentence. */
export const topicNames = {
  announcements: inBoth('事務局からのお知らせ', 'announcements'),
  reminders: inBoth('リマインダー', 'reminders'),
} as const satisfies Readonly<Record<Topic, Bilingual>>;
