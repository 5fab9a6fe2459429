/** Reads the body of a request whose sender is not known yet: no more than its limit, and no more of all such bodies together than their share of memory. */
import type { IncomingMessage } from 'node:http';

/** Why a body was not read, with the HTTP status that says so. */
export const unreadStatus = {
  'too large': 413,
  'encoding not taken': 415,
  'cut short': 400,
  'too many at once': 503,
} as const;

export type Unread = keyof typeof unreadStatus;

export type ReadBody = { readonly body: Buffer } | { readonly unread: Unread };

export interface BodyLimits {
  /** The longest body, in bytes. */
  readonly largest: number;
  /** What all bodies that are being read may hold together, in bytes. Strangers who keep their bodies open must not fill the memory. */
  readonly together: number;
}

export type ReadBodyOf = (request: IncomingMessage, onChunk?: (chunk: Buffer) => void) => Promise<ReadBody>;

/**
 * A reader with a share of memory of its own. What it refuses it does not keep: Node drops the rest of the request, for as long as
 * a request may take. Compressed bodies are refused, since a few bytes may unpack to any number; neither platform sends them.
 */
export function bodyReader({ largest, together }: BodyLimits): ReadBodyOf {
  let held = 0;
  return async (request, onChunk = () => {}) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() !== 'identity') return { unread: 'encoding not taken' };
    if (Number(request.headers['content-length'] ?? 0) > largest) return { unread: 'too large' };
    let own = 0;
    try {
      return await new Promise<ReadBody>((resolve) => {
        const chunks: Buffer[] = [];
        const end = (result: ReadBody) => {
          request.off('data', take);
          resolve(result);
        };
        const take = (chunk: Buffer) => {
          own += chunk.length;
          held += chunk.length;
          if (own > largest) return end({ unread: 'too large' });
          if (held > together) return end({ unread: 'too many at once' });
          chunks.push(chunk);
          onChunk(chunk);
        };
        request.on('data', take);
        request.once('end', () => end({ body: Buffer.concat(chunks) }));
        // A connection that breaks off ends with 'close' and without 'end'.
        request.once('close', () => end({ unread: 'cut short' }));
        request.once('error', () => end({ unread: 'cut short' }));
      });
    } finally {
      held -= own;
      // What is still to come is read and dropped, so that the answer reaches a sender who is still writing.
      request.resume();
    }
  };
}
