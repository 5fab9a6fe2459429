/** Writes a payload as text, short enough for a button's value or a view's metadata, and reads it back. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Payload, readPayload } from '../payload.js';

/** Marks a compressed payload; JSON begins with `{`. */
const compressed = 'z';

/** More than Slack can carry, so that a forged payload cannot unpack into something huge. */
const unpackedLimit = 64 * 1024;

/**
 * The payload as text of at most `limit` characters, compressed where it must be.
 * @throws where even that does not fit: a lost part of a person's words would be worse than an apology
 */
export function packPayload(payload: Payload, limit: number): string {
  const { action, input, proposed } = payload;
  const text = JSON.stringify({ action, input, ...(proposed ? { proposed } : {}) });
  if (text.length <= limit) return text;
  const packed = compressed + deflateRawSync(text, { level: 9 }).toString('base64url');
  if (packed.length <= limit) return packed;
  throw new Error(`the input of ${action} does not fit into ${limit} characters (${packed.length})`);
}

/** The payload that a client sent back, or null where it holds none. */
export function unpackPayload(text: unknown): Payload | null {
  if (typeof text !== 'string' || !text.startsWith(compressed)) return readPayload(text);
  try {
    const options = { maxOutputLength: unpackedLimit };
    return readPayload(inflateRawSync(Buffer.from(text.slice(1), 'base64url'), options).toString('utf8'));
  } catch {
    return null;
  }
}
