/** Names mails so that a doubtful resend is the same mail for its reader, and a correction finds the thread of the first one. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** The reference to a mail that was sent: its own identifier, and those before it in its thread, the oldest first. */
const sentMail = z.object({ messageId: z.string().min(3), thread: z.array(z.string().min(3)).default([]) });

/** The same for the same notification, however often it is sent. Source: RFC 5322, 3.6.4. */
export function messageIdOf(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}

/** The identifiers of the thread that a mail answers, the oldest first; empty where the reference is of another channel. */
export function threadOf(replaces: unknown): readonly string[] {
  const earlier = sentMail.safeParse(replaces);
  return earlier.success ? [...earlier.data.thread, earlier.data.messageId] : [];
}
