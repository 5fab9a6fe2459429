/** What mails are sent with, and under which address. */

export interface MailSettings {
  /** smtp:// or smtps://, with the account where the server asks for one. */
  readonly smtpUrl: string;
  /** Whom mails are from: an address, or a name with an address in angle brackets. */
  readonly from: string;
  /** imaps:// or imap://, with the account: the mailbox to which mails come back. */
  readonly bouncesUrl?: string;
  /** How many connections to the server are open at most. */
  readonly connections?: number;
}

interface Sender {
  readonly name: string;
  readonly address: string;
}

const written = /^(?:(?<name>[^<>]*?)\s*<(?<inner>[^\s<>@,;"]+@[^\s<>@,;"]+)>|(?<bare>[^\s<>@,;"]+@[^\s<>@,;"]+))$/u;

/** Null where the text is no sender. */
export function readSender(from: string): Sender | null {
  const groups = written.exec(from.trim())?.groups;
  const address = groups?.inner ?? groups?.bare;
  return address === undefined ? null : { name: (groups?.name ?? '').replace(/^"|"$/g, ''), address };
}

/** What stands behind the sender's @. */
export function domainOf({ address }: Sender): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
