/** Sends a message's files through Slack itself, where the message is posted to a conversation; elsewhere they stay links. */
import { Readable } from 'node:stream';
import type { WebClient } from '@slack/web-api';
import type { FileElement, Message } from '../../programme/messages/message.js';
import type { Services } from '../../programme/requests/services.js';
import { outcomeOfError } from './api-errors.js';

export interface Uploader extends Pick<Services, 'files' | 'log' | 'clock'> {
  readonly client: WebClient;
}

/** A file whose bytes Slack has, and which nobody sees yet. */
interface Upload {
  readonly id: string;
  readonly element: FileElement;
}

interface Uploaded {
  /** The message without what was uploaded. */
  readonly rest: Message;
  readonly uploads: readonly Upload[];
}

/** How long the bytes of one file may take. */
const UPLOAD_MILLISECONDS = 30_000;

/**
 * Brings the bytes of a message's files to Slack; to be shared once the rest of the message is posted, so that a post that fails
 * leaves no file behind. What cannot be uploaded, as in a workspace that has not granted the scope yet, stays in the message as a link.
 * Source: docs.slack.dev/messaging/working-with-files#uploading_files
 */
export async function uploadFiles(uploader: Uploader, message: Message): Promise<Uploaded> {
  const uploads: Upload[] = [];
  for (const element of message.elements) {
    const id = element.kind === 'file' ? await upload(uploader, element) : null;
    if (element.kind === 'file' && id !== null) uploads.push({ id, element });
  }
  const uploaded = new Set<unknown>(uploads.map(({ element }) => element));
  return { rest: { ...message, elements: message.elements.filter((one) => !uploaded.has(one)) }, uploads };
}

/** Slack's id of the file, or null where it could not be uploaded. */
async function upload(uploader: Uploader, { file }: FileElement): Promise<string | null> {
  const { client, files, log } = uploader;
  try {
    const stored = await files.find(file);
    if (stored === null) return null;
    const { name: filename, size: length } = stored;
    const { upload_url: address, file_id: id } = await client.files.getUploadURLExternal({ filename, length });
    if (address === undefined || id === undefined) throw new Error('Slack gave no address for an upload');
    await send(address, length, files.read(file));
    return id;
  } catch (error) {
    log.warn(
      { reason: reasonOf(uploader, error), file },
      'a file was not uploaded to Slack and is offered by its link',
    );
    return null;
  }
}

/** The address is secret and needs no token. */
async function send(address: string, length: number, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(length) },
    body: Readable.toWeb(Readable.from(bytes, { objectMode: false })),
    duplex: 'half',
    redirect: 'error',
    signal: AbortSignal.timeout(UPLOAD_MILLISECONDS),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`Slack answered an upload with ${response.status}`);
}

/**
 * Shows uploaded files in the conversation in which the rest of their message stands. Never throws, since that rest must not
 * be posted again: a file that Slack does not share is left to `byLink`.
 */
export async function shareFiles(
  uploader: Uploader,
  where: { readonly channel: string; readonly thread?: string | undefined },
  uploads: readonly Upload[],
  byLink: (element: FileElement) => Promise<unknown>,
): Promise<void> {
  const { client, log } = uploader;
  const thread = where.thread === undefined ? {} : { thread_ts: where.thread };
  for (const { id, element } of uploads) {
    try {
      await client.files.completeUploadExternal({
        files: [{ id, title: element.name }],
        channel_id: where.channel,
        ...thread,
      });
    } catch (error) {
      const fields = { reason: reasonOf(uploader, error), file: element.file };
      log.warn(fields, 'an uploaded file was not shared in Slack and is offered by its link');
      await byLink(element).catch((failure: unknown) =>
        log.error({ error: failure, ...fields }, 'a file was not delivered'),
      );
    }
  }
}

/** Never the error itself: it may hold the secret address. */
function reasonOf({ clock }: Uploader, error: unknown): string {
  const failure = outcomeOfError(error, clock.now());
  return 'reason' in failure ? failure.reason : failure.outcome;
}

/** A message of one file, by its link. */
export function linkMessage(element: FileElement): Message {
  return { summary: element.name, elements: [element] };
}
