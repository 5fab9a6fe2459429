/** Does what a thread is asked for: tells of which kind the document is and reads it, or makes a picture ready. */
import { ArchiveError } from './archive.js';
import { type DocumentFault, DocumentRefused } from './document-fault.js';
import type { DocumentText } from './document-text.js';
import { faultOfArchive } from './docx/open-docx.js';
import { readDocx } from './docx/read-docx.js';
import { type ReviewedDocx, readReviewed } from './docx/read-reviewed.js';
import type { PreparedPicture } from './pictures/prepare-picture.js';
import { readMarkdown } from './read-markdown.js';
import { readPlain } from './read-plain.js';
import { type DocumentKind, type TypedDocument, typeOfDocument } from './type-of-document.js';

export interface WorkerTask {
  readonly task: 'text' | 'review' | 'picture';
  readonly content: Uint8Array<ArrayBuffer>;
  readonly name: string | undefined;
}

export type WorkerAnswer =
  | { readonly ok: true; readonly kind: DocumentKind; readonly text: DocumentText }
  | { readonly ok: true; readonly reviewed: ReviewedDocx }
  | { readonly ok: true; readonly picture: PreparedPicture }
  | { readonly ok: false; readonly fault: DocumentFault };

/** A thousand pages have two million. */
const MOST_CHARACTERS = 5_000_000;

/** Never throws: what nothing else explains is damage. */
export async function answerTask({ content, name, task }: WorkerTask): Promise<WorkerAnswer> {
  try {
    if (task === 'picture') return { ok: true, picture: await prepare(content) };
    const typed = await typeOfDocument(content, name);
    if (task === 'text') return await textOf(typed, content);
    if (typed.kind !== 'docx') throw new DocumentRefused({ kind: 'wrong_type' });
    return { ok: true, reviewed: await readReviewed(content) };
  } catch (error) {
    if (error instanceof DocumentRefused) return { ok: false, fault: error.fault };
    if (error instanceof ArchiveError) return { ok: false, fault: faultOfArchive(error).fault };
    return { ok: false, fault: { kind: 'damaged' } };
  }
}

/** Only where it is needed: the library is large. */
async function prepare(content: Uint8Array): Promise<PreparedPicture> {
  const { preparePicture } = await import('./pictures/prepare-picture.js');
  return await preparePicture(content);
}

async function textOf(typed: TypedDocument, content: Uint8Array): Promise<WorkerAnswer> {
  const text = await read(typed, content);
  if (text.paragraphs.length === 0) throw new DocumentRefused({ kind: 'empty' });
  const characters = text.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
  if (characters > MOST_CHARACTERS) throw new DocumentRefused({ kind: 'too_large' });
  return { ok: true, kind: typed.kind, text };
}

async function read(typed: TypedDocument, content: Uint8Array): Promise<DocumentText> {
  if (typed.kind === 'docx') return await readDocx(content);
  if (typed.kind === 'plain') return readPlain(typed.text);
  if (typed.kind === 'markdown') return readMarkdown(typed.text);
  // Only where it is needed: the library is large.
  const { readPdf } = await import('./pdf/read-pdf.js');
  return await readPdf(content);
}
