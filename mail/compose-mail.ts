/** Makes of a message the mail that is handed to the server: addresses, headers, HTML, text and what is attached. */
import type { SendMailOptions } from 'nodemailer';
import { z } from 'zod';
import type { FileStore } from '../programme/files/file-store.js';
import type { FileElement } from '../programme/messages/message.js';
import type { Destination, OutgoingMessage } from '../programme/notifications/gateway.js';
import type { MuteLinks } from '../programme/notifications/mute-links.js';
import { partsOf } from './mail-parts.js';
import { messageIdOf, threadOf } from './message-id.js';
import { drawMail } from './render-mail.js';
import { domainOf, type readSender } from './settings.js';
import { mailTexts } from './texts.js';

export interface MailContext {
  readonly sender: NonNullable<ReturnType<typeof readSender>>;
  readonly files: Pick<FileStore, 'find' | 'read'>;
  readonly muteLinks: MuteLinks;
}

export interface ComposedMail {
  readonly messageId: string;
  /** The mails before it, the oldest first. */
  readonly thread: readonly string[];
  readonly options: SendMailOptions;
}

/** What is known of a mail's reader where it is sent: on which chats they have an account. */
const address = z.object({ chats: z.array(z.enum(['slack', 'teams'])) });

/** A longer one is cut by every mail program. */
const LONGEST_SUBJECT = 150;

export async function composeMail(
  { sender, files, muteLinks }: MailContext,
  to: Pick<Destination, 'userId' | 'address'>,
  outgoing: OutgoingMessage,
): Promise<ComposedMail> {
  const { message, language, key, replaces, personId, topic } = outgoing;
  const texts = mailTexts[language];
  const messageId = messageIdOf(key, domainOf(sender));
  const thread = threadOf(replaces);
  const isCorrection = replaces !== undefined;
  const calendars = await readCalendars(files, message.elements.filter(isFile));
  const elements = isCorrection
    ? [{ kind: 'note', text: texts.corrected } as const, ...message.elements]
    : message.elements;
  const parts = partsOf(elements.length === 0 ? [{ kind: 'text', text: message.summary }] : elements, {
    language,
    chats: address.safeParse(to.address).data?.chats ?? [],
    attached: new Set(calendars.map(({ file }) => file)),
  });
  const stopAt = topic === undefined || personId === undefined ? null : muteLinks.linkTo({ personId, topic });
  const stop = topic === undefined || stopAt === null ? null : { label: texts.stop(topic), address: stopAt };
  const drawn = drawMail(parts, { automatic: texts.automatic, stop }, language);
  const subject = oneLine(message.summary) || texts.noSubject;
  return {
    messageId,
    thread,
    options: {
      messageId,
      from: { name: oneLine(sender.name), address: sender.address },
      // As an object: an address is never read for further ones.
      to: { name: '', address: to.userId },
      subject: isCorrection ? texts.correction(subject) : subject,
      ...drawn,
      ...(thread.length > 0 && { inReplyTo: thread.at(-1), references: [...thread] }),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        'Content-Language': language,
        ...(stop !== null && {
          // RFC 8058: a mail program posts to it without showing the page.
          'List-Unsubscribe': { prepared: true, value: `<${stop.address}>` },
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
      ...attachmentsOf(calendars),
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  };
}

interface Calendar {
  readonly file: string;
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** The first one is what mail programs offer to put into the calendar; the same bytes are attached. Further ones are attached only. */
function attachmentsOf([first, ...others]: readonly Calendar[]): Pick<SendMailOptions, 'icalEvent' | 'attachments'> {
  if (first === undefined) return {};
  const method = /method=([A-Z]+)/i.exec(first.contentType)?.[1] ?? 'PUBLISH';
  return {
    icalEvent: { method, filename: first.name, content: first.content },
    attachments: others.map(({ name, contentType, content }) => ({ filename: name, contentType, content })),
  };
}

/** Every other file is had by its link: a mail must not grow beyond what servers take. */
async function readCalendars(
  files: MailContext['files'],
  elements: readonly FileElement[],
): Promise<readonly Calendar[]> {
  const found: Calendar[] = [];
  for (const { file } of elements) {
    const stored = await files.find(file);
    if (stored === null || !stored.contentType.startsWith('text/calendar')) continue;
    const chunks: Uint8Array[] = [];
    for await (const chunk of files.read(file)) chunks.push(chunk);
    found.push({ file, name: stored.name, contentType: stored.contentType, content: Buffer.concat(chunks) });
  }
  return found;
}

function isFile(element: OutgoingMessage['message']['elements'][number]): element is FileElement {
  return element.kind === 'file';
}

/** Line breaks and control characters would end the header. */
function oneLine(text: string): string {
  const line = text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
  return line.length <= LONGEST_SUBJECT
    ? line
    : `${Array.from(line)
        .slice(0, LONGEST_SUBJECT - 1)
        .join('')}…`;
}
