/** Turns plain text into Slack's text objects: nothing that people wrote becomes a mention, a link or formatting. */
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import type { PlainText, TextObject } from './block-kit.js';

/** Control characters, and those that turn the reading direction and so can disguise a text. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose.
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]/g;

/** Half of a pair that stands alone, which no JSON parser on the way is bound to take. */
const loneSurrogate = /\p{Surrogate}/gu;

/** Stands where Slack requires a text and there is none. */
const nothing = '–';

/** The text without what could disguise it; line ends become \n. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unprintable, '').replace(loneSurrogate, '\uFFFD');
}

/** Slack's own escaping (docs.slack.dev/messaging/formatting-message-text#escaping): `<!channel>` and links stay text. */
export function escapeMrkdwn(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** The text in at most `limit` UTF-16 units, with the language's mark at the end where it was cut. */
export function cut(text: string, limit: number, language: Language): string {
  const { shortened } = chatTexts[language];
  return cutWith(text, limit, shortened.length * 2 > limit ? '…' : shortened);
}

/** The same with only an ellipsis, for places as narrow as a title, where the whole text stands elsewhere. */
function cutNarrow(text: string, limit: number): string {
  return cutWith(text, limit, '…');
}

function cutWith(text: string, limit: number, mark: string): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - mark.length);
  // A cut between the halves of a pair would leave half a character.
  return kept.replace(/[\uD800-\uDBFF]$/, '') + mark;
}

export function isBlank(text: string): boolean {
  return clean(text).trim() === '';
}

export function plainText(text: string, limit: number, language: Language): PlainText {
  return { type: 'plain_text', text: cut(filled(text), limit, language), emoji: false };
}

/** For titles and other texts too narrow for the language's mark. */
export function narrowText(text: string, limit: number): PlainText {
  return { type: 'plain_text', text: cutNarrow(filled(text), limit), emoji: false };
}

/**
 * A title in bold over lines. Slack has no way to escape its formatting characters, so a text that holds any is shown
 * without the bold rather than with formatting that its author never asked for.
 */
export function titled(title: string, lines: readonly string[], limit: number, language: Language): TextObject {
  const heading =
    clean(title)
      .replace(/\s*\n\s*/g, ' ')
      .trim() || nothing;
  const body = lines.map(clean).filter((line) => line.trim() !== '');
  const whole = [heading, ...body].join('\n');
  if (whole.split('\n').some(isFormatting)) return plainText(whole, limit, language);
  const bold = [`*${escapeMrkdwn(heading)}*`, ...body.map(escapeMrkdwn)].join('\n');
  // Cutting escaped text could cut an escape in half.
  if (bold.length > limit) return plainText(whole, limit, language);
  return { type: 'mrkdwn', text: bold, verbatim: true };
}

/** Whether mrkdwn would format something in this line: emphasis, code, emoji or a quotation. */
function isFormatting(line: string): boolean {
  return /[*_~`]|:[\p{L}\p{N}_+'-]+:|^\s*>/u.test(line);
}

function filled(text: string): string {
  const cleaned = clean(text);
  return cleaned.trim() === '' ? nothing : cleaned;
}
