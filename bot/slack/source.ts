/** Remembers in a modal which message's button led to it, so that what was done there is said where it was begun. */
import type { BlockAction } from '@slack/bolt';
import { z } from 'zod';
import { isDirect } from './account.js';
import { limits, type Modal } from './block-kit.js';
import { packText, unpackText } from './payload-text.js';

const source = z.object({
  channel: z.string(),
  ts: z.string(),
  thread: z.string().optional(),
  /** The message only offers the form. */
  offer: z.boolean(),
});

/** A message of the direct conversation. */
export type Source = Readonly<z.infer<typeof source>>;

const metadata = z.object({ source });

/** Null for a message that others read too or that only this person sees until they reload: neither takes a line. */
export function sourceOf({ channel, container }: BlockAction, offer: boolean): Source | null {
  if (channel === undefined || !isDirect(channel.id) || container.is_ephemeral === true) return null;
  const thread: unknown = container.thread_ts;
  const found = source.safeParse({ channel: channel.id, ts: container.message_ts, thread, offer });
  return found.success ? found.data : null;
}

/** The source that a view carries, or null where it came from Home, from a command or from nothing of ours. */
export function readSource(view: { readonly private_metadata?: string | undefined }): Source | null {
  return metadata.safeParse(unpackText(view.private_metadata)).data?.source ?? null;
}

/** The view with its source; without it where there is no room, and then the line goes below the conversation. */
export function withSource(view: Modal, from: Source | null): Modal {
  if (from === null) return view;
  const known: unknown = unpackText(view.private_metadata);
  const fields = typeof known === 'object' && known !== null ? known : {};
  const text = packText({ ...fields, source: from }, limits.privateMetadata);
  return text === null ? view : { ...view, private_metadata: text };
}
