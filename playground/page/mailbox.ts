/** What the page shows of the mails that were sent: the list, and one of them opened. */
import type { StoredMail } from '../mail/start-mail.js';
import type { OpenedMail } from './command.js';
import type { HostedPlayground } from './host.js';
import type { MailboxEvent, MailLine } from './protocol.js';

/** As many as a person looks through. */
const MOST_LISTED = 200;

type Mailbox = HostedPlayground['mail'];

/** The newest first. */
export function listMails(mailbox: Mailbox): MailboxEvent {
  const mails = mailbox?.mails() ?? [];
  return { type: 'mailbox', mails: mails.slice(-MOST_LISTED).reverse().map(lineOf) };
}

/** Null where it is no longer there. */
export function openStoredMail(mailbox: Mailbox, id: string): OpenedMail | null {
  const mail = mailbox?.mails().find((one) => one.id === id);
  if (mail === undefined) return null;
  const { text, html, attachments } = mail;
  return { ...lineOf(mail), text, html, attachments, links: linksIn(mail) };
}

function lineOf({ id, at, to, subject }: StoredMail): MailLine {
  return { id, at: at.toISOString(), to, subject };
}

function linksIn({ text }: StoredMail): readonly string[] {
  return [...new Set(text.match(/https?:\/\/[^\s<>"]+/g) ?? [])];
}
