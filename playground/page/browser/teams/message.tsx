/** What stands in a message, without the frame that chats and channels put around it. */
import { memo, useEffect } from 'react';
import type { ClientSessionId, TeamsMessage } from '../../protocol.js';
import { carryOutOnTeams } from '../connection.js';
import { useWords } from '../language.js';
import { Attachment, isDrawn, looseFiles } from './attachment.js';
import { FileLink } from './cards/consent.js';
import { fieldsOf, listOf } from './fields.js';
import { MarkdownText } from './markdown-text.js';
import { teamsWords } from './words.js';

interface MessageProps {
  readonly clientSession: ClientSessionId;
  /** Of the person, as cards name whom they refresh themselves for. */
  readonly self: string;
  readonly message: TeamsMessage;
}

export const MessageContent = memo(function MessageContent({ clientSession, self, message }: MessageProps) {
  const words = useWords(teamsWords);
  useRefresh(clientSession, self, message);
  const { attachments, attachmentLayout } = message;
  const cards = attachments.flatMap((attachment, index) =>
    isDrawn(attachment)
      ? [
          // biome-ignore lint/suspicious/noArrayIndexKey: an attachment has no other identity than its position.
          <li key={index}>
            <Attachment clientSession={clientSession} message={message} index={index} attachment={attachment} />
          </li>,
        ]
      : [],
  );
  const files = looseFiles(message);
  return (
    <>
      <MessageText message={message} />
      {files.length > 0 && (
        <ul className="teams-files">
          {files.map((file) => (
            <li key={file.href}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
      {cards.length > 1 && attachmentLayout === 'carousel' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboard users have to be able to scroll it.
        <section className="teams-carousel" aria-label={words.cards} tabIndex={0}>
          <ul>{cards}</ul>
        </section>
      ) : (
        cards.length > 0 && <ul className="teams-cards">{cards}</ul>
      )}
    </>
  );
});

function MessageText({ message: { text, textFormat } }: { readonly message: TeamsMessage }) {
  if (text.trim() === '') return null;
  if (textFormat === 'markdown') {
    return (
      <div className="teams-bubble">
        <MarkdownText text={text} />
      </div>
    );
  }
  return <div className="teams-bubble teams-plain">{textFormat === 'xml' ? wordsOf(text) : text}</div>;
}

/** Only the words of what is written in XML; a document that is parsed like this runs nothing and loads nothing. */
function wordsOf(xml: string): string {
  return new DOMParser().parseFromString(xml, 'text/html').body.textContent ?? '';
}

const refreshed = new Set<string>();

/** A card that wants to be asked for a person's own view of it is asked once, as by a client that comes by. */
function useRefresh(
  clientSession: ClientSessionId,
  self: string,
  { key, id, conversation, attachments }: TeamsMessage,
): void {
  const wants = attachments.some(({ content }) => {
    const { action, userIds } = fieldsOf(fieldsOf(content).refresh);
    return action !== undefined && (userIds === undefined || listOf(userIds).includes(self));
  });
  useEffect(() => {
    const name = `${clientSession} ${key}`;
    if (!wants || refreshed.has(name)) return;
    refreshed.add(name);
    void carryOutOnTeams(clientSession, { do: 'refresh', conversation, message: id });
  }, [wants, clientSession, key, id, conversation]);
}
