/** The port for files: what people send and what the app makes. Rows in PostgreSQL say whose they are; the bytes are there, too, or in a folder. */
import type { Transaction } from '../../prisma/client.js';

/** The most bytes that a file may have. */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;

/**
 * What a file is. 'received': a person sent it, and an action is asked about it. 'consultation': a company sent it for one.
 * 'consultation-list': the workbook of all consultations. 'answer-list': that of the answers to an announcement. 'calendar': an entry for one person's calendar.
 * 'announcement': what the secretariat attached to one. 'review': what an adviser attached to the end of a review.
 * 'difference': what changed between two versions of a draft, for one person.
 * 'deliverable-list': the workbook of all companies' stages and dates. 'draft': the original of a version that a company submitted.
 * 'overview-list': the workbook of a list behind a number of the overview. 'report': a file of the implementation report, for one person.
 * 'report-photograph': a photograph of the report, made ready for documents. 'report-presentation': what a company presented.
 * 'export': a file of the programme or its roster, for one person.
 */
type FileKind =
  | 'attendee-list'
  | 'consultation-list'
  | 'answer-list'
  | 'received'
  | 'consultation'
  | 'calendar'
  | 'announcement'
  | 'review'
  | 'difference'
  | 'deliverable-list'
  | 'draft'
  | 'overview-list'
  | 'report'
  | 'report-photograph'
  | 'report-presentation'
  | 'export';

export interface NewFile {
  readonly kind: FileKind;
  /** Whose it is: at least one of the three, so that it goes when they go. */
  readonly programmeId?: string;
  readonly companyId?: string;
  readonly personId?: string;
  /** As it is to be called where it is saved, with its ending. */
  readonly name: string;
  readonly contentType: string;
  /** The clock's time. */
  readonly now: Date;
  /** When it is deleted; without it, with its owner. */
  readonly expiresAt?: Date;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
  /** In hexadecimal. */
  readonly sha256: string;
}

export interface FileStore {
  /**
   * Stores a file while its bytes come in, in the caller's transaction or in one of its own. What is rolled back leaves nothing:
   * at once, or in a folder once `removeStale` comes by.
   * @throws FileTooLarge
   */
  write(file: NewFile, bytes: AsyncIterable<Uint8Array>, transaction?: Transaction): Promise<StoredFile>;
  /** Null: there is no such file any more. */
  find(id: string): Promise<StoredFile | null>;
  /**
   * The file's bytes, a piece at a time.
   * @throws FileGone while it is read, where the file is not there or is deleted meanwhile: a file never ends early
   */
  read(id: string): AsyncIterable<Uint8Array>;
  /** Deletes files whose time is over, and bytes that belong to no file; returns how many of both. */
  removeStale(now: Date): Promise<number>;
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';

  constructor() {
    super(`a file has more than ${LARGEST_FILE_BYTES} bytes`);
  }
}

export class FileGone extends Error {
  override readonly name = 'FileGone';

  constructor(id: string) {
    super(`the file ${id} is not there, or not whole`);
  }
}
