/** Reads the files of a message in a personal chat of Teams. Source: learn.microsoft.com, "Send and receive files through a bot". */
import { z } from 'zod';
import { type Looks, looksOf, NotFetched, type SentFile } from '../../programme/files/sent-file.js';
import { fetchFile } from '../fetch-file.js';

const attached = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string(),
  content: z.object({ downloadUrl: z.string(), uniqueId: z.string().optional(), fileType: z.string().optional() }),
});

/** Pasted into the text, or recorded in the client: it lies where the bot's own token would have to go. */
const inline = z.object({ contentType: z.string().regex(/^(?:image|audio|video)\//), name: z.string().optional() });

/** A file as the activity brings it. */
export type Attached = z.infer<typeof attached> | z.infer<typeof inline>;

/** Of the attachments, which also hold the text as HTML, those that are files. */
export function readAttachments(attachments: readonly unknown[]): readonly Attached[] {
  const either = z.union([attached, inline]);
  return attachments.flatMap((one) => either.safeParse(one).data ?? []);
}

/** @param trusts whether files are fetched from this address */
export function sentFiles(files: readonly Attached[], trusts: (address: string) => boolean): readonly SentFile[] {
  return files.map((file) =>
    'content' in file
      ? {
          ...{ name: file.name, size: null, looks: looksOfEnding(file.content.fileType ?? '') },
          // The address opens the file by itself for some minutes; a token has no business there.
          fetch: async () => await fetchFile({ address: file.content.downloadUrl, trusts }),
        }
      : {
          ...{ name: file.name ?? '', size: null, looks: looksOf(file.contentType) },
          async fetch() {
            throw new NotFetched('refused');
          },
        },
  );
}

function looksOfEnding(ending: string): Looks {
  if (/^(?:png|jpe?g|gif|webp|heic|heif|bmp|tiff?)$/i.test(ending)) return 'picture';
  return /^(?:mp[34]|m4[av]|wav|ogg|webm|mov|aac|amr)$/i.test(ending) ? 'recording' : 'file';
}
