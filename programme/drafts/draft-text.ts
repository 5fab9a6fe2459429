/** The text of a version as it is kept: read back from the database, and as the plain text that the check reads. */
import { z } from 'zod';
import type { DocumentText } from '../../documents/document-text.js';
import { plainText } from '../../documents/read-document.js';
import type { DocumentSource, Prisma } from '../../prisma/client.js';

const documentText = z.object({
  paragraphs: z.array(
    z.object({
      text: z.string(),
      heading: z.number().nullable(),
      label: z.string().nullable(),
      page: z.number().nullable(),
    }),
  ),
  pages: z.number().nullable(),
  unreadablePages: z.array(z.number()).optional(),
});

/** @throws where it is none */
export function readDocumentText(stored: unknown): DocumentText {
  const { unreadablePages, ...text } = documentText.parse(stored);
  return { ...text, ...(unreadablePages !== undefined && { unreadablePages }) };
}

/** As its column takes it. */
export function storedText({ paragraphs, pages, unreadablePages }: DocumentText): Prisma.InputJsonObject {
  const unread = unreadablePages === undefined ? {} : { unreadablePages: [...unreadablePages] };
  return { paragraphs: storedParagraphs({ paragraphs }), pages, ...unread };
}

export function storedParagraphs({ paragraphs }: Pick<DocumentText, 'paragraphs'>): Prisma.InputJsonArray {
  return paragraphs.map((paragraph) => ({ ...paragraph }));
}

/**
 * As the element check reads it: headings are marked, and a paragraph ends its last sentence. Of a plain text each line is a
 * paragraph, of which the check tells by itself whether it goes on in the next one.
 */
export function textToCheck({ paragraphs }: DocumentText, source: DocumentSource): string {
  const between = source === 'plain' || source === 'pasted' ? '\n' : '\n\n';
  return paragraphs
    .map((paragraph) => plainText({ paragraphs: [paragraph], pages: null }, { headings: 'marked' }))
    .join(between);
}

/** As many characters as the first line is shown with. */
const FIRST_LINE = 80;

/** By which its sender recognises it. */
export function firstLine({ paragraphs }: DocumentText): string {
  const [line = ''] = (paragraphs.find(({ text }) => text.trim() !== '')?.text ?? '').trim().split('\n');
  return [...line].length > FIRST_LINE ? `${[...line].slice(0, FIRST_LINE).join('')}…` : line;
}

/** Without the spaces between paragraphs. */
export function charactersOf({ paragraphs }: DocumentText): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}
