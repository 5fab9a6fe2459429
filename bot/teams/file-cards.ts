/** The cards that Teams draws for files in a personal chat. Source: learn.microsoft.com, "Send and receive files through a bot". */
import { z } from 'zod';
import type { MessageActivity } from './types.js';

const context = z.object({ spp: z.string() });

/** Where the file goes once the person has agreed, and how it is called there. */
const uploadInfo = z.object({
  contentUrl: z.url(),
  name: z.string().min(1),
  uploadUrl: z.url(),
  uniqueId: z.string().min(1),
  fileType: z.string().min(1),
});
export type UploadInfo = z.infer<typeof uploadInfo>;

const answer = z.object({
  type: z.literal('fileUpload'),
  action: z.enum(['accept', 'decline']),
  context: context.optional().catch(undefined),
  uploadInfo: uploadInfo.optional().catch(undefined),
});

export interface ConsentAnswer {
  readonly accepted: boolean;
  /** The signed offer; empty where the answer holds none of ours. */
  readonly offer: string;
  readonly upload: UploadInfo | null;
}

/** Null where it is no answer to a consent card. */
export function readConsent(value: unknown): ConsentAnswer | null {
  const { data } = answer.safeParse(value);
  if (data === undefined) return null;
  return { accepted: data.action === 'accept', offer: data.context?.spp ?? '', upload: data.uploadInfo ?? null };
}

export function consentActivity(file: {
  readonly name: string;
  readonly size: number;
  readonly description: string;
  readonly offer: string;
}): MessageActivity {
  const { name, size, description, offer } = file;
  const own = { spp: offer };
  const content = { description, sizeInBytes: size, acceptContext: own, declineContext: own };
  return {
    type: 'message',
    summary: name,
    attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.consent', name, content }],
  };
}

export function infoActivity({ contentUrl, name, uniqueId, fileType }: UploadInfo): MessageActivity {
  const content = { uniqueId, fileType };
  return {
    type: 'message',
    summary: name,
    attachments: [{ contentType: 'application/vnd.microsoft.teams.card.file.info', contentUrl, name, content }],
  };
}
