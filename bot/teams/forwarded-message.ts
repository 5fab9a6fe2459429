/** Reads a message that somebody forwarded to the bot. Source: learn.microsoft.com, "chatMessageAttachment resource type", forwardedMessageReference; older clients quote it in the HTML of the message. */
import { z } from 'zod';
import { parseJson } from '../payload.js';

const reference = z.object({ contentType: z.literal('forwardedMessageReference'), content: z.unknown() });
const original = z.object({ originalMessageContent: z.string() });
const html = z.object({ contentType: z.literal('text/html'), content: z.string() });

const quoted = /<blockquote[^>]*itemtype="http:\/\/schema\.skype\.com\/Forward"[^>]*>([\s\S]*?)<\/blockquote>/gi;

/** Its text; null where none was forwarded. */
export function forwardedText(attachments: readonly unknown[]): string | null {
  const texts = attachments.flatMap((attachment) => {
    const referred = reference.safeParse(attachment).data;
    if (referred !== undefined) {
      const { content } = referred;
      const read = original.safeParse(typeof content === 'string' ? parseJson(content) : content);
      return read.success ? [plainText(read.data.originalMessageContent)] : [];
    }
    const written = html.safeParse(attachment).data?.content ?? '';
    return [...written.matchAll(quoted)].map(([, inner = '']) => plainText(inner));
  });
  const text = texts.filter((one) => one !== '').join('\n\n');
  return text === '' ? null : text;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** What Teams' HTML says: paragraphs and breaks are lines, everything else is what stands in it. */
function plainText(markup: string): string {
  return markup
    .replaceAll(/\r?\n/g, ' ')
    .replaceAll(/<br\s*\/?>|<\/(?:p|div|li|h[1-6]|tr)>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, (_whole, name: string) => entities[name] ?? '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
