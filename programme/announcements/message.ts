/** Makes an announcement's message for one reader. */
import type { Announcement, AnnouncementReply, AnnouncementVersion, Role, Transaction } from '../../prisma/client.js';
import type { FileLinks } from '../files/file-links.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Button, elements, type FileElement, type Message } from '../messages/message.js';
import type { Language } from '../requests/context.js';
import { audienceSchema } from './audience.js';
import { buttonsSchema, offerButtons } from './offers.js';
import { gistOf } from './rules.js';
import { announcementTexts } from './texts.js';

/** What an announcement says now. */
export type AnnouncedText = Pick<AnnouncementVersion, 'version' | 'textJa' | 'textEn' | 'link' | 'fileId' | 'buttons'> &
  Pick<Announcement, 'id' | 'programmeId' | 'asks' | 'state' | 'audience'>;

/** The last version; null where there is no such announcement. */
export async function readSaid(transaction: Transaction, id: string): Promise<AnnouncedText | null> {
  const found = await transaction.announcement.findUnique({
    where: { id },
    include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
  });
  const version = found?.versions[0];
  if (!found || version === undefined) return null;
  const { programmeId, asks, state, audience } = found;
  return { ...version, id, programmeId, asks, state, audience };
}

export function saidIn(language: Language, { textJa, textEn }: Pick<AnnouncedText, 'textJa' | 'textEn'>): string {
  return pick(language, inBoth(textJa, textEn));
}

export function gistIn(language: Language, said: Pick<AnnouncedText, 'textJa' | 'textEn'>): string {
  return gistOf(saidIn(language, said));
}

interface Parts {
  readonly transaction: Transaction;
  readonly fileLinks: FileLinks;
  readonly language: Language;
}

/** Its file, where it has one that is still there. */
export async function fileOf(
  { transaction, fileLinks, language }: Parts,
  { fileId }: Pick<AnnouncedText, 'fileId'>,
): Promise<FileElement | null> {
  const file = fileId === null ? null : await transaction.file.findUnique({ where: { id: fileId } });
  if (file === null) return null;
  const link = fileLinks.linkTo(file.id, 'announcement');
  return { kind: 'file', file: file.id, name: file.name, label: announcementTexts[language].openFile, link };
}

interface Reader {
  readonly roles: readonly Role[];
  /** What stands before the text: that it is a correction, or sent again. */
  readonly mark?: string;
  /** The file is with an earlier message, which stays. */
  readonly withoutFile?: boolean;
}

/** For one person. */
export async function announcementMessage(parts: Parts, said: AnnouncedText, reader: Reader): Promise<Message> {
  const { language } = parts;
  const text = `${reader.mark ?? ''}${saidIn(language, said)}`;
  const audience = audienceSchema.parse(said.audience);
  const { session } = audience;
  const buttons: readonly Button[] = [
    ...linkButtons(language, said),
    ...said.asks.map((answer) => answerButton(language, said.id, answer)),
    ...offerButtons(language, buttonsSchema.parse(said.buttons), { session, roles: reader.roles }),
  ];
  const file = reader.withoutFile ? null : await fileOf(parts, said);
  return { summary: gistOf(text), elements: elements({ kind: 'text', text }, file, { kind: 'buttons', buttons }) };
}

function linkButtons(language: Language, { link }: Pick<AnnouncedText, 'link'>): readonly Button[] {
  return link === null ? [] : [{ label: announcementTexts[language].open, link }];
}

function answerButton(language: Language, announcement: string, answer: AnnouncementReply): Button {
  const emphasis = answer === 'read' || answer === 'attend' ? ({ emphasis: 'primary' } as const) : {};
  return {
    ...{ label: announcementTexts[language].replies[answer], action: 'announcement.answer' },
    ...{ input: { announcement, answer }, ...emphasis },
  };
}

/** What those see who had an announcement that was withdrawn. */
export function withdrawnMessage(language: Language): Message {
  const text = announcementTexts[language].withdrawnNotice;
  return { summary: text, elements: [{ kind: 'text', text }] };
}
