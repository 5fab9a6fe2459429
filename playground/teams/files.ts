/** The tenant's file store (OneDrive, as far as a bot sees it): what people send to the bot, and what they let it upload. */
import { randomUUID } from 'node:crypto';
import { type Fields, fileDownloadType } from './wire.js';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly content: Uint8Array;
}

interface UploadSession {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  received: Buffer;
}

export interface FileStore {
  /** Stores what a person attached and returns the attachment that the bot receives for it. */
  offer(name: string, content: Uint8Array): Fields;
  /** Opens an upload for a consented file and returns `uploadInfo` for the invoke. */
  consent(name: string, sizeInBytes: number): Fields;
  download(id: string): StoredFile | undefined;
  /** Takes one chunk (`Content-Range: bytes 0-9/10`); the status is OneDrive's. */
  upload(id: string, range: string | undefined, chunk: Buffer): { readonly status: number; readonly problem?: string };
  /** Whether a bot may show this file: it has uploaded it whole, and this is its page. */
  isUploaded(uniqueId: string, contentUrl: string): boolean;
  files(): readonly StoredFile[];
  /** Of an earlier run, under its own identifier. */
  restore(file: StoredFile): void;
}

function extension(name: string): string {
  return name.includes('.') ? (name.split('.').at(-1) ?? '') : '';
}

export function openFileStore(url: () => string): FileStore {
  const files = new Map<string, StoredFile>();
  const sessions = new Map<string, UploadSession>();

  const page = (name: string) => `${url()}/sharepoint/personal/Documents/${encodeURIComponent(name)}`;

  return {
    offer(name, content) {
      const id = randomUUID();
      files.set(id, { id, name, content });
      return {
        contentType: fileDownloadType,
        // The page behind a login: only `downloadUrl` can be fetched, without a token and for some minutes.
        contentUrl: page(name),
        name,
        content: {
          downloadUrl: `${url()}/download/${id}?tempauth=${randomUUID()}`,
          uniqueId: id,
          fileType: extension(name),
        },
      };
    },
    consent(name, sizeInBytes) {
      const id = randomUUID();
      sessions.set(id, { id, name, size: sizeInBytes, received: Buffer.alloc(0) });
      return {
        contentUrl: page(name),
        name,
        uploadUrl: `${url()}/upload/${id}`,
        uniqueId: id,
        fileType: extension(name),
      };
    },
    download: (id) => files.get(id),
    upload(id, range, chunk) {
      const session = sessions.get(id);
      if (!session) {
        return { status: 404, problem: 'this upload is not open' };
      }
      const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range ?? '') ?? [];
      if (first === undefined || Number(total) !== session.size) {
        return { status: 400, problem: `Content-Range must be bytes first-last/${session.size}` };
      }
      if (Number(first) !== session.received.length || Number(last) - Number(first) + 1 !== chunk.length) {
        return { status: 416, problem: `the next byte is ${session.received.length}` };
      }
      session.received = Buffer.concat([session.received, chunk]);
      if (session.received.length < session.size) {
        return { status: 202 };
      }
      sessions.delete(id);
      files.set(id, { id, name: session.name, content: session.received });
      return { status: 201 };
    },
    isUploaded(uniqueId, contentUrl) {
      const file = files.get(uniqueId);
      return file !== undefined && contentUrl === page(file.name);
    },
    files: () => [...files.values()],
    restore: (file) => void files.set(file.id, file),
  };
}
