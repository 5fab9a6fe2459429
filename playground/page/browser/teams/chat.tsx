/** The personal chat with the bot: bubbles, the person's own on the right. */
import { memo } from 'react';
import type { ClientSessionId, PageConversation, TeamsMessage, TeamsScreen } from '../../protocol.js';
import { carryOutOnTeams } from '../connection.js';
import { useLanguage, useWords } from '../language.js';
import { Avatar } from './avatar.js';
import { BlockedBar } from './chat-menu.js';
import { Composer } from './composer.js';
import { AddApp } from './install.js';
import { MessageContent } from './message.js';
import { MessageList } from './message-list.js';
import { Suggestions } from './suggestions.js';
import { rowsOf } from './threads.js';
import { dayOf, timeOf } from './times.js';
import { useTail } from './use-tail.js';
import { teamsWords } from './words.js';

interface ChatProps {
  readonly clientSession: ClientSessionId;
  readonly screen: TeamsScreen;
  readonly conversation: PageConversation;
  readonly bot: string;
  readonly messages: readonly TeamsMessage[];
}

const step = 60;

export function Chat({ clientSession, screen, conversation, bot, messages }: ChatProps) {
  const words = useWords(teamsWords);
  const tail = useTail(messages, step);
  const newest = messages.at(-1);
  return (
    <>
      <MessageList
        tail={tail}
        label={words.messages(conversation.name)}
        empty={screen.installed ? words.nothingYet : ''}
      >
        {rowsOf(tail.shown).map(({ message, ...opens }) => (
          <ChatRow key={message.key} clientSession={clientSession} self={screen.self.id} message={message} {...opens} />
        ))}
        {newest && newest.suggestedActions.length > 0 && (
          <Suggestions key={newest.key} clientSession={clientSession} message={newest} />
        )}
      </MessageList>
      {!screen.installed ? (
        <AddApp clientSession={clientSession} bot={bot} />
      ) : screen.blocked ? (
        <BlockedBar clientSession={clientSession} bot={bot} />
      ) : (
        <Composer
          label={words.writeTo(conversation.name)}
          placeholder={words.write}
          bot={null}
          canAttach
          onSay={(text, files) => {
            tail.toEnd();
            return carryOutOnTeams(clientSession, { do: 'say', conversation: conversation.id, text, files });
          }}
        />
      )}
    </>
  );
}

interface ChatRowProps {
  readonly clientSession: ClientSessionId;
  readonly self: string;
  readonly message: TeamsMessage;
  readonly opensGroup: boolean;
  readonly opensDay: boolean;
}

/**
 * One message each, under its group's heading or not: were a group one element, it would become another whenever its first
 * message does, and what is typed into its cards would be lost.
 */
const ChatRow = memo(function ChatRow({ clientSession, self, message, opensGroup, opensDay }: ChatRowProps) {
  const { language } = useLanguage();
  const words = useWords(teamsWords);
  const { from, at, edited } = message;
  const own = from.kind === 'self';
  const writer = own ? words.you : from.name;
  return (
    <>
      {opensDay && (
        <p className="teams-day">
          <span>{dayOf(at, language)}</span>
        </p>
      )}
      <div className={`teams-row${own ? ' teams-row-own' : ''}${opensGroup ? ' teams-row-first' : ''}`}>
        {!own && (
          <div className="teams-row-avatar">
            {opensGroup && <Avatar name={from.name} kind={from.kind === 'bot' ? 'bot' : 'person'} />}
          </div>
        )}
        <div className="teams-row-body">
          {opensGroup && (
            <p className="teams-byline">
              <span className={own ? 'teams-hidden' : 'teams-author'}>{writer}</span>{' '}
              <time dateTime={at}>{timeOf(at, language)}</time>
            </p>
          )}
          <article className="teams-message" aria-label={`${writer} ${timeOf(at, language)}`}>
            <MessageContent clientSession={clientSession} self={self} message={message} />
            {edited && <p className="teams-edited">{words.edited}</p>}
          </article>
        </div>
      </div>
    </>
  );
});
