/** The document that somebody sent to be added to the knowledge, as it was read when it came. */

import type { DocumentText } from '../../documents/document-text.js';
import { plainText } from '../../documents/read-document.js';
import type { Language } from '../../prisma/client.js';
import { languageOf } from '../drafts/check/sentences.js';
import type { DraftFault, DraftReading } from '../drafts/read-draft.js';
import { findReading } from '../drafts/received-documents.js';
import { refuseDraft } from '../drafts/refuse-draft.js';
import { findReceivedFiles, type ReceivedFile } from '../files/received-file.js';
import type { Context } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { refuseKnowledge } from './refuse-knowledge.js';
import { titleOfFile, titleOfSource } from './rules.js';

export interface SentSource {
  readonly file: ReceivedFile;
  readonly reading: Extract<DraftReading, { readonly ok: true }>;
}

/** Or why it cannot be added. */
export async function readSentSource(
  { transaction, person }: Pick<Context, 'transaction' | 'person'>,
  fileIds: readonly string[],
): Promise<SentSource | Refusal> {
  const field = { field: 'files' };
  if (fileIds.length > 1) return refuseKnowledge('one_source', {}, field);
  const [file] = (await findReceivedFiles(transaction, person.id, fileIds)) ?? [];
  if (file === undefined) return refuse('file_not_found', {}, field);
  const reading = await findReading(transaction, file.id);
  if (reading === null) return refuseDraft('document_not_read', {}, field);
  return reading.ok ? { file, reading } : refuseFault(reading.fault);
}

/** What is said of drafts alone is said of documents. */
export function refuseFault(fault: DraftFault): Refusal {
  const field = { field: 'files' };
  if (fault.kind === 'wrong_type') return refuseKnowledge('source_of_wrong_type', {}, field);
  if (fault.kind === 'too_large') return refuseKnowledge('source_too_large', {}, field);
  return refuseDraft('document_fault', fault, field);
}

/** What most of it is written in. */
export function languageOfSource(text: DocumentText): Language {
  return languageOf(plainText(text));
}

/** Its first heading of the highest level where it is its first line, otherwise what its file is called. */
export function titleInSource({ paragraphs }: DocumentText, fileName: string): string {
  const [first] = paragraphs;
  return first?.heading === 1 ? titleOfSource(first.text) || titleOfFile(fileName) : titleOfFile(fileName);
}
