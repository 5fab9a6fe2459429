/** Reads a plain text: a line is a paragraph, and its headings are for those to tell who know what it is about. */
import type { DocumentParagraph, DocumentText } from './document-text.js';

export function readPlain(text: string): DocumentText {
  const paragraphs = text
    .split(/\r\n|[\n\r\f\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): DocumentParagraph => ({ text: line, heading: null, label: null, page: null }));
  return { paragraphs, pages: null };
}
