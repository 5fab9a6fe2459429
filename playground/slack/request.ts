/** Reading what arrives over HTTP: bodies, forms, JSON, bearer tokens. */
import type { IncomingMessage } from 'node:http';
import { isJson, type Json, parseJson } from './json.js';

const largestBody = 64 * 1024 * 1024;

/** The whole body. Throws when it is longer than 64 MB, which no request of a bot is. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request) {
    if (!Buffer.isBuffer(piece)) continue;
    length += piece.byteLength;
    if (length > largestBody) throw new Error('The body is longer than 64 MB');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The arguments of a Web API call; a refusal's code where the body is not what its type says. */
export async function readArguments(
  request: IncomingMessage,
  body: Buffer,
  query: URLSearchParams,
): Promise<Json | 'invalid_json' | 'json_not_object' | 'invalid_form_data'> {
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  const fromQuery = Object.fromEntries(query);
  if (body.byteLength === 0) return fromQuery;
  if (type.startsWith('application/json')) {
    const parsed = parseJson(body.toString());
    if (parsed === undefined) return 'invalid_json';
    return isJson(parsed) ? { ...fromQuery, ...parsed } : 'json_not_object';
  }
  if (type.startsWith('multipart/form-data')) {
    try {
      const form = await new Response(new Uint8Array(body), {
        headers: { 'content-type': request.headers['content-type'] ?? '' },
      }).formData();
      return { ...fromQuery, ...Object.fromEntries([...form].filter(([, value]) => typeof value === 'string')) };
    } catch {
      return 'invalid_form_data';
    }
  }
  return { ...fromQuery, ...Object.fromEntries(new URLSearchParams(body.toString())) };
}

/** The token of the Authorization header, else the `token` argument. */
export function bearerToken(request: IncomingMessage, args: Json = {}): string | undefined {
  const found = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '');
  return found?.[1] ?? (typeof args.token === 'string' && args.token !== '' ? args.token : undefined);
}
