/** Makes an announcement's message for one reader. */
import type { Announcement, AnnouncementReply, AnnouncementVersion, Role, Transaction } from '../../prisma/client.js';
import type { FileLinks } from '../files/file-links.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { type Button, type Element, elements, type FileElement, type Message } from '../messages/message.js';
import type { Language } from '../requests/context.js';
import { sessionOf } from './audience.js';
import { buttonsSchema, type InEach, offerButtons } from './offers.js';
import { gistOf } from './rules.js';
import { announcementTexts } from './texts.js';

/** What an announcement says now. */
export type AnnouncedText = Pick<AnnouncementVersion, 'version' | 'textJa' | 'textEn' | 'link' | 'fileId' | 'buttons'> &
  Pick<Announcement, 'id' | 'programmeId' | 'asks' | 'state' | 'audience' | 'placeId'>;

/** The last version; null where there is no such announcement. */
export async function readSaid(transaction: Transaction, id: string): Promise<AnnouncedText | null> {
  const found = await transaction.announcement.findUnique({
    where: { id },
    include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
  });
  const version = found?.versions[0];
  if (!found || version === undefined) return null;
  const { programmeId, asks, state, audience, placeId } = found;
  return { ...version, id, programmeId, asks, state, audience, placeId };
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
  const buttons = buttonsFor(said, [language], reader.roles);
  const file = reader.withoutFile ? null : await fileOf(parts, said);
  return {
    summary: gistOf(text),
    elements: elements({ kind: 'text', text }, otherLanguage(language, said), file, { kind: 'buttons', buttons }),
  };
}

/** Says to a reader of the one language that it was written in the other one alone, so that nobody looks for the rest. */
function otherLanguage(language: Language, { textJa, textEn }: AnnouncedText): Element | null {
  const own = language === 'ja' ? textJa : textEn;
  return own === '' ? { kind: 'note', text: announcementTexts[language].otherLanguageOnly } : null;
}

/** Those in which it is written; one alone where both say the same. */
export function languagesOf({ textJa, textEn }: Pick<AnnouncedText, 'textJa' | 'textEn'>): readonly Language[] {
  if (textJa === '') return ['en'];
  return textEn === '' || textEn === textJa ? ['ja'] : ['ja', 'en'];
}

/** For a channel or team, where everyone reads it: in each language, and the same for all. */
export async function placeMessage(
  parts: Omit<Parts, 'language'>,
  said: AnnouncedText,
  { isCorrection }: { readonly isCorrection: boolean },
): Promise<{ readonly message: Message; readonly language: Language }> {
  const languages = languagesOf(said);
  const [language = 'ja'] = languages;
  const mark = (one: Language) => (isCorrection ? announcementTexts[one].correction : '');
  const texts = languages.map((one) => `${mark(one)}${saidIn(one, said)}`);
  const buttons = buttonsFor(said, languages, null);
  const file = await fileOf({ ...parts, language }, said);
  const message = {
    summary: gistOf(texts[0] ?? ''),
    elements: elements(...texts.map((text) => ({ kind: 'text', text }) as const), file, { kind: 'buttons', buttons }),
  };
  return { message, language };
}

/** In each of the languages. `roles`: those of the reader, null where there are many. */
export function buttonsFor(
  said: AnnouncedText,
  languages: readonly Language[],
  roles: readonly Role[] | null,
): readonly Button[] {
  const inEach: InEach = (word) =>
    [...new Set(languages.map((language) => word(announcementTexts[language])))].join(' / ');
  const { link } = said;
  return [
    ...(link === null ? [] : [{ label: inEach(({ open }) => open), link }]),
    ...said.asks.map((answer) => answerButton(inEach, said.id, answer)),
    ...offerButtons(inEach, buttonsSchema.parse(said.buttons), { session: sessionOf(said), roles }),
  ];
}

function answerButton(inEach: InEach, announcement: string, answer: AnnouncementReply): Button {
  const emphasis = answer === 'read' || answer === 'attend' ? ({ emphasis: 'primary' } as const) : {};
  return {
    ...{ label: inEach(({ replies }) => replies[answer]), action: 'announcement.answer' },
    ...{ input: { announcement, answer }, ...emphasis },
  };
}

/** What those see who had an announcement that was withdrawn. */
export function withdrawnMessage(language: Language): Message {
  const text = announcementTexts[language].withdrawnNotice;
  return { summary: text, elements: [{ kind: 'text', text }] };
}

/** The same in a channel or team, in each language in which it stood there. */
export function withdrawnPost(said: Pick<AnnouncedText, 'textJa' | 'textEn'>): {
  readonly message: Message;
  readonly language: Language;
} {
  const languages = languagesOf(said);
  const [language = 'ja'] = languages;
  const texts = languages.map((one) => announcementTexts[one].withdrawnNotice);
  return {
    message: { summary: texts[0] ?? '', elements: texts.map((text) => ({ kind: 'text', text })) },
    language,
  };
}
