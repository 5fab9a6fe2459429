/** The mails of a run, as data that can be stored. */
import { z } from 'zod';
import type { Mail } from './start-mail.js';

export const mailArchive = z.array(
  z.object({
    id: z.string(),
    at: z.iso.datetime(),
    to: z.array(z.string()),
    subject: z.string(),
    text: z.string(),
    html: z.string().nullable(),
    attachments: z.array(z.string()),
    messageId: z.string(),
    inReplyTo: z.string().nullable(),
  }),
);
export type MailArchive = z.infer<typeof mailArchive>;

export function archiveMail(mail: Mail): MailArchive {
  return mail.mails().map(({ at, to, attachments, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    to: [...to],
    attachments: [...attachments],
  }));
}

export function restoreMail(mail: Mail, archive: MailArchive): void {
  mail.restore(archive.map(({ at, ...rest }) => ({ ...rest, at: new Date(at) })));
}
