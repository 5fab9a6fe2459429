/** An SMTP server on this machine that delivers to a mailbox of its own: whatever address a mail is for, it goes nowhere else. */
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface StoredMail {
  readonly id: string;
  readonly at: Date;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly string[];
  readonly messageId: string;
  /** The mail that it answers. */
  readonly inReplyTo: string | null;
}

export interface Mail {
  /** smtp://127.0.0.1:port */
  readonly url: string;
  /** The newest last; a mail that came twice is there once, as a mail program shows it. */
  mails(): readonly StoredMail[];
  /** Puts back the mails of an earlier run. */
  restore(mails: readonly StoredMail[]): void;
  /** Calls back when a mail has come. The function that is returned ends that. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}

/** A mailbox that is left open must not fill the memory. */
const MOST_MAILS = 1_000;
const LARGEST_BYTES = 10 * 1024 * 1024;

export async function startMail({
  now,
  port = 0,
}: {
  readonly now: () => Date;
  readonly port?: number;
}): Promise<Mail> {
  const stored = new Map<string, StoredMail>();
  const listeners = new Set<() => void>();

  function take(parsed: ParsedMail, to: readonly string[]): void {
    const messageId = parsed.messageId ?? `<${stored.size}@nowhere.invalid>`;
    const id = `${messageId} ${to.join(' ')}`;
    const { html, attachments } = parsed;
    stored.set(id, {
      ...{ id, at: now(), to, subject: parsed.subject ?? '', text: parsed.text ?? '', messageId },
      html: html || null,
      attachments: [...new Set(attachments.flatMap(({ filename }) => filename ?? []))],
      inReplyTo: parsed.inReplyTo ?? null,
    });
    for (const old of [...stored.keys()].slice(0, -MOST_MAILS)) stored.delete(old);
    for (const listener of listeners) listener();
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    size: LARGEST_BYTES,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
        simpleParser(Buffer.concat(chunks), { skipImageLinks: true }).then(
          (parsed) => {
            take(parsed, to);
            done(null);
          },
          (error: unknown) => done(error instanceof Error ? error : new Error('no mail')),
        );
      });
    },
  });
  // A connection that breaks is its sender's matter.
  server.on('error', () => {});
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails: () => [...stored.values()],
    restore(mails) {
      for (const mail of mails) stored.set(mail.id, mail);
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
