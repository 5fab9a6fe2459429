/** Finds what calls everybody of a channel or team in a text; an announcement has an audience instead, and would show it as plain words. */
import { withoutInvisible } from '../messages/canonical.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseAnnouncement } from './refuse-announcement.js';

/** As people type it on Slack and Teams, in their English and Japanese versions. */
const latin = 'channel|here|everyone|everybody|all|team|group';
const japanese = 'チャンネル|チーム|全員|全体|みなさん|みなさま|皆さん|皆様';

/** No address goes before it (info@here.example), and no longer word follows (@all-hands, @channel.example, @チーム名簿). */
const typed = new RegExp(
  `(?<![\\w.%+-])@(?:(?:${latin})(?![\\w-]|\\.\\w)|(?:${japanese})(?!(?!各位|宛|様)[\\p{scx=Katakana}\\p{scx=Han}]))`,
  'iu',
);

/** As the platforms write it in the text of a message: docs.slack.dev/messaging/formatting-message-text, and Teams' <at>. */
const marked = new RegExp(
  `<!(?:channel|here|everyone|group)\\b[^<>]*>|<at\\b[^<>]*>\\s*@?(?:${latin}|${japanese})\\s*</at>`,
  'iu',
);

/** The first mention of everybody as it stands in the text, in half-width letters, or null. E-mail addresses are none. */
export function mentionOfEverybody(text: string): string | null {
  const plain = withoutInvisible(text).normalize('NFKC');
  return marked.exec(plain)?.[0] ?? typed.exec(plain)?.[0] ?? null;
}

/** Null where neither text has one. */
export function refuseMention(texts: { readonly textJa: string; readonly textEn: string }): Refusal | null {
  for (const field of ['textJa', 'textEn'] as const) {
    const mention = mentionOfEverybody(texts[field]);
    if (mention !== null) return refuseAnnouncement('mentions_everybody', { mention }, { field });
  }
  return null;
}
