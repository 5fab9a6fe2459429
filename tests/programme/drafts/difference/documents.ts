/** Small documents for the tests of the difference, as the readers of files give them. */
import type { DocumentParagraph, DocumentText } from '../../../../documents/document-text.js';

type Written = string | (Partial<DocumentParagraph> & { readonly text: string });

/** A paragraph for each. */
export function documentOf(...paragraphs: readonly Written[]): DocumentText {
  const empty = { heading: null, label: null, page: null };
  return {
    pages: null,
    paragraphs: paragraphs.map((one) => ({ ...empty, ...(typeof one === 'string' ? { text: one } : one) })),
  };
}

/** A paragraph for each line. */
export function documentOfLines(text: string): DocumentText {
  return documentOf(...text.trim().split('\n'));
}
