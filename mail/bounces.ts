/** Collects from a mailbox over IMAP what it says of our mails: which came back, and which arrived of which that was not known. */
import { ImapFlow } from 'imapflow';
import { readUnknownMails, recordArrival } from '../programme/notifications/record-arrival.js';
import { recordBounce } from '../programme/notifications/record-bounce.js';
import type { BaseServices } from '../programme/requests/services.js';
import { LARGEST_REPORT_BYTES, readAnswered, readBounce } from './read-bounce.js';

/** As many in one go; the rest is for the next. */
const MOST_AT_ONCE = 200;

const SILENCE_MILLISECONDS = 20_000;

/**
 * Reads what is unread in the inbox of `address` (imaps://user:password@host) and marks it as read, so that nothing is read twice
 * and nothing is deleted. Then looks among what was sent for mails of which it is not known whether they arrived. Returns how
 * many mails of ours came back.
 * @throws where the server cannot be reached or refuses the account
 */
export async function collectBounces(services: BaseServices, address: string): Promise<number> {
  const client = openClient(address);
  // Said by the rejected call as well.
  client.on('error', () => {});
  await client.connect();
  try {
    let found = 0;
    const lock = await client.getMailboxLock('INBOX');
    try {
      const unread = (await client.search({ seen: false }, { uid: true })) || [];
      for (const uid of unread.slice(0, MOST_AT_ONCE)) found += await take(services, client, uid);
    } finally {
      lock.release();
    }
    await lookAmongSent(services, client);
    return found;
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** 1 for a mail of ours that came back, otherwise 0. Marked as read last, so that one that broke is read again. */
async function take(services: BaseServices, client: ImapFlow, uid: number): Promise<number> {
  const mail = await client.fetchOne(String(uid), { source: { maxLength: LARGEST_REPORT_BYTES } }, { uid: true });
  const source = mail === false ? undefined : mail.source;
  const bounce = source === undefined ? null : await readBounce(source);
  const isOurs = bounce !== null && (await recordBounce(services, bounce));
  // A report of a delay or of success names no mail here, and an answer shows that its mail is there.
  if (bounce === null && source !== undefined) await recordArrival(services, await readAnswered(source));
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  return isOurs ? 1 : 0;
}

/**
 * The copy that many mail servers keep of what they took shows that they took it. Not every server keeps one, so that nothing
 * follows from its absence.
 */
async function lookAmongSent(services: BaseServices, client: ImapFlow): Promise<void> {
  const unknown = await readUnknownMails(services);
  if (unknown.length === 0) return;
  const folder = (await client.list()).find(({ specialUse }) => specialUse === '\\Sent');
  if (folder === undefined) return;
  const lock = await client.getMailboxLock(folder.path, { readOnly: true });
  try {
    for (const messageId of unknown) {
      const copies = (await client.search({ header: { 'message-id': messageId } }, { uid: true })) || [];
      if (copies.length > 0) await recordArrival(services, [messageId]);
    }
  } finally {
    lock.release();
  }
}

function openClient(address: string): ImapFlow {
  const { protocol, hostname, port, username, password } = new URL(address);
  const secure = protocol === 'imaps:';
  return new ImapFlow({
    ...{ host: hostname, port: port === '' ? (secure ? 993 : 143) : Number(port), secure },
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    ...{ logger: false, connectionTimeout: SILENCE_MILLISECONDS, greetingTimeout: SILENCE_MILLISECONDS },
    socketTimeout: SILENCE_MILLISECONDS,
  });
}
