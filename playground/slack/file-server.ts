/** Where file contents go in (upload_url) and come out (url_private, with the bot's token). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRefusal } from './refusal.js';
import { bearerToken } from './request.js';
import type { SlackStore } from './store.js';
import { findInstallation } from './tokens.js';

/** Takes the bytes for a file that files.getUploadURLExternal announced: raw, or as a form with one file. */
export async function takeUpload(
  store: SlackStore,
  key: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const [team = '', id = ''] = key.split('-');
  const upload = store.workspaces.get(team)?.uploads.get(id);
  const content = await contentOf(request, body);
  const fits = upload !== undefined && content !== undefined && content.byteLength === upload.length;
  if (fits) upload.content = content;
  announceFile(store, 'upload', team, id, fits ? 200 : 400);
  response.writeHead(fits ? 200 : 400, { 'content-type': 'text/html' });
  response.end(
    fits
      ? `OK - ${content.byteLength}`
      : upload === undefined
        ? 'unknown upload'
        : 'length differs from what was announced',
  );
}

async function contentOf(request: IncomingMessage, body: Buffer): Promise<Uint8Array | undefined> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return new Uint8Array(body);
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    for (const value of form.values()) if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  } catch {
    return undefined;
  }
  return undefined;
}

/**
 * Gives out a file's content. Like the original, it answers a caller without a good token with the sign-in page and
 * status 200, so that a bot which does not look would take HTML for the file.
 */
export function giveFile(store: SlackStore, key: string, request: IncomingMessage, response: ServerResponse): void {
  const [team = '', id = ''] = key.split('-');
  const installation = findInstallation(store, bearerToken(request));
  const allowed =
    !isRefusal(installation) && installation.workspace.id === team && installation.token.scopes.includes('files:read');
  const file = allowed ? store.workspaces.get(team)?.files.get(id) : undefined;
  announceFile(store, 'download', team, id, allowed && file === undefined ? 404 : 200);
  if (!allowed) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!DOCTYPE html><html><head><title>Slack</title></head><body>Sign in to your workspace</body></html>');
    return;
  }
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/html' });
    response.end('not found');
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': file.content.byteLength });
  response.end(file.content);
}

function announceFile(
  store: SlackStore,
  method: 'upload' | 'download',
  team: string,
  id: string,
  status: number,
): void {
  const at = store.now();
  store.trafficLog.add({
    at,
    direction: 'to slack',
    team,
    method,
    status,
    milliseconds: 0,
    summary: `${method} ${id}`,
    error: status === 200 ? undefined : String(status),
    early: false,
    request: { id },
    response: undefined,
  });
}
