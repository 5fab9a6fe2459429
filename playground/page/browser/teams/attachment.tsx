/** One attachment of a message: a card of some kind, or a file. */
import type { TeamsPlaceOfCard } from '../../command.js';
import type { ClientSessionId, Json, PageFile, TeamsMessage } from '../../protocol.js';
import { useWords } from '../language.js';
import { AdaptiveCardView } from './cards/adaptive-card.js';
import { ConsentCard, FileLink } from './cards/consent.js';
import { HeroCard } from './cards/hero.js';
import { fieldsOf, textOf } from './fields.js';
import { teamsWords } from './words.js';

/** Content types. Source: learn.microsoft.com, "Types of cards" and "Send and receive files from a bot". */
const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
const simpleCards: readonly string[] = [
  'application/vnd.microsoft.card.hero',
  'application/vnd.microsoft.card.thumbnail',
];
const fileConsent = 'application/vnd.microsoft.teams.card.file.consent';
const fileInfo = 'application/vnd.microsoft.teams.card.file.info';
/** What a person has attached: `files` of the message says the same and where to fetch it. */
const fileDownload = 'application/vnd.microsoft.teams.file.download.info';

interface AttachmentProps {
  readonly clientSession: ClientSessionId;
  readonly message: TeamsMessage;
  readonly index: number;
  readonly attachment: Json;
}

export function Attachment({ clientSession, message, index, attachment }: AttachmentProps) {
  const words = useWords(teamsWords);
  const type = textOf(attachment.contentType);
  const content = fieldsOf(attachment.content);
  const place: TeamsPlaceOfCard = { conversation: message.conversation, message: message.id, attachment: index };
  // A message that was edited, or seen by this person alone in another way, brings a new card.
  if (type === adaptiveCard) {
    return <AdaptiveCardView key={message.revision} clientSession={clientSession} card={content} place={place} />;
  }
  if (simpleCards.includes(type))
    return <HeroCard key={message.revision} clientSession={clientSession} card={content} place={place} />;
  if (type === fileConsent) {
    return <ConsentCard key={message.revision} clientSession={clientSession} attachment={attachment} place={place} />;
  }
  if (type === fileInfo) {
    const file = message.files.find(({ name }) => name === attachment.name);
    return file ? <FileLink file={file} /> : <p className="teams-note">{textOf(attachment.name)}</p>;
  }
  return <p className="teams-note">{words.unknownAttachment(type)}</p>;
}

export function isDrawn({ contentType }: Json): boolean {
  return contentType !== fileDownload;
}

/** Files that no card of the message leads to. */
export function looseFiles({ files, attachments }: TeamsMessage): readonly PageFile[] {
  const inCards = attachments.filter(({ contentType }) => contentType === fileInfo).map(({ name }) => name);
  return files.filter(({ name }) => !inCards.includes(name));
}
