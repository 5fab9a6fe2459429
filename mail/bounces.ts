/** Collects mails that came back from a mailbox over IMAP, and notes what each means. */
import { ImapFlow } from 'imapflow';
import { recordBounce } from '../programme/notifications/record-bounce.js';
import type { BaseServices } from '../programme/requests/services.js';
import { LARGEST_REPORT_BYTES, readBounce } from './read-bounce.js';

/** As many in one go; the rest is for the next. */
const MOST_AT_ONCE = 200;

const SILENCE_MILLISECONDS = 20_000;

/**
 * Reads what is unread in the inbox of `address` (imaps://user:password@host) and marks it as read, so that nothing is read twice
 * and nothing is deleted. Returns how many mails of ours came back.
 * @throws where the server cannot be reached or refuses the account
 */
export async function collectBounces(services: BaseServices, address: string): Promise<number> {
  const client = openClient(address);
  // Said by the rejected call as well.
  client.on('error', () => {});
  await client.connect();
  try {
    const lock = await client.getMailboxLock('INBOX');
    try {
      const unread = (await client.search({ seen: false }, { uid: true })) || [];
      let found = 0;
      for (const uid of unread.slice(0, MOST_AT_ONCE)) found += await take(services, client, uid);
      return found;
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

/** 1 for a mail of ours that came back, otherwise 0. Marked as read last, so that one that broke is read again. */
async function take(services: BaseServices, client: ImapFlow, uid: number): Promise<number> {
  const mail = await client.fetchOne(String(uid), { source: { maxLength: LARGEST_REPORT_BYTES } }, { uid: true });
  const bounce = mail !== false && mail.source !== undefined ? await readBounce(mail.source) : null;
  const isOurs = bounce !== null && (await recordBounce(services, bounce));
  await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
  return isOurs ? 1 : 0;
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
