/** What one person sees of a message in Teams, as the page is told it. */
import type { Session } from '../../teams/client-session.js';
import type { Teams } from '../../teams/server.js';
import type { Message } from '../../teams/store.js';
import { type Fields, fieldsOf, fileDownloadType, fileInfoType, isFields, listOf, textOf } from '../../teams/wire.js';
import type { PageFile, TeamsMessage } from '../protocol.js';
import type { HandedIn } from './client-session.js';

/** A file of the tenant: sent by a person, or uploaded by the bot after consent. `id` is the `uniqueId` of its attachment. */
export function teamsFile(teams: Teams, id: string): HandedIn | undefined {
  const file = teams.files.download(id);
  return file && { name: file.name, content: file.content };
}

/** Ids of activities are unique within their conversation only. */
export function keyOf({ conversation, id }: Message): string {
  return `${conversation.id} ${id}`;
}

function fromOf({ user, teams }: Session, { from }: Message): TeamsMessage['from'] {
  if (from === 'bot') {
    return { kind: 'bot', name: teams.sender.bot.name ?? teams.app.name };
  }
  return { kind: from.id === user.id ? 'self' : 'person', name: from.name };
}

function fileOf(teams: Teams, attachment: Fields): PageFile | undefined {
  const id = textOf(fieldsOf(attachment.content).uniqueId);
  const file = id === undefined ? undefined : teamsFile(teams, id);
  return (
    file && { name: textOf(attachment.name) ?? file.name, bytes: file.content.byteLength, href: `/files/teams/${id}` }
  );
}

const isDownload = ({ contentType }: Fields) => contentType === fileDownloadType;

/** What the bot posts of a file that it has uploaded: the attachment leads to the file of the same name. */
const isInfo = ({ contentType }: Fields) => contentType === fileInfoType;

function formatOf(textFormat: unknown): TeamsMessage['textFormat'] {
  // The Bot Framework's default.
  return textFormat === 'plain' || textFormat === 'xml' ? textFormat : 'markdown';
}

/** The positions of the attachments are those by which commands name them. */
export function seeMessage(session: Session, message: Message): TeamsMessage {
  const payload = session.payloadFor(message);
  const attachments = listOf(payload.attachments).filter(isFields);
  return {
    key: keyOf(message),
    conversation: message.conversation.id,
    id: message.id,
    thread: message.thread ?? null,
    at: message.at.toISOString(),
    from: fromOf(session, message),
    edited: message.edits > 0,
    text: textOf(payload.text) ?? '',
    textFormat: formatOf(payload.textFormat),
    attachmentLayout: payload.attachmentLayout === 'carousel' ? 'carousel' : 'list',
    // What a person attached is told as files; a bot cannot post such attachments, so no position is lost.
    attachments: attachments.filter((attachment) => !isDownload(attachment)),
    files: attachments
      .filter((attachment) => isDownload(attachment) || isInfo(attachment))
      .flatMap((attachment) => fileOf(session.teams, attachment) ?? []),
    suggestedActions: listOf(fieldsOf(payload.suggestedActions).actions).filter(isFields),
    revision: message.revision,
  };
}
