/** Reads what a company sent: the one place that calls the readers of documents. */
import type { DocumentText } from '../../documents/document-text.js';
import type { DocumentSource } from '../../prisma/client.js';

/** Why a document was not read. `pages`: from which of its pages no text came. */
export interface DraftFault {
  readonly kind: DraftFaultKind;
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
] as const;

export type DraftFaultKind = (typeof draftFaults)[number];

export type DraftReading =
  | { readonly ok: true; readonly source: DocumentSource; readonly text: DocumentText }
  | { readonly ok: false; readonly fault: DraftFault };

/** Takes up to ten seconds, so that no transaction may wait for it. Never throws for what is in the document. */
export async function readDraft(content: Uint8Array, name: string): Promise<DraftReading> {
  const text = decode(content);
  if (text === null) return { ok: false, fault: { kind: 'wrong_type', pages: [] } };
  return readPasted(text, /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'plain');
}

/** A line is a paragraph; Markdown's headings are headings. */
export function readPasted(written: string, source: DocumentSource = 'pasted'): DraftReading {
  const paragraphs = written
    .split(/\r\n|[\n\r\f\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, marks = '', title = ''] = /^(#{1,6})\s+(.+)$/.exec(line) ?? [];
      return marks === ''
        ? { text: line, heading: null, label: null, page: null }
        : { text: title, heading: marks.length, label: null, page: null };
    });
  if (paragraphs.length === 0) return { ok: false, fault: { kind: 'empty', pages: [] } };
  return { ok: true, source, text: { paragraphs, pages: null } };
}

function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch {
      // The next encoding is tried.
    }
  }
  return null;
}
