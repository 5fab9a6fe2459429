/** Writes a payload as text, short enough for a button's value or a view's metadata, and reads it back. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Payload, parseJson, readPayload } from '../payload.js';

/** Marks a compressed payload; JSON begins with `{`. */
const compressed = 'z';

/** More than Slack can carry, so that a forged payload cannot unpack into something huge. */
const unpackedLimit = 64 * 1024;

/**
 * The payload as text of at most `limit` characters, compressed where it must be.
 * @throws where even that does not fit: a lost part of a person's words would be worse than an apology
 */
export function packPayload(payload: Payload, limit: number): string {
  const { action, input, proposed, offer } = payload;
  const packed = packText({ action, input, ...(proposed ? { proposed } : {}), ...(offer ? { offer } : {}) }, limit);
  if (packed !== null) return packed;
  throw new Error(`the input of ${action} does not fit into ${limit} characters`);
}

/** The value as text of at most `limit` characters, compressed only where it must be, which takes longer than drawing the rest; null where even that does not fit. */
export function packText(value: object, limit: number): string | null {
  const text = JSON.stringify(value);
  if (text.length <= limit) return text;
  const packed = compressed + deflateRawSync(text, { level: 9 }).toString('base64url');
  return packed.length <= limit ? packed : null;
}

/** The payload that a client sent back, or null where it holds none. */
export function unpackPayload(text: unknown): Payload | null {
  return readPayload(unpackText(text));
}

/** The value behind the text; null where there is none. */
export function unpackText(text: unknown): unknown {
  if (typeof text !== 'string') return null;
  if (!text.startsWith(compressed)) return parseJson(text);
  try {
    const options = { maxOutputLength: unpackedLimit };
    return parseJson(inflateRawSync(Buffer.from(text.slice(1), 'base64url'), options).toString('utf8'));
  } catch {
    return null;
  }
}
