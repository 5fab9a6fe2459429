/** Delivers notifications as mails through one SMTP server and reports the outcome of each. */
import { PassThrough, type Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Gateway, Outcome } from '../programme/notifications/gateway.js';
import type { MuteLinks } from '../programme/notifications/mute-links.js';
import type { Services } from '../programme/requests/services.js';
import { composeMail } from './compose-mail.js';
import { type MailSettings, readSender } from './settings.js';
import { outcomeOfError } from './smtp-outcome.js';

/** Shorter than a sender's hold on its row while it renews that; a server answers within seconds. */
const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 30_000;

const CONNECTIONS = 5;

export interface MailGateway extends Gateway {
  readonly channel: 'email';
  close(): void;
}

/** @throws where the sender is none; the configuration has looked at it before */
export function openMailGateway(
  { smtpUrl, from, connections = CONNECTIONS }: MailSettings,
  { files, clock, log }: Pick<Services, 'files' | 'clock' | 'log'>,
  muteLinks: MuteLinks,
): MailGateway {
  const sender = readSender(from);
  if (sender === null) throw new Error('the sender of mails is no address');
  const transport = createTransport({ ...transportOptions(smtpUrl), pool: true, maxConnections: connections });
  // The message as it is read by the connection: nothing of it is read before the server has taken the envelope.
  const streams = new Map<string, Readable>();
  transport.use('stream', (mail, done) => {
    const id = mail.message.messageId();
    mail.message.processFunc((input) => {
      const stream = new PassThrough();
      input.on('error', (error) => stream.destroy(error));
      streams.set(id, stream);
      return input.pipe(stream);
    });
    done();
  });

  return {
    channel: 'email',
    async deliver(to, outgoing): Promise<Outcome> {
      let mail: Awaited<ReturnType<typeof composeMail>>;
      try {
        mail = await composeMail({ sender, files, muteLinks }, to, outgoing);
      } catch (error) {
        log.error({ error, notification: outgoing.key }, 'a mail could not be made');
        return { outcome: 'not-sent', reason: 'the mail could not be made' };
      }
      const { messageId, thread, options } = mail;
      const reference = { messageId, thread: [...thread] };
      try {
        await transport.sendMail(options);
        return { outcome: 'delivered', reference };
      } catch (error) {
        const outcome = outcomeOfError(error, streams.get(messageId)?.readableDidRead ?? false, clock.now());
        return outcome.outcome === 'uncertain' ? { ...outcome, reference } : outcome;
      } finally {
        streams.delete(messageId);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * Asks the server whether it takes our account, and sends nothing.
 * @throws what the server or the connection said
 */
export async function askMailServer(smtpUrl: string): Promise<void> {
  const transport = createTransport(transportOptions(smtpUrl));
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

function transportOptions(url: string) {
  return {
    url,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    dnsTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
