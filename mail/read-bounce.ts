/** Reads of a mail that came in what it says of ours: which one came back, for whom and why (RFC 3464), or which one it answers. */
import PostalMime from 'postal-mime';

export interface Bounce {
  /** Of the mail that came back; every identifier that the report names, since some servers enclose a thread. */
  readonly messageIds: readonly string[];
  /** In small letters. */
  readonly recipient: string;
  /** Such as 5.1.1. */
  readonly status: string;
}

/** Far more than a report has, and less than would hold the process up. */
export const LARGEST_REPORT_BYTES = 512 * 1024;

/** The identifiers of the mails that this one answers, also where a server answers for somebody who is away (RFC 3834). */
export async function readAnswered(raw: Uint8Array): Promise<readonly string[]> {
  const mail = await PostalMime.parse(raw).catch(() => null);
  return `${mail?.inReplyTo ?? ''} ${mail?.references ?? ''}`.match(/<[^>\s]+>/g) ?? [];
}

/** Null for what is no report, and for one of a delay or of success: those take nothing back. */
export async function readBounce(raw: Uint8Array): Promise<Bounce | null> {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, attachmentEncoding: 'utf8' }).catch(
    () => null,
  );
  if (mail === null) return null;
  const partsOf = (...types: readonly string[]) =>
    mail.attachments
      .filter(({ mimeType }) => types.includes(mimeType.toLowerCase()))
      .map(({ content }) => (typeof content === 'string' ? content : new TextDecoder().decode(content)));
  const report = partsOf('message/delivery-status').join('\n\n');
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(report)?.[1]?.trim() ?? '';
  const status = /^(5\.\d{1,3}\.\d{1,3})\b/.exec(field('Status'))?.[1];
  if (field('Action').toLowerCase() !== 'failed' || status === undefined) return null;
  const recipient = (field('Original-Recipient') || field('Final-Recipient')).replace(/^rfc822;\s*/i, '').toLowerCase();
  const enclosed = partsOf('message/rfc822', 'text/rfc822-headers', 'message/global', 'message/global-headers');
  const messageIds = enclosed.flatMap((text) => /^Message-ID:\s*(<[^>\s]+>)/im.exec(text)?.[1] ?? []);
  return recipient === '' || messageIds.length === 0 ? null : { messageIds, recipient, status };
}
