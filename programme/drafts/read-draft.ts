/** Reads what a company sent: the one place that calls the readers of documents. */
import type { DocumentFault } from '../../documents/document-fault.js';
import type { DocumentText } from '../../documents/document-text.js';
import { readDocument } from '../../documents/read-document.js';
import { looksLikeMarkdown, readMarkdown } from '../../documents/read-markdown.js';
import { readPlain } from '../../documents/read-plain.js';
import type { DocumentSource } from '../../prisma/client.js';

/** Why a document was not read. `pages`: from which of its pages no text came. */
export interface DraftFault {
  readonly kind: DocumentFault['kind'];
  readonly pages: readonly number[];
}

export const draftFaults = [
  'wrong_type',
  'old_word',
  'macros',
  'encrypted',
  'too_large',
  'damaged',
  'links_elsewhere',
  'unreadable',
  'empty',
  'took_too_long',
  'too_much_memory',
] as const satisfies readonly DocumentFault['kind'][];

export type DraftReading =
  | { readonly ok: true; readonly source: DocumentSource; readonly text: DocumentText }
  | { readonly ok: false; readonly fault: DraftFault };

/** Takes up to ten seconds, so that no transaction may wait for it. Never throws for what is in the document. */
export async function readDraft(content: Uint8Array, name: string): Promise<DraftReading> {
  const read = await readDocument(content, { name });
  if (read.ok) return { ok: true, source: read.kind, text: read.text };
  const { fault } = read;
  return { ok: false, fault: { kind: fault.kind, pages: 'pages' in fault ? fault.pages : [] } };
}

/** What was typed or pasted: a line is a paragraph, and Markdown's headings are headings. */
export function readPasted(written: string): DraftReading {
  const text = looksLikeMarkdown(written) ? readMarkdown(written) : readPlain(written);
  if (text.paragraphs.length === 0) return { ok: false, fault: { kind: 'empty', pages: [] } };
  return { ok: true, source: 'pasted', text };
}
