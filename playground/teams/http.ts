/** Reads requests and writes answers of the stand-in's server. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Reply } from './connector.js';

const largestBody = 4 * 1024 * 1024;

/** Of one request that uploads a file: learn.microsoft.com, "Upload large files with an upload session". */
export const largestUpload = 60 * 1024 * 1024;

export async function readBody(request: IncomingMessage, most = largestBody): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > most) {
      throw new Error(`the body is larger than ${most} bytes`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

export function parseJson(body: Buffer): unknown {
  try {
    return body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

export function answer(response: ServerResponse, { status, body, headers }: Reply): void {
  const binary = body instanceof Uint8Array;
  response.writeHead(status, {
    ...(body === undefined
      ? {}
      : { 'content-type': binary ? 'application/octet-stream' : 'application/json; charset=utf-8' }),
    ...headers,
  });
  response.end(body === undefined ? undefined : binary ? body : JSON.stringify(body));
}
